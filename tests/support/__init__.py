"""What several tests share: a generated year of data, and an independent answer to it."""
