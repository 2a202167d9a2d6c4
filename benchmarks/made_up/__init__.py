"""A made-up book: its drafting, its adoption and its reports."""
