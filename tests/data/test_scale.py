"""A province's goals: the time of reading grows with the rows, and stays small."""

from __future__ import annotations

import time
from typing import Any

ROWS_TO_A_UNIT, UNITS = 33, 1000


def test_many_rows_are_read_quickly(bench: Any) -> None:
    """33 000 rows of six columns; the limit is ten times what is needed, for busy machines."""
    units = [f"第{number}中学" for number in range(UNITS)]
    bench.register(units)
    columns = (
        bench.column("单位", "unit"),
        bench.column("序号", "integer"),
        bench.column("方式", "choice", choices=("独立", "协作")),
        bench.column("完成值"),
        bench.column("日期", "date"),
        bench.column("评分", range=(0, 100)),
    )
    bench.table("目标", "目标.csv", columns, key="单位、序号")
    lines = [
        f"{unit},{number},{'独立' if number % 2 else '协作'},{place * 7 + number}.{number},"
        f"2009-{number % 12 + 1}-{number % 28 + 1},{place % 100}.5"
        for place, unit in enumerate(units)
        for number in range(ROWS_TO_A_UNIT)
    ]
    bench.lay("目标.csv", "单位,序号,方式,完成值,日期,评分\n" + "\n".join(lines))
    start = time.process_time()
    bench.load()
    assert time.process_time() - start < 6
    assert bench.found == ()
    assert bench["目标"].size == ROWS_TO_A_UNIT * UNITS
