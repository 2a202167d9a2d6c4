"""English, for partners and reviewers: the language of the sentences in the code."""

from ogp_cli.lang.language import Language

LANGUAGE = Language(code="en", conjunction=" and ")
