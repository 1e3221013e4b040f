"""The vocabulary: every word of the language, in both languages, with what it means and where it
may stand. The grammar knows none of these words; checking, help and documentation read this table.
"""

from __future__ import annotations

from collections.abc import Iterable

from .diagnostics import Text
from .tokens import UNITS_EN
from .words import BlockWord, PropertyWord, ValueKind, Word


def _prop(
    id: str, zh: str, en: str, value: ValueKind, help_zh: str, help_en: str, *choices: Word
) -> PropertyWord:
    return PropertyWord(id, zh, en, Text(help_zh, help_en), value, choices)


def _word(id: str, zh: str, en: str, help_zh: str = "", help_en: str = "") -> Word:
    return Word(id, zh, en, Text(help_zh or zh, help_en or en))


def _table(words: Iterable[PropertyWord]) -> dict[str, PropertyWord]:
    return {word.id: word for word in words}


V = ValueKind

# One row a word: the tables below are read across.
# fmt: off

PROVENANCE: tuple[str, ...] = ("source", "inferred", "reading", "alternatives", "delegated", "note")

PROPERTIES: dict[str, PropertyWord] = _table(
    (
        # provenance
        _prop("source", "出处", "source", V.PROVENANCE, "所依据的条文编号；冒号后可引原文几个字", "the clause it encodes; after a colon, words of it"),
        _prop("inferred", "推定", "inferred", V.PROVENANCE, "原文没有写、由算术或并列条文推出，写明理由", "not stated; the reason it follows"),
        _prop("reading", "取义", "reading", V.PROVENANCE, "原文有几种读法时选用的一种，写明理由", "the reading chosen where the text has several"),
        _prop("alternatives", "另解", "alternatives", V.TEXT, "没有选用的其他读法", "readings not chosen"),
        _prop("delegated", "授权", "delegated", V.PROVENANCE, "原文留给当年主管机关确定的数", "a value the text leaves to the annual authority"),
        _prop("note", "说明", "note", V.TEXT, "给读者的话，不影响结果", "a remark; no effect"),
        _prop("formerly", "原名", "formerly", V.NEW_NAMES, "上一份政策里的名称，供逐年比较", "its names in the policy before, for comparing years"),
        # header
        _prop("year", "年度", "year", V.YEAR, "评估的年度", "the year evaluated"),
        _prop("issuer", "发布", "issuer", V.WORDS, "发文机关", "who issued the document"),
        _prop("basis", "依据文件", "basis", V.DOCUMENTS, "制定所依据的文件", "documents it rests on"),
        _prop("purpose", "宗旨", "purpose", V.TEXT, "指导思想", "the guiding thought"),
        # units and people
        _prop("teams", "评估组", "teams", V.COUNT, "负责评估这类单位的评估组个数", "how many evaluation groups"),
        _prop("classes", "类别", "classes", V.NEW_NAMES, "这类单位再分的类别", "the classes it is divided into"),
        _prop("by", "按", "by", V.COLUMNS, "按名册的哪些列分组；不写则全部在一组", "register columns that make the groups; one group without them"),
        _prop("count", "个数", "count", V.COUNT, "应有的个数，与实有的核对", "how many there must be"),
        _prop("members", "包括", "members", V.NEW_NAMES, "名录里的各个名称", "the names in the roster"),
        _prop("chair", "主任", "chair", V.NAMES, "主任", "the chair"),
        _prop("executive_vice_chair", "常务副主任", "executive_vice_chair", V.NAMES, "常务副主任", "the executive vice-chair"),
        _prop("vice_chair", "副主任", "vice_chair", V.NAMES, "副主任", "vice-chairs"),
        _prop("member", "成员", "member", V.NAMES, "成员", "members"),
        _prop("tasks", "职责", "tasks", V.TEXT, "职责", "what it is for"),
        _prop("under", "隶属", "under", V.NAMES, "隶属于哪个机构", "the body above it"),
        _prop("seat", "设在", "seat", V.NAMES, "办公室设在哪个单位", "the office that hosts it"),
        _prop("evaluates", "评估对象", "evaluates", V.NAMES, "评估哪类单位", "the units it evaluates"),
        # data
        _prop("file", "文件", "file", V.TEXT, "数据文件夹里的文件名", "a file name in the data folder"),
        _prop("encoding", "编码", "encoding", V.TEXT, "CSV 的编码；不写则自动识别", "the CSV encoding; detected when not given"),
        _prop("key", "主键", "key", V.COLUMNS, "区分各行的列，不得重复", "columns that identify a row"),
        _prop("unique", "唯一", "unique", V.COLUMNS, "另外不得重复的列，空格不算", "further columns that must not repeat"),
        _prop("belongs_to", "归属", "belongs_to", V.TABLE, "每一行归属于哪个表的一行，按那个表的主键对应", "the table that each row belongs to, by that table's key"),
        _prop("partial", "可缺行", "partial", V.FLAG, "不必每个单位都有一行；没有的为空", "not every unit needs a row; what has none is blank"),
        _prop("period", "期次", "period", V.COLUMNS, "区分各期（年度、季度）的列", "the column that tells periods apart"),
        _prop("optional", "可缺", "optional", V.FLAG, "没有这个文件也可以", "the file may be absent"),
        # indicators
        _prop("applies", "适用", "applies", V.NAMES, "适用于哪类单位", "the units it applies to"),
        _prop("proposed_by", "提出", "proposed_by", V.NAMES, "由谁提出", "who proposes it"),
        _prop("drafted_by", "拟定", "drafted_by", V.NAMES, "由谁拟定", "who drafts it"),
        _prop("reviewed_by", "审核", "reviewed_by", V.NAMES, "由谁审核", "who reviews it"),
        _prop("approved_by", "审定", "approved_by", V.NAMES, "由谁审定", "who approves it"),
        _prop("confirmed_by", "确认", "confirmed_by", V.NAMES, "由谁确认批复", "who confirms it"),
        _prop("issued_by", "下达", "issued_by", V.NAMES, "由谁下达", "who issues it"),
        _prop("scored_by", "评分", "scored_by", V.NAMES, "由谁评分", "who scores it"),
        _prop("absent", "缺项", "absent", V.CONDITION, "没有这一项、不予评价的条件", "when the item does not exist for a unit and is not evaluated"),
        _prop("absent_score", "缺项得分", "absent_score", V.FORMULA, "缺项的单位这一项得多少分；可用“满分”和“得分”（没有缺项的单位的得分）", "what a unit gets for an item it lacks; full is the full mark, score the mark of those that have it"),
        _prop("absent_rule", "缺项处理", "absent_rule", V.CHOICE, "下面有缺项时怎样计", "what counts when an item below is absent",
              _word("rescale", "换算", "rescale")),
        _prop("taken_from", "取自", "taken_from", V.SOURCE, "得分取自哪个数据表或指标", "the table or indicator its mark comes from"),
        _prop("list", "清单", "list", V.TABLE, "每个单位一份清单，每行一个条目", "the table that lists each unit's items"),
        _prop("item_points", "条目分值", "item_points", V.FORMULA, "每个条目的分值，合计须等于满分", "points of an item; they must add up"),
        _prop("item_score", "条目得分", "item_score", V.FORMULA, "每个条目的得分", "score of an item"),
        # stages
        _prop("full", "满分", "full", V.POINTS, "得分的满分", "the full mark"),
        _prop("conversion", "折算", "conversion", V.FORMULA, "由得分、满分、权重算出计入总分的分", "how a mark becomes points of the total"),
        _prop("method", "方式", "method", V.WORDS, "采用的方式", "the means used"),
        _prop("covers", "评估内容", "covers", V.WORDS, "评估哪些方面", "what it looks at"),
        _prop("owner", "负责", "owner", V.NAMES, "由谁负责", "who is responsible"),
        _prop("score", "得分", "score", V.FORMULA, "得分怎样算；可用“满分”", "how the mark is worked out; full is the full mark"),
        # values and cases
        _prop("each", "逐行", "each", V.TABLE, "对哪个数据表逐行计算", "the table worked through row by row"),
        _prop("when", "当", "when", V.CONDITION, "成立的条件", "the condition"),
        _prop("take", "取", "take", V.FORMULA, "取什么值", "the value"),
        _prop("remark", "提示", "remark", V.TEXT, "走到这一情形时写进结果的提示", "a notice put in the result when this case applies"),
        _prop("must", "要求", "must", V.CONDITION, "必须成立的条件", "what must hold"),
        # duties and dates
        _prop("due", "截止", "due", V.DATE, "截止日期，含当日；可以是算出的日期", "the last day, that day included; it may be a formula"),
        _prop("holidays", "假日表", "holidays", V.TABLE, "逐日写明放假、上班的数据表；没有写的周六、周日休息，其余上班", "the table of days off and days worked; of all others Saturdays and Sundays are off"),
        _prop("off", "放假", "off", V.WORDS, "假日表里哪些词是放假；休息、休假、公休、节假日等不必写", "which words of the table mean a day off; rest and holiday need not be written"),
        _prop("work", "上班", "work", V.WORDS, "假日表里哪些词是上班；补班、调休上班、工作日等不必写", "which words of the table mean a day worked; working and workday need not be written"),
        _prop("responsible", "责任", "responsible", V.NAMES, "责任单位", "who must keep it"),
        _prop("submit_to", "报送", "submit_to", V.NAMES, "报送给谁", "to whom"),
        _prop("condition_text", "前提", "condition_text", V.TEXT, "用文字写的前提", "a precondition in words"),
        _prop("compare", "核对", "compare", V.CHECKED_COLUMN, "用哪一列的数据核对", "the column it is checked against"),
        _prop("subject_of", "主体", "subject_of", V.NAMES, "谁的职责", "whose duty"),
        _prop("matter", "事项", "matter", V.TEXT, "要办的事", "what is to be done"),
        _prop("unscored", "不计分", "unscored", V.TEXT, "为什么不进入计分", "why it has no effect on the score"),
        # bonus
        _prop("first_review", "初审", "first_review", V.NAMES, "由谁初审", "who makes the first review"),
        _prop("application", "申报条件", "application", V.TEXT, "申报的条件和程序", "conditions of an application"),
        _prop("same", "同一", "same", V.PICK, "同一事项有几行时怎样计", "what counts when several rows concern one matter",
              _word("highest", "取最高", "highest"), _word("lowest", "取最低", "lowest")),
        _prop("cap", "封顶", "cap", V.POINTS, "最多计多少分", "the most that counts"),
        # ranking, grades, veto
        _prop("on", "依据", "on", V.FORMULA, "依据哪个数", "the value it goes by"),
        _prop("groups", "分组", "groups", V.WORDS, "在哪个分组内", "the grouping it is done in"),
        _prop("order", "次序", "order", V.CHOICE, "名次的次序", "the order of ranks",
              _word("descending", "由高到低", "descending"), _word("ascending", "由低到高", "ascending")),
        _prop("ties", "并列", "ties", V.CHOICE, "同分怎样排", "what equal values get",
              _word("share", "同名次", "share"), _word("dense", "同名次不空位", "dense"),
              _word("worse", "同末位", "worse"), _word("mean", "取平均", "average"), _word("none", "不许", "forbidden")),
        _prop("then_by", "同分依据", "then_by", V.FORMULA, "同分时再依据哪个数", "what decides between equal values"),
        _prop("official", "作为结果", "official", V.FLAG, "有几个排名（等次）时，结果以这一个为准", "of several rankings, or grades, the result goes by this one"),
        _prop("content", "内容", "content", V.TEXT, "提示的内容", "what the notice says"),
        _prop("grade", "等次", "grade", V.WORDS, "作用于哪个等次", "the grades it acts on"),
        _prop("result", "结果", "result", V.NEW_NAMES, "否决之后的等次叫什么", "the name of the grade after it"),
        _prop("discretion", "裁量", "discretion", V.NAMES, "由谁裁量决定", "who decides"),
        _prop("effective", "生效", "effective", V.CONDITION, "哪些行已经决定生效", "rows where the effect was decided"),
        _prop("pending", "待定", "pending", V.CONDITION, "哪些行还没有决定", "rows that await a decision"),
        _prop("lower", "降低", "lower", V.COUNT, "每项情形降几级", "how many grades each event lowers"),
        _prop("set_to", "定为", "set_to", V.WORDS, "直接定为哪个等次", "the grade it sets"),
        _prop("at_best", "最高为", "at_best", V.WORDS, "最高只能是哪个等次", "the best grade it allows"),
        _prop("at_most", "累计", "at_most", V.WORDS, "合起来最多降几级", "the most that all events lower"),
        _prop("floor", "最低", "floor", V.WORDS, "最低降到哪一档", "the grade below which it does not go"),
        # examples
        _prop("keeps", "满足", "keeps", V.WORDS, "这个例子应当满足的校验", "requirements that the example must meet"),
        _prop("breaks", "违反", "breaks", V.WORDS, "这个例子应当违反的校验", "requirements that the example must fail"),
        # uses
        _prop("then", "则", "then", V.WORDS, "导致的后果", "what follows"),
        _prop("blank", "空缺", "blank", V.TEXT, "原文空缺的条目", "an item missing from the text"),
    )
)

