"""Reading: from bytes to checked values with their lines and columns. Writing: whole files."""
