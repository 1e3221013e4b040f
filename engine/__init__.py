"""The meaning: checking, plan, evaluation, explanation. Reads no user file, prints nothing."""
