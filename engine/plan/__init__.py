"""The plan: a small closed set of operations that any evaluator can run."""
