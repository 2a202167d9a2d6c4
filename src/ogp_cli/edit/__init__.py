"""Changes of the data's files, as sets: previewed, checked, and written all or not at all."""
