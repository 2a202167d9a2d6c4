"""What is shown, as plain data in the reader's language: a `Document` or a `Table`."""
