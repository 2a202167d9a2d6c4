"""The shape of the data files: no clock, no rule that needs a second file."""
