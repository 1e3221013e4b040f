"""One command per file. Loaded by name when called, so that no command pays for another."""
