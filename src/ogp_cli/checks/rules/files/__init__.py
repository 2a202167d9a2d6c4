"""Rules on files as such: their bytes, names and numbers."""
