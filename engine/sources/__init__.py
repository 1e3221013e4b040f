"""The document's own text: its clauses, the figures in them, and whether a policy keeps to both."""
