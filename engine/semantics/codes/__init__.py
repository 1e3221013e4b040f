"""Codes of findings about words, names, types and units (G2xx, G3xx), by what they are about."""

from __future__ import annotations

from . import examples, names, shapes, tables, types, words
from .examples import NOTHING_EXPECTED, OF_A_ROW
from .names import (
    DUPLICATE_NAME,
    NO_COLUMN,
    STRAY_NAME,
    UNKNOWN_FUNCTION,
    UNKNOWN_MEMBER,
    UNKNOWN_NAME,
)
from .shapes import (
    DATE_INVALID,
    EXTRA_VALUE,
    NO_ENTRIES,
    NO_OTHERWISE,
    NO_VALUE,
    ROW_AMOUNT_MISSING,
    STRAY_AMOUNT,
    TWO_WAYS,
    WRONG_AMOUNT,
    WRONG_ARGUMENTS,
    WRONG_VALUE,
)
from .tables import BAD_COLUMN, NO_KIND_COLUMN, NO_REGISTER, NO_UNIT_COLUMN
from .types import (
    CIRCULAR,
    NOT_A_CONDITION,
    NOT_A_NUMBER,
    NOT_COMPARABLE,
    OTHER_TABLE,
    SCALE_EXTRA,
    SCALE_MISSING,
    UNIT_MISMATCH,
    WRONG_LEVEL,
)
from .words import (
    DUPLICATE_PROPERTY,
    LOST_COLON,
    MISSING_NAME,
    MISSING_PROPERTY,
    NO_POLICY,
    ONLY_ONE,
    UNKNOWN_BLOCK,
    UNKNOWN_PROPERTY,
    WRONG_CHOICE,
    WRONG_PLACE,
)

ALL = (*words.ALL, *names.ALL, *types.ALL, *shapes.ALL, *tables.ALL, *examples.ALL)

__all__ = [
    "ALL",
    "BAD_COLUMN",
    "CIRCULAR",
    "DATE_INVALID",
    "DUPLICATE_NAME",
    "DUPLICATE_PROPERTY",
    "EXTRA_VALUE",
    "LOST_COLON",
    "MISSING_NAME",
    "MISSING_PROPERTY",
    "NOTHING_EXPECTED",
    "NOT_A_CONDITION",
    "NOT_A_NUMBER",
    "NOT_COMPARABLE",
    "NO_COLUMN",
    "NO_ENTRIES",
    "NO_KIND_COLUMN",
    "NO_OTHERWISE",
    "NO_POLICY",
    "NO_REGISTER",
    "NO_UNIT_COLUMN",
    "NO_VALUE",
    "OF_A_ROW",
    "ONLY_ONE",
    "OTHER_TABLE",
    "ROW_AMOUNT_MISSING",
    "SCALE_EXTRA",
    "SCALE_MISSING",
    "STRAY_AMOUNT",
    "STRAY_NAME",
    "TWO_WAYS",
    "UNIT_MISMATCH",
    "UNKNOWN_BLOCK",
    "UNKNOWN_FUNCTION",
    "UNKNOWN_MEMBER",
    "UNKNOWN_NAME",
    "UNKNOWN_PROPERTY",
    "WRONG_AMOUNT",
    "WRONG_ARGUMENTS",
    "WRONG_CHOICE",
    "WRONG_LEVEL",
    "WRONG_PLACE",
    "WRONG_VALUE",
]
