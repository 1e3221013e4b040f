"""Findings of the parse loop in the author's words."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from . import bracket_codes
from . import syntax_codes as codes
from .diagnostics import Argument, Code, Diagnostic, Edit, Fix, Text
from .slips import digit_in_name
from .source import Span
from .tables import END
from .tokens import Token

_WRITTEN = {"_RPAR": "）", "_SEP": "；", "_LIST": "、", "_COMMA": "，"}
#: Groups of what may come next: shown if the first kind is possible and the second is not.
_GROUPS: tuple[tuple[str, str, Text], ...] = (
    ("QUANTITY", "", Text("一个值", "a value")),
    ("KEY", "QUANTITY", Text("“属性：值”或一个块", "“property: value” or a block")),
    ("STRING", "QUANTITY", Text("标题", "a title")),
    ("_LPAR", "QUANTITY", Text("“（”", "“(”")),
    ("_LBRACE", "", Text("“{”", "“{”")),
    ("_COLON", "", Text("“：”", "“:”")),
    ("_RPAR", "", Text("“）”", "“)”")),
    ("_LIST", "", Text("“、”", "“、”")),
    ("_COMMA", "", Text("“，”", "“,”")),
    ("_SEP", "", Text("换行或“；”", "a new line or “;”")),
    ("_RBRACE", "", Text("“}”", "“}”")),
    ("OR", "", Text("运算符", "an operator")),
)


def expected_text(kinds: Sequence[str]) -> Text:
    """What may come next, at most five things, always in the same order."""
    names = [text for kind, bar, text in _GROUPS if kind in kinds and bar not in kinds][:5]
    return Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))


def refusal(expected: Sequence[str], previous: Token, token: Token) -> Diagnostic:
    """A token that does not fit where it stands."""
    # After a separator the line before was finished: it is this token that cannot begin one.
    if (token.kind in (END, "_SEP", "_RBRACE") or token.first) and previous.kind != "_SEP":
        return _unfinished(previous, expected_text(expected))
    if token.kind == "_RPAR":
        fix = Fix(Text("删去这个括号", "delete this bracket"), (Edit(token.span, ""),))
        return Diagnostic(bracket_codes.STRAY_BRACKET, token.span, {}, fixes=(fix,))
    glued = (previous.kind, token.kind, previous.end) == ("WORD", "QUANTITY", token.start)
    if glued and "_LBRACE" in expected:
        # ``否决 不足600分 {``: in the head of a block no figure but one in the name can be meant.
        whole = previous._replace(text=previous.text + token.text, end=token.end)
        return digit_in_name(whole, len(previous.text))
    args: dict[str, Argument] = {"text": token.text, "expected": expected_text(expected)}
    return Diagnostic(codes.UNEXPECTED, token.span, args)


def _unfinished(previous: Token, expected: Text) -> Diagnostic:
    args: dict[str, Argument] = {"text": previous.text, "expected": expected}
    return Diagnostic(codes.UNFINISHED, previous.span, args)


def repair_finding(
    kinds: Sequence[str], previous: Token, token: Token, key: Token | None, *, blank: bool
) -> Diagnostic:
    """Something left out before ``token``; ``blank`` if only blanks stand between the two."""
    if "HOLE" in kinds:
        return _missing_item(previous, token, key)
    return _missing_mark(kinds, previous, token, blank)


def _missing_item(previous: Token, token: Token, key: Token | None) -> Diagnostic:
    if previous.kind == "_COLON" and key is not None and key.kind == "KEY":
        span = Span(key.start, max(key.end, previous.end))
        return Diagnostic(codes.MISSING_VALUE, span, {"text": key.text})
    if token.kind in (END, "_SEP", "_RBRACE") or token.first:
        finding = _unfinished(previous, Text("一个值", "a value"))
        if previous.kind not in ("_COMMA", "_LIST"):
            return finding
        mark = previous.text
        title = Text(f"删去多余的“{mark}”", f"delete the extra “{mark}”")
        return evolve(finding, fixes=(Fix(title, (Edit(previous.span, ""),)),))
    args: dict[str, Argument] = {"before": previous.text, "after": token.text}
    return Diagnostic(codes.MISSING_ITEM, Span(previous.start, token.end), args)


def _missing_mark(kinds: Sequence[str], previous: Token, token: Token, blank: bool) -> Diagnostic:
    code: Code = {
        "_RPAR": bracket_codes.MISSING_BRACKET,
        "_SEP": codes.SAME_LINE,
    }.get(kinds[0], codes.MISSING_MARK)
    marks = "".join(_WRITTEN[kind] for kind in kinds if kind != "_SEP" or not token.first)
    # A blank between two items stood for the mark.
    end = token.start if blank and not token.first and kinds[-1] != "_SEP" else previous.end
    edit = Edit(Span(previous.end, end), marks)
    fix = Fix(Text(f"补上“{marks}”", f"add “{marks}”"), (edit,), safe=True)
    args: dict[str, Argument] = {"before": previous.text, "after": token.text, "marks": marks}
    span = previous.span if token.first else Span(previous.start, token.end)
    return Diagnostic(code, span, args, fixes=(fix,))
