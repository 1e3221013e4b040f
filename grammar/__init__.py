"""The language surface: text to tokens, tree and nodes. Reads no user file, prints nothing."""
