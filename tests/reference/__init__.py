"""A second evaluator, the generator that tries it against the engine, and what they disagreed on."""
