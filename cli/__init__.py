"""Everything a person touches: commands, reading files, rendering."""