_ACTORS = ("owner", "proposed_by", "drafted_by", "reviewed_by", "approved_by", "confirmed_by", "issued_by", "scored_by")


def _block(
    id: str, zh: str, en: str, help_zh: str, help_en: str, parents: tuple[str, ...],
    properties: tuple[str, ...] = (), required: tuple[str, ...] = (), *,
    named: bool = True, amount: ValueKind | None = None, entries: ValueKind | None = None,
    sourced: bool = False,
) -> BlockWord:
    # Names of columns and values are the author's own: there no word of ours may stand in their way.
    former = ("formerly",) if named else ()
    own = () if id in ("sheet", "columns", "export", "given", "expected") else properties + required + former + PROVENANCE
    return BlockWord(
        id, zh, en, Text(help_zh, help_en), parents, own, required, named, amount, entries, sourced
    )


#: Kinds that add up what each matter brings: points to be added, and points to be taken off.
MATTER_KINDS = ("bonus", "deduction")
_TOP = ("file",)
#: What may have a value for each of some cases.
_WITH_CASES = (
    "value", "goal", "indicator", "item", "stage", *MATTER_KINDS, "step", "panel", "quota", "grades",
)  # fmt: skip

BLOCKS: dict[str, BlockWord] = {
    block.id: block
    for block in (
        _block("policy", "政策", "policy", "政策的题头", "the head of the policy", _TOP,
               ("issuer", "basis", "purpose"), ("year",)),
        _block("subject", "对象", "subject", "一类被评估的单位", "a kind of evaluated unit", _TOP,
               ("teams", "classes", "count"), sourced=True),
        _block("grouping", "分组", "grouping", "把单位分成若干组", "divides the units into groups", _TOP,
               ("by", "count"), sourced=True),
        _block("roster", "名录", "roster", "一组名称，可作列的取值", "a list of names", _TOP,
               ("count",), ("members",), sourced=True),
        _block("body", "机构", "body", "参与评估的机构", "a body that takes part", _TOP,
               ("chair", "executive_vice_chair", "vice_chair", "member", "tasks", "under", "seat",
                "evaluates", "count"), sourced=True),
        _block("register", "名册", "register", "被评估单位的名册", "the register of units", _TOP,
               ("encoding", "unique", "belongs_to", "period"), ("file", "key"), sourced=True),
        _block("table", "数据表", "table", "一张数据表", "a data table", _TOP,
               ("encoding", "key", "unique", "optional", "belongs_to", "partial", "period"), ("file",), sourced=True),
        _block("sheet", "工作表", "sheet", "工作簿里的一张表", "one sheet of a workbook",
               ("register", "table"), entries=V.COLUMN_TYPE),
        _block("columns", "列", "columns", "各列的类型", "the columns and their types",
               ("register", "table"), named=False, entries=V.COLUMN_TYPE),
        _block("system", "体系", "system", "一类单位的指标体系", "the indicators of one kind of unit",
               _TOP, ("applies", "absent_rule", "each", "taken_from"), amount=V.POINTS, sourced=True),
        _block("goal", "目标", "goal", "指标体系的一个方面", "one part of an indicator system",
               ("system",), ("covers", *_ACTORS, "taken_from", "list", "item_points", "item_score", "score", "absent", "absent_score", "absent_rule"),
               amount=V.POINTS, sourced=True),
        _block("indicator", "指标", "indicator", "一项指标", "an indicator", ("goal", "indicator", "system"),
               (*_ACTORS, "taken_from", "score", "method", "absent", "absent_score", "absent_rule"), amount=V.POINTS, sourced=True),
        _block("item", "细项", "item", "指标下的一个细项", "an item of an indicator",
               ("indicator", "goal", "item"), (*_ACTORS, "taken_from", "score", "method", "absent", "absent_score", "absent_rule"),
               amount=V.POINTS, sourced=True),
        _block("deadline", "期限", "deadline", "一个截止日期", "a last day", _TOP,
               ("responsible", "submit_to", "condition_text", "compare"), ("due",), sourced=True),
        _block("calendar", "日历", "calendar", "工作日怎样数", "which days are worked", _TOP, ("off", "work"), ("holidays",), sourced=True),
        _block("value", "取值", "value", "一个中间值", "a derived value", _TOP, ("each", "take"), sourced=True),
        _block("case", "情形", "case", "一种情形，先写的先判断", "a case; the first that holds applies",
               _WITH_CASES, ("remark",), ("when", "take")),
        _block("otherwise", "其余", "otherwise", "其他情形都不成立时", "when no case holds",
               _WITH_CASES, ("remark",), ("take",)),
        _block("requirement", "校验", "requirement", "数据必须满足的要求", "what the data must satisfy",
               _TOP, ("each", "when"), ("must",), sourced=True),
        _block("invariant", "底线", "invariant", "任何单位、任何示例都必须成立的条件",
               "what must hold for every unit and every example", _TOP, ("each", "when"), ("must",)),
        _block("example", "示例", "example", "一个算好的例子，试算时核对", "a worked example; guiju test checks it",
               _TOP, ("must", "keeps", "breaks")),
        _block("unit", "单位", "unit", "示例里的一个单位", "one unit of an example", ("example",), ("must",)),
        _block("given", "给定", "given", "给定的值；写上数据表的名称，就是那张表里的一行",
               "values taken as given; with the name of a table, one row of it", ("example", "unit"),
               named=False, entries=V.GIVEN),
        _block("expected", "应得", "expected", "应当算出的值；写上数据表的名称，就是给定的一行应当算出的值",
               "the values that must come out; with the name of a table, those of one row of it",
               ("example", "unit"), named=False, entries=V.GIVEN),
        _block("duty", "职责", "duty", "不计分的职责", "a duty without effect on the score", _TOP,
               ("matter", "compare", "unscored"), ("subject_of",), sourced=True),
        _block("scale", "对照", "scale", "名称与数值的对照", "names and their values", _TOP,
               entries=V.FORMULA, sourced=True),
        _block("steps", "分段", "steps", "按数的大小分段取值；一段的值写成“0分至10分”的，从一端到另一端按比例；各段都不写值的，取这一段的名称", "a value for each range of a number; one written 0pts to 10pts runs in proportion from end to end; without values, the name of the range", _TOP,
               entries=V.STEP, sourced=True),
        _block("process", "评估", "process", "评估程序，各环节之和为满分", "the evaluation as a whole", _TOP,
               ("applies", "full", "owner", "method", "each", "absent_rule"), ("conversion",), amount=V.POINTS, sourced=True),
        _block("stage", "环节", "stage", "评估的一个环节", "a stage of the evaluation",
               ("process", "stage"), ("method", "covers", *_ACTORS, "taken_from", "full", "score", "conversion", "absent", "absent_score", "absent_rule"),
               amount=V.PERCENT, sourced=True),
        _block("panel", "评议组", "panel", "一个环节内按比例合成的评议组", "a panel, weighted inside its stage",
               ("stage",), ("method", *_ACTORS, "taken_from", "score", "absent", "absent_score"), amount=V.PERCENT, sourced=True),
        _block("bonus", "加分", "bonus", "按申报逐项加分", "points added for each application", _TOP,
               ("first_review", "approved_by", "application", "take", "same", "cap"), ("each",), sourced=True),
        _block("deduction", "扣分", "deduction", "逐项扣分，写成扣多少；核算的步骤里减去", "points taken off for each matter, written as what is taken; a step subtracts them", _TOP,
               ("first_review", "approved_by", "application", "take", "same", "cap"), ("each",), sourced=True),
        _block("tally", "核算", "tally", "由各环节算出最后结果的步骤", "the steps to the final figure", _TOP,
               ("owner", "each"), sourced=True),
        _block("step", "步骤", "step", "核算的一步", "one step", ("tally",), ("take",), sourced=True),
        _block("ranking", "排名", "ranking", "组内名次", "ranks inside groups", _TOP, ("when", "then_by", "official", "each"),
               ("on", "groups", "order", "ties"), sourced=True),
        _block("grades", "等次", "grades", "按一个数的分段，或按逐条写的情形划分等次，由好到差写", "grades by ranges of a figure, or by cases, best first", _TOP,
               ("owner", "on", "official", "each"), entries=V.BAND, sourced=True),
        _block("notice", "提示", "notice", "需要列出的单位", "units to be listed", _TOP, ("each",),
               ("when", "content"), sourced=True),
        _block("veto", "否决", "veto", "出现情形时降低等次", "events that lower the grade", _TOP,
               ("discretion", "pending", "at_most", "floor", "each", "effective", "when", "lower", "set_to", "at_best"),
               ("grade", "result"),
               sourced=True),
        _block("use", "运用", "use", "结果的运用", "a use of the result", _TOP,
               ("applies", "when", "then", "unscored", "blank", "owner"), sourced=True),
        _block("quota", "名额", "quota", "由结果算出的数额", "a figure that follows from the result",
               ("use",), ("take",), sourced=True),
        _block("export", "结果表", "export", "导出的结果表各列", "the columns of the exported result", _TOP,
               named=False, entries=V.FORMULA),
    )
}

