"""Text to raw tokens: what the characters say, before lines and contexts are looked at."""

from __future__ import annotations

import re
from unicodedata import normalize

from . import lexical_codes as codes
from . import slip_codes
from .characters import narrow
from .deceptions import deceptions
from .diagnostics import Argument, Code, Diagnostic, Edit, Fix, Text
from .literals import date, date_exists
from .patterns import (
    AS_DIGITS,
    COLON_NEXT,
    CUT,
    GLUE,
    LIKE_DIGITS,
    LINE_END,
    MASTER,
    NAME_NEXT,
    NAME_REST,
    NEW_LINE,
    QUOTE,
    UNSEEN_RUN,
    UNTIL,
)
from .slips import AFTERWARDS, WITHIN, digit_in_name, numbered
from .source import Source, Span
from .tokens import Token

#: Longer texts are not read: no policy comes near, and every stage stays linear and quick.
LONGEST = 2_000_000


def scan(source: Source) -> tuple[list[Token], list[Diagnostic]]:
    """Every token of a text, comments among them, and what is wrong with single tokens."""
    if len(source.text) > LONGEST:
        return [], [Diagnostic(codes.TOO_LONG, Span(0, 0), {"most": LONGEST})]
    scanner = _Scanner(source)
    scanner.run()
    return scanner.tokens, scanner.found + deceptions(source, scanner.tokens)


