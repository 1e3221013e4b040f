"""A small policy with its data in a folder, and commands run on them."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from guiju.cli.main import main

HEAD = """
政策 试行办法 { 年度：2024年 }
名册 单位 {
  文件：“单位.csv”
  主键：单位
  出处：“一”
  列 { 单位：单位；类：甲类、乙类；完成率：数，0以上；得分数：分，0分至100分；另一数：分，可空 }
}
分组 同类 { 出处：“一”；按：类 }
"""
ROWS = """单位,类,完成率,得分数,另一数
东区,甲类,0.95,90,3
西区,甲类,0.949,90,5
南区,甲类,0.70,75,
北区,乙类,0.05,59.5,1
"""


class Office:
    """Writes a policy and its data, and runs a command on them."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys

    def run(
        self, rules: str, export: str, rows: str = ROWS
    ) -> tuple[int, list[dict[str, str]] | str]:
        """The exit code of ``evaluate`` and the result table; its findings where there is none."""
        policy = self.folder / "p.guiju"
        policy.write_text(f"{HEAD}{rules}\n结果表 {{ 单位：单位；{export} }}", encoding="utf-8")
        self.table("单位.csv", rows)
        code, out = self.command("evaluate", "--format", "csv")
        return code, list(csv.DictReader(StringIO(out))) if code == 0 else out

    def table(self, name: str, text: str) -> None:
        """Put a file into the data folder."""
        (self.folder / "data").mkdir(exist_ok=True)
        (self.folder / "data" / name).write_text(text, encoding="utf-8")

    def command(self, name: str, *more: str) -> tuple[int, str]:
        """The exit code and output of a command on the policy and the data."""
        with pytest.raises(SystemExit) as stop:
            main([name, str(self.folder / "p.guiju"), str(self.folder / "data"), *more])
        return int(stop.value.code or 0), self.capsys.readouterr().out

    def column(self, rules: str, value: str, rows: str = ROWS) -> list[str]:
        """One value for each unit."""
        code, found = self.run(rules, f"值：{value}", rows)
        assert isinstance(found, list), (code, found)
        return [row["值"] for row in found]

    def refused(self, rules: str, value: str, rows: str = ROWS) -> str:
        """What is said about a policy or data that give no result."""
        code, out = self.run(rules, f"值：{value}", rows)
        assert code == 3, out
        assert isinstance(out, str)
        return out

    def ledger(self, rules: str, unit: str, rows: str = ROWS) -> Any:
        """The ledger of one unit; ``rules`` say what the total is."""
        code, out = self.run(rules, "总：总分", rows)
        assert code == 0, out
        found = json.loads(self.command("explain", unit, "--format", "json")[1])
        return found["ledger"]
