"""What `ogp new` writes: a file to begin with, in which what the book knows is filled in."""
