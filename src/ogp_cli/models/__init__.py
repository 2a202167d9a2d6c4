"""The shape of the data files. Models read neither the clock nor a second file."""