#: Words that stand for values wherever their place asks for them.
TYPES: tuple[Word, ...] = (
    _word("text", "文字", "text", "任何文字", "any text"),
    _word("number", "数", "number", "数；带单位的写单位：分、元、％、天、小时、人", "a number; one with a measure has that instead: pts, yuan, %, days, hours, people"),
    _word("integer", "整数", "integer", "整数；单位写在后面：整数，人", "a whole number; its measure follows: integer, people"),
    _word("date", "日期", "date", "2024-05-10、2024年5月10日等", "2024-05-10, 2024年5月10日"),
    _word("unit", "单位", "unit", "被评单位的名称；一张表只有一列", "the name of an evaluated unit; one column a table"),
    _word("names", "名单", "names", "几个名称，用顿号等隔开", "several names in one cell"),
    _word("subject", "对象", "subject", "一类单位，即“对象”块的名称", "a kind of unit: the name of a subject block"),
    _word("class", "类别", "class", "对象里“类别”列出的名称", "a name among the classes of the subjects"),
)
COLUMN_FLAGS: tuple[Word, ...] = (
    _word("nullable", "可空", "nullable", "可以空着，也可写“/”“—”“无”；可空（“无专项预算”、“未报”）：只有括号里的字样表示没有，空着是差错，允许空着的加上“”", "may be blank, or hold /, — or 无; nullable(“no budget”, “not reported”): only these words stand for none and an empty cell is a mistake, unless “” is listed too"),
    _word("reference", "备查", "reference", "只供查阅，没有规则用它", "kept for the record; no rule reads it"),
    _word("outsiders", "名册外不计", "outsiders_left_out", "只用于数据表里单位的那一列：名册里没有的单位，它的行不读，核算时列出有几行、是哪些；没有写的，名册外的单位是差错", "for the unit column of a data table: rows of units that the register lacks are left out, and counted and named in a note; without it such a row is a mistake"),
    _word("former", "原名", "former_name", "名册里单位的原名称", "in the register: earlier names of the unit"),
)
FLAGS: tuple[Word, ...] = (_word("yes", "是", "yes"), _word("no", "否", "no"))
NOTHING = _word("nothing", "空", "nothing")
DAYS: tuple[Word, ...] = (_word("off", "放假", "off"), _word("work", "上班", "work"))
LOCALS: tuple[Word, ...] = (_word("score", "得分", "score"), _word("full", "满分", "full"), _word("weight", "权重", "weight"))
ATTRIBUTES: tuple[Word, ...] = (
    _word("full", "满分", "full"), _word("score", "得分", "score"), _word("lowered", "降等", "lowered"), _word("pending", "待定", "pending"),
    _word("if_lowered", "若降", "if_lowered"),
)
#: The units of measure of a column: the word written, and the dimension it has.
UNITS: dict[str, str] = {
    "分": "point", "pts": "point", "％": "", "%": "", "元": "yuan", "yuan": "yuan",
    "人": "count", "名": "count", "个": "count", "项": "count", "票": "count", "家": "count",
    "户": "count", "起": "count", "篇": "count", "场": "count", "份": "count", "所": "count",
    "批": "count", "处": "count", "例": "count", "宗": "count", "张": "count", "台": "count", "套": "count",
    "次": "count", "件": "count", "条": "count", "级": "count", "位": "count", "年": "year",
    "小时": "hour", "分钟": "minute", "周": "week", "期": "count", "轮": "count",
    "天": "day", "日": "day", "倍": "", "个月": "month", "月": "month", "个工作日": "workday",
    "people": "count", "places": "count", "votes": "count", "levels": "count", "days": "day",
}

# fmt: on
UNITS |= {english: UNITS[chinese] for english, chinese in UNITS_EN.items() if chinese in UNITS}


def find(words: Iterable[Word], text: str) -> Word | None:
    """The word written so in Chinese or English, or None."""
    return next((word for word in words if text in (word.zh, word.en)), None)


def find_property(text: str, allowed: Iterable[str]) -> PropertyWord | None:
    """The property word written so, among those allowed."""
    return next((p for i in allowed if text in ((p := PROPERTIES[i]).zh, p.en)), None)


def find_block(text: str) -> BlockWord | None:
    """The block kind written so."""
    return next((b for b in BLOCKS.values() if text in (b.zh, b.en)), None)