class _Scanner:
    """One pass over a text."""

    def __init__(self, source: Source) -> None:
        self.original = source.text
        self.text = narrow(source.text)
        self.tokens: list[Token] = []
        self.found: list[Diagnostic] = []
        self.special = {
            "GRADE": self._grade,
            "KEY": self._word,
            "WORD": self._word,
            "TWO_WORDS": self._two_words,
            "DATE": self._date,
            "ODD_DIGITS": self._odd_digits,
            "GROUPED": self._grouped,
            "BAD_NUMBER": self._bad_number,
            "STRING": self._string,
            "DOCUMENT": self._string,
            "ODD_MARK": self._odd_mark,
            "ODD_DECIMAL": self._odd_mark,
            "OPEN_STRING": self._open_text,
            "OPEN_DOCUMENT": self._open_text,
            "PERCENT": self._percent,
            "ILLEGAL": self._illegal,
        }

    def run(self) -> None:
        """Read all tokens into ``tokens``."""
        match, tokens, special = MASTER.match, self.tokens, self.special
        position, size, first = 0, len(self.text), True
        while position < size:
            found = match(self.text, position)
            assert found is not None and found.lastgroup is not None, "ILLEGAL takes anything"
            kind, start, position = found.lastgroup, position, found.end()
            if kind == "LINE":
                first = True
            elif kind != "BLANK":
                if kind in special:
                    position = special[kind](kind, start, position, first)
                else:
                    tokens.append(Token(kind, found[0], start, position, first))
                first = False

    def _add(self, kind: str, start: int, end: int, first: bool) -> int:
        self.tokens.append(Token(kind, self.text[start:end], start, end, first))
        return end

    def _report(
        self, code: Code, start: int, end: int, fix: Fix | None = None, **more: Argument
    ) -> None:
        args: dict[str, Argument] = {"text": _printable(self.original[start:end]), **more}
        fixes = (fix,) if fix else ()
        self.found.append(Diagnostic(code, Span(start, end), args, fixes=fixes))

    def _word(self, kind: str, start: int, end: int, first: bool) -> int:
        text = self.text[start:end]
        if not text.isascii():
            text = UNSEEN_RUN.sub("", normalize("NFKC", text))
        last = self.tokens[-1] if self.tokens else None
        if last and last.end == start and last.kind == "QUANTITY" and kind == "WORD":
            return self._after_quantity(start, end, last)
        self.tokens.append(Token(kind, text, start, end, first))
        return end

    def _grade(self, kind: str, start: int, end: int, first: bool) -> int:
        """``A＋`` as a name, unless the sum that it may begin goes on in the next line."""
        over = LINE_END.match(self.text, end)
        if over and not NEW_LINE.match(self.text, over.end()):
            return self._word("WORD", start, end - 1, first)
        colon = COLON_NEXT.match(self.text, end)
        return self._word("KEY" if colon else "WORD", start, end, first)

    def _after_quantity(self, start: int, end: int, quantity: Token) -> int:
        """No name may follow a quantity, so function words need no blank: ``80分以上不足``."""
        place = start
        while found := GLUE.match(self.text, place, end):
            place = self._add("WORD", place, found.end(), False)
        if place == start:
            end = self._strange(start, end, quantity)
        elif place < end:
            self._add("WORD", place, end, False)
        return end

    def _strange(self, start: int, end: int, quantity: Token) -> int:
        """Letters that are no unit: part of a name before the number, or an unknown unit."""
        before = self.tokens[-2] if len(self.tokens) > 1 else None
        named = before and before.end == quantity.start and before.kind == "WORD"
        if before and named and before.text.endswith(AFTERWARDS) and self.text[start:end] in WITHIN:
            return self._add("WORD", start, end, False)
        if before and named and quantity.text.isdigit():
            # All further digits and letters at once, so that a text of nothing else is soon read.
            rest = NAME_REST.match(self.text, end)
            end = rest.end() if rest else end
            text = before.text + self.text[quantity.start : end]
            colon = COLON_NEXT.match(self.text, end)
            kind = "KEY" if colon else "WORD"
            self.tokens[-2:] = [before._replace(kind=kind, text=text, end=end)]
            self.found.append(digit_in_name(self.tokens[-1], len(before.text)))
            return end
        end += self.text[end : end + 1] == "%"
        meant = self.text[quantity.start : end].translate(LIKE_DIGITS)
        number = MASTER.fullmatch(meant)
        if number is not None and number.lastgroup == "QUANTITY" and quantity.text.isdigit():
            fix = Fix(
                Text(f"改成“{meant}”", f"write “{meant}”"),
                (Edit(Span(quantity.start, end), meant),),
            )
            self._report(codes.ODD_DIGIT, quantity.start, end, fix, meant=meant)
            self.tokens[-1] = quantity._replace(text=meant, end=end)
            return end
        self._report(codes.UNKNOWN_UNIT, quantity.start, end)
        self.tokens[-1] = quantity._replace(kind="HOLE", end=end)
        return end

    def _two_words(self, kind: str, start: int, end: int, first: bool) -> int:
        text = " ".join(self.text[start:end].split())
        self.tokens.append(Token("WORD", text, start, end, first))
        return end

    def _date(self, kind: str, start: int, end: int, first: bool) -> int:
        if not date_exists(date(self.text[start:end])):
            self._report(codes.NO_SUCH_DATE, start, end)
            kind = "HOLE"
        self._add(kind, start, end, first)
        until = UNTIL.match(self.text, end)
        if until is None:
            return end
        title = Text(f"删去“{until[0]}”", f"delete “{until[0]}”")
        delete = Fix(title, (Edit(Span(end, until.end()), ""),), safe=True)
        meant = self.original[start:end]
        self._report(slip_codes.WRONG_MARK, start, until.end(), delete, meant=meant)
        return until.end()

    def _mark(self, start: int, end: int, own: str, meant: str) -> None:
        """Report a mark; a bracket and the one that closes it are one finding."""
        edits: tuple[Edit, ...] = (Edit(Span(start, end), meant),)
        last = self.found[-1] if self.found else None
        if (
            last
            and last.code is slip_codes.WRONG_MARK
            and (last.args["meant"], meant) == ("（", "）")
        ):
            assert isinstance(last.place, Span)
            if "\n" not in self.text[last.place.start : start]:
                self.found.pop()
                start, own, meant = last.place.start, f"{last.args['text']}…{own}", "（…）"
                edits = (*last.fixes[0].edits, *edits)
        title = Text(f"改成 {meant}", f"write {meant}")
        args = {"text": own, "meant": meant}
        fix = Fix(title, edits, safe=True)
        self.found.append(Diagnostic(slip_codes.WRONG_MARK, Span(start, end), args, fixes=(fix,)))

    def _odd_mark(self, kind: str, start: int, end: int, first: bool) -> int:
        """A mark of another office's habit, read as the one that it stands for."""
        text, own = self.text[start:end], self.original[start:end]
        match text[0]:
            case "[" | "【" | "〔" | "〖":
                kind, meant = "_LPAR", "（"
            case "]" | "】" | "〕" | "〗":
                kind, meant = "_RPAR", "）"
            case "‘" | "'":
                kind, meant = "STRING", f"“{own[1:-1]}”"
            case "※":
                kind, meant = "COMMENT", f"# {own[1:].strip()}"
            case "/":
                # What follows on the line must not become a comment too.
                last = not self.text[end:].partition("\n")[0].strip()
                kind, meant = "COMMENT", f"# {own[2:-2].strip()}" if last else ""
            case _:
                kind, meant = "QUANTITY", own.replace("。", ".")
        self._mark(start, end, own, meant)
        text = meant if kind == "STRING" else text.replace("。", ".")
        self.tokens.append(Token(kind, text, start, end, first))
        return end

    def _odd_digits(self, kind: str, start: int, end: int, first: bool) -> int:
        """``9O分`` is read as what it must mean, if with digits it means anything."""
        text = self.text[start:end].translate(AS_DIGITS)
        found = MASTER.match(text)
        assert found is not None and found.lastgroup is not None, "ILLEGAL takes anything"
        edit = Edit(Span(start, end), text)
        fix = Fix(Text(f"改成“{text}”", f"write “{text}”"), (edit,), safe=True)
        self._report(codes.ODD_DIGIT, start, end, fix, meant=text)
        sound = found.end() == len(text) and found.lastgroup in ("QUANTITY", "DATE", "YEAR")
        kind = found.lastgroup if sound else "HOLE"
        self.tokens.append(Token(kind, text, start, end, first))
        return end

    def _grouped(self, kind: str, start: int, end: int, first: bool) -> int:
        """``1,000``: one number or two? A full-width comma or a blank after it means two."""
        groups = self.text[start:end].split(",")
        if "，" in self.original[start:end] and not groups[-1].startswith("00"):
            digits = self.text.index(",", start)
            return self._add("QUANTITY", start, digits, first)
        plain = Edit(Span(start, end), re.sub("[,，]", "", self.original[start:end]))
        self._report(
            codes.GROUPED_NUMBER, start, end, Fix(Text("去掉逗号", "drop the commas"), (plain,))
        )
        return self._add("HOLE", start, end, first)

    def _bad_number(self, kind: str, start: int, end: int, first: bool) -> int:
        before = self.tokens[-1] if self.tokens else None
        if before and before.kind == "WORD" and before.first and NAME_NEXT.match(self.text, end):
            # ``1.信访``: the number of a name
            self.found.append(numbered(start, end, self.original[start:end]))
            return end
        self._report(codes.BAD_NUMBER, start, end)
        return self._add("HOLE", start, end, first)

    def _string(self, kind: str, start: int, end: int, first: bool) -> int:
        self.tokens.append(Token(kind, self.original[start:end], start, end, first))
        return end

    def _open_text(self, kind: str, start: int, end: int, first: bool) -> int:
        """Text that is never closed ends where the next statement seems to begin."""
        cut = CUT.search(self.text, end)
        stop = start + len(self.text[start : cut.start() if cut else None].rstrip())
        document = kind == "OPEN_DOCUMENT"
        quote = (
            "》" if document else {"「": "」", "『": "』", '"': '"'}.get(self.original[start], "”")
        )
        edit = Edit(Span(stop, stop), quote)
        # Before a semicolon, or with further quotes inside, the text may well end elsewhere.
        sure = (cut is None or cut[0] not in ";。") and not QUOTE.search(self.text, start + 1, stop)
        fix = Fix(Text(f"补上{quote}", f"add {quote}"), (edit,), sure)
        self._report(codes.OPEN_DOCUMENT if document else codes.OPEN_STRING, start, stop, fix)
        text = self.original[start:stop] + quote
        self.tokens.append(Token(kind.removeprefix("OPEN_"), text, start, stop, first))
        return stop

    def _percent(self, kind: str, start: int, end: int, first: bool) -> int:
        """``完成率：％``: alone it is the unit of a column; elsewhere it lacks its number."""
        if self.tokens and self.tokens[-1].kind in ("_COLON", "_COMMA"):
            return self._add("WORD", start, end, first)
        return self._illegal(kind, start, end, first)

    def _illegal(self, kind: str, start: int, end: int, first: bool) -> int:
        """Neighbouring characters without a meaning make one finding, and leave no token."""
        last = self.found[-1] if self.found else None
        place = last.place if last and last.code is codes.ILLEGAL else None
        if isinstance(place, Span) and place.end == start:
            self.found.pop()
            start = place.start
        self._report(codes.ILLEGAL, start, end)
        return end


def _printable(text: str) -> str:
    """A text to be quoted in a finding; a character that would not show is named by its code."""
    return "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in text)
