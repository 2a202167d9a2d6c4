"""The public site of a book: pages, drawings, feeds and data, as files that any host can serve."""
