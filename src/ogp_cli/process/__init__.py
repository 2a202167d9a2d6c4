"""What OGP's process makes of the book; nothing else in the package knows the process."""
