"""What is shown, as plain data in one language: a `Document` or a `Table`."""
