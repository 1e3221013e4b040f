"""What changed between two policies, and on data: who moves, and because of which change."""
