"""Codes about a policy held against the text it encodes (G611 to G620).

Their examples show the policy, then the document's text below a line of dashes.
"""

from __future__ import annotations

from ...grammar.diagnostics import Code, Page, Severity, Text
from ..semantics.codes.make import Pair

#: Between the policy and the document in an example.
RULE = "――――――――\n"
_TEXT = (
    "一、评估范围\n县（区）政府。\n二、评估程序\n"
    "（一）自我评估。占总分的3％。\n（二）跟踪评估。占总分的6％。\n"
)
_GAP = "一、评估范围\n县（区）政府。\n三、结果运用\n评估为较差的，限期整改。\n"


def _code(  # noqa: PLR0913
    id: str,
    message: Pair,
    hint: Pair | None,
    *,
    what: Pair,
    why: Pair,
    mend: Pair,
    bad: str,
    good: str,
    text: str = _TEXT,
    good_text: str | None = None,
    severity: Severity = Severity.ERROR,
) -> Code:
    bad, good = f"{bad}\n{RULE}{text}", f"{good}\n{RULE}{good_text or text}"
    page = Page(Text(*what), Text(*why), Text(*mend), bad, good, data=True)
    return Code(id, severity, Text(*message), page, Text(*hint) if hint else None)


NO_CLAUSES = _code(
    "G611",
    ("原文“{file}”里找不到条文编号", "no clause numbers were found in “{file}”"),
    (
        "核对是不是拿错了文件；编号要写在行首",
        "see whether it is the right file, with numbered lines",
    ),
    what=(
        "原文按“一、（一）1．第…条”等编号分条，这份文本里一个也没有。",
        "Documents are divided by numbers, such as “一、（一）” or “第…条”; this text has none.",
    ),
    why=("没有编号，就无法核对出处。", "Without numbers no source can be looked up."),
    mend=("核对是不是正文，自动编号要转成文字再存。", "Save the body as text, numbers included."),
    bad="期限 报送 { 出处：“二”；截止：3月31日 }",
    good="期限 报送 { 出处：“二”；截止：3月31日 }",
    text="各单位于3月31日前报送。\n",
    good_text="一、评估范围\n各县区。\n二、报送\n各单位于3月31日前报送。\n",
)
UNKNOWN_CLAUSE = _code(
    "G612",
    ("原文没有“{clause}”这一条", "the document has no clause “{clause}”"),
    ("{suggestion}", "{suggestion}"),
    what=("出处写的条文编号在原文里找不到。", "The document has no clause of the number cited."),
    why=("被评估单位按出处去查，会查不到依据。", "Whoever looks the source up finds nothing."),
    mend=("对照原文改正编号。", "Mend the number after the document."),
    bad="期限 报送 { 出处：“二（三）”；截止：3月31日；授权：“日期由主管机关定” }",
    good="期限 报送 { 出处：“二（二）”；截止：3月31日；授权：“日期由主管机关定” }",
)
AMBIGUOUS = _code(
    "G613",
    (
        "{what}在原文里有{count}处，看不出指哪一处",
        "{what} stands in {count} places of the document",
    ),
    ("多引几个字，使它只指一处", "quote a few words more, so that they mean one place"),
    what=(
        "出处引的几个字，在这一条里不止一处；或原文有几条是同一个编号。",
        "The words quoted stand in the clause more than once, or several clauses share the number.",
    ),
    why=("看不出规定依据的是哪一句。", "Which of the sentences the rule rests on is not certain."),
    mend=("多引几个字。", "Quote a few words more."),
    bad="机构 评估组 { 出处：“二：评估” }",
    good="机构 评估组 { 出处：“二：实地” }",
    text="一、评估范围\n县（区）政府。\n二、评估程序\n先自我评估。再由评估组实地评估。\n",
    severity=Severity.WARNING,
)
LOST = _code(
    "G614",
    ("原文“{clause}”里没有“{quote}”", "“{quote}” does not stand in “{clause}” of the document"),
    (
        "照原文改引文；中间略去的用“……”",
        "quote the document's own words; … stands for words left out",
    ),
    what=("出处引的字句在这一条里找不到。", "The words quoted do not stand in the clause."),
    why=("引文不实，依据就不成立；也可能引错了条。", "A wrong quotation proves nothing."),
    mend=("照原文改正引文或编号。", "Mend the quotation, or the number."),
    bad="期限 报送 { 出处：“二（一）：自评”；截止：3月31日；授权：“日期由主管机关定” }",
    good="期限 报送 { 出处：“二（一）：自我评估”；截止：3月31日；授权：“日期由主管机关定” }",
)
FIGURE = _code(
    "G615",
    ("“{figure}”在原文“{clause}”里没有，{have}", "“{figure}” is not in “{clause}”; {have}"),
    (
        "照原文改数；原文没有写的，用“推定”“取义”或“授权”说明{elsewhere}",
        "mend the figure; if the text is silent say why: inferred, reading, delegated{elsewhere}",
    ),
    what=(
        "规定里的数，在所引的条文里找不到。",
        "A figure of the rule does not stand in its clause.",
    ),
    why=("一个数抄错，分数和等次就错。", "One wrong figure makes scores and grades wrong."),
    mend=(
        "照原文改正；出处引错的改出处；原文没有写明的，用“推定”“取义”“授权”说明。",
        "Mend the figure or the source; say why where the text does not state it.",
    ),
    bad="期限 报送 { 出处：“一”；截止：3月30日 }",
    good="期限 报送 { 出处：“一”；截止：3月31日 }",
    text="一、评估程序\n自我评估报告于三月末前报送。\n",
)
BESIDE = _code(
    "G616",
    (
        "“{figure}”在原文“{clause}”里有，但不在“{name}”旁边，{have}",
        "“{figure}” is in “{clause}”, though not beside “{name}”; {have}",
    ),
    (
        "核对是不是把别项的数写到了这里；确实如此的，用“取义”说明",
        "see whether it is the figure of something else; if it is right, say why with reading",
    ),
    what=(
        "这个数在条文里有，却不在写着这个名称的那一句里。",
        "The clause states this figure, but not in the sentence that names the rule.",
    ),
    why=("多半是两项的数写颠倒了。", "Most likely the figures of two rules were exchanged."),
    mend=("对照原文改正。", "Mend it after the document."),
    bad="等次 等级 { 出处：“一”；依据：得分；优秀：85分以上；良好：低于85分 }",
    good="等次 等级 { 出处：“一”；依据：得分；优秀：90分以上；良好：低于90分 }",
    text="一、评估等次\n得分90分以上的为优秀，低于90分的为良好。加分前不超过85分。\n",
    severity=Severity.WARNING,
)
GAP = _code(
    "G617",
    (
        "原文缺“{clause}”：编号由上一项跳到“{next}”，政策没有交代",
        "the document lacks “{clause}”: its numbers leap to “{next}”, and the policy says nothing",
    ),
    (
        "写一条出处为“{clause}”的规定，用“推定”“授权”或“空缺”说明怎样处理",
        "write a rule with the source “{clause}” that says why: inferred, delegated or blank",
    ),
    what=("原文的编号跳了号，缺的那一项没有下文。", "The numbers of the document leave one out."),
    why=(
        "缺的可能是一整条规定；不交代，别人会以为漏编了。",
        "A whole rule may be missing; unsaid, it looks as if it had been forgotten.",
    ),
    mend=("写明缺的一项怎样处理。", "Say what becomes of the missing item."),
    bad="对象 县区政府 { 出处：“一” }",
    good="对象 县区政府 { 出处：“一” }\n运用 第二项 { 出处：“二”；空缺：“原文缺这一项” }",
    text=_GAP,
    severity=Severity.WARNING,
)
CITES_GAP = _code(
    "G618",
    (
        "原文缺“{clause}”，引用它的规定没有说明理由",
        "the document lacks “{clause}”, which is cited without a reason",
    ),
    (
        "加一行“推定”“取义”“授权”或“空缺”",
        "add a line: inferred, reading, delegated or blank",
    ),
    what=(
        "原文的编号缺这一项，规定却以它为出处。",
        "The document's numbers leave this one out, and yet a rule cites it.",
    ),
    why=("没有原文可查，就要说明规定从何而来。", "With no text to look up, say where it is from."),
    mend=(
        "写明是推定、取义、授权，还是空缺。",
        "Say whether it is inferred, read, delegated, blank.",
    ),
    bad="运用 第二项 { 出处：“二”；则：通报 }",
    good="运用 第二项 { 出处：“二”；则：通报；推定：“比照往年” }",
    text=_GAP,
)
COVERAGE = _code(
    "G619",
    (
        "原文{all}条，已编入或说明的{done}条，占{share}，不到要求的{least}",
        "{done} of {all} clauses are encoded or accounted for: {share}, less than {least}",
    ),
    ("还没有的：{open}", "open: {open}"),
    what=(
        "原文的条文有一部分没有任何规定引用。",
        "Some clauses of the document are not cited by any rule.",
    ),
    why=("漏编的条文不起作用。", "A clause that is not encoded has no effect."),
    mend=(
        "编入；不进入计分的，用“职责”加“不计分”写明理由。",
        "Encode it, or say in a duty why it is not scored.",
    ),
    bad="对象 县区政府 { 出处：“一” }",
    good="对象 县区政府 { 出处：“一” }\n机构 评估组 { 出处：“二（一）”、“二（二）” }",
    severity=Severity.WARNING,
)
REASON = _code(
    "G620",
    (
        "“{figure}”既不在原文“{clause}”里，也和所写的理由不一致，{have}",
        "“{figure}” is neither in “{clause}” nor in the reason given; {have}",
    ),
    ("改数，或改理由里的数", "change the figure, or the one in the reason"),
    what=(
        "这个数靠推定、取义或授权，理由里写的却是别的数。",
        "The figure rests on a reason (inferred, reading, delegated) that states another one.",
    ),
    why=("改了一处忘了另一处，就没有人知道哪个是定下来的数。", "No one knows which was decided."),
    mend=("核对以哪个为准，两处改成一样。", "See which is right, and write it in both places."),
    bad="期限 报送 { 出处：“一”；截止：4月20日；授权：“报送日期定为4月10日” }",
    good="期限 报送 { 出处：“一”；截止：4月10日；授权：“报送日期定为4月10日” }",
    severity=Severity.WARNING,
)
CODES = (
    NO_CLAUSES,
    UNKNOWN_CLAUSE,
    AMBIGUOUS,
    LOST,
    FIGURE,
    BESIDE,
    GAP,
    CITES_GAP,
    COVERAGE,
    REASON,
)
