"""Bytes to checked values, with the line and column of every one; and files written whole."""
