"""What is shown: `content/` says what, `formats/` says how, `wording` puts it into a language."""
