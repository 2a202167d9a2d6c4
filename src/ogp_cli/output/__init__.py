"""Rows and problems as text: one file a format."""
