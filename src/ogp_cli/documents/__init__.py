"""Documents: composed once as plain data from the plan, then laid out by one file a format."""
