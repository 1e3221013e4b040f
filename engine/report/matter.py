"""The report of which changes can matter: one line a change, and the unit that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ...grammar.diagnostics import Language, Text
from ..explain.numbers import value_text
from ..matter.judge import Matter, Matters, Verdict
from ..matter.outcomes import Output
from ..matter.search import Got, Witness
from ..matter.states import State
from ..matter.targets import Answer, NoAnswer
from ..trial.write import Writer
from .attribution import changes_name
from .model import Branch, Lines, Section, Tone
from .words import Wording

VERDICTS: dict[Verdict, Text] = {
    Verdict.PROVED: Text("证明不影响结果", "proved to change no result"),
    Verdict.MATTERS: Text("可影响", "can matter"),
    Verdict.OPEN: Text("未能判定", "undecided"),
}
_TONES: dict[Verdict, Tone] = {
    Verdict.PROVED: "muted",
    Verdict.MATTERS: "plain",
    Verdict.OPEN: "warn",
}
_OUTPUTS: dict[str, Text] = {
    "total": Text("总分", "total"),
    "rank": Text("名次", "rank"),
    "proposed": Text("拟定等次", "proposed grade"),
    "grade": Text("等次", "grade"),
    "veto": Text("否决", "veto"),
    "pending": Text("待决定", "pending"),
    "use": Text("运用", "use"),
    "figure": Text("运用", "use"),
    "column": Text("列", "column"),
    "listing": Text("明细表", "table"),
    "notice": Text("提示", "notice"),
    "requirement": Text("校验", "requirement"),
    "remark": Text("运用的说明", "remark on the use"),
    "event": Text("否决的明细", "details of the veto"),
    "groups": Text("组数", "number of groups"),
}


def matter_sections(found: Matters, language: Language) -> tuple[Section, ...]:
    """The section of what can matter, for the report of a difference."""
    word = Wording(language)
    heading = word("改动能否影响结果", "Which changes can matter")
    counts = word("，", ", ").join(
        f"{verdict_word(verdict, word)} {len(found.of(verdict))}" for verdict in Verdict
    )
    said: list[tuple[str, Tone]] = [(counts, "strong"), (_rest(found, word), "muted")]
    branches = tuple(_branch(one, word) for one in found.verdicts)
    return (Section(heading, (Lines(tuple(said), bullets=False), *branches)),)


def verdict_word(verdict: Verdict, word: Wording) -> str:
    return VERDICTS[verdict].of(word.language)


def _rest(found: Matters, word: Wording) -> str:
    if found.complete:
        return word(
            "“结果”指得分、名次、等次、否决和运用，就两份政策都能核算的任何数据而言；"
            "改名按新名称核算；其余改动（文字、条号、依据、主体）证明不影响结果",
            "results are totals, ranks, grades, vetoes and uses, on any data that both policies "
            "accept; what was renamed goes by its new name, and all other changes (wording, "
            "numbering, provenance, actors) are proved to change none",
        )
    return word(
        "“结果”指得分、名次、等次、否决和运用；有的改动不能单独作出，不在下列各项之内",
        "results are totals, ranks, grades, vetoes and uses; some changes cannot be made by "
        "themselves and are not among these",
    )


def _branch(one: Matter, word: Wording) -> Branch:
    notes = tuple(_notes(one, word))
    label = f"{verdict_word(one.verdict, word)}　{changes_name(one.changes, word)}"
    return Branch(label, tone=_TONES[one.verdict], notes=notes)


def _notes(one: Matter, word: Wording) -> Iterator[str]:
    if one.verdict is Verdict.PROVED and one.outputs:
        listed = word("、", ", ").join(dict.fromkeys(output_word(o, word) for o in one.outputs))
        yield word(f"只涉及：{listed}", f"concerns only: {listed}")
    if one.states is None:
        return
    if one.last:
        yield word("其他改动都作出之后：", "when all other changes have been made:")
    several = len(one.witnesses) > 1
    if several:
        yield word("只有这几个单位时：", "of these units alone:")
    for number, witness in enumerate(one.witnesses, 1):
        if several:
            yield word(f"单位{number}", f"unit {number}")
        yield from given_lines(witness, one.states, word.language)
        for side, new in ((word("原", "old"), False), (word("新", "new"), True)):
            told = word("，", ", ").join(_got(got, new, word) for got in witness.got)
            yield f"{side}{word('：', ': ')}{told}"


def output_word(output: Output, word: Wording) -> str:
    """One output, by its name."""
    kind = _OUTPUTS[output.kind].of(word.language)
    return word(f"{kind}“{output.name}”", f"{kind} “{output.name}”") if output.name else kind


def given_lines(witness: Witness, states: tuple[State, State], language: Language) -> list[str]:
    """What is given, as the lines of a worked example in the words of the policies; where the two
    are told of other names, first what the old one is told."""
    old, new = (
        Writer(state.checked, language).given(case)
        for state, case in zip(states, witness.cases, strict=True)
    )
    return new if old == new else [*(line for line in old if line not in new), *new]


def _got(got: Got, new: bool, word: Wording) -> str:
    value = got.new if new else got.old
    name = got.name or _OUTPUTS[got.kind].of(word.language)
    unit = got.unit.of(word.language) if isinstance(value, (int, Fraction)) else ""
    return f"{name} {got_text(value, word)}{unit}"


def got_text(value: Answer | None, word: Wording) -> str:
    """What a unit gets, in words."""
    if isinstance(value, NoAnswer):
        return word("定不出（不在任何一档）", "no answer (in no band)")
    if value is None or value == ():
        return word("无", "none")
    return value_text(value)
