"""Output: `content/` is what is shown, `formats/` how, `wording` in which words."""
