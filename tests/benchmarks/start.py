"""How long ``guiju check`` takes from the shell, and where the time goes before it begins."""

from __future__ import annotations

from measure import POLICY, process, show


def main() -> None:
    """Whole processes, medians."""
    show("python -c pass", process("-c", "pass"), "s")
    show("import guiju.engine.pipeline", process("-c", "import guiju.engine.pipeline"), "s")
    show("import guiju.cli.main", process("-c", "import guiju.cli.main"), "s")
    show("guiju check (founding policy)", process("-m", "guiju", "check", str(POLICY)), "s")


if __name__ == "__main__":
    main()
