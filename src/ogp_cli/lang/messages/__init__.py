"""The messages and hints of `ogp check` in other languages, by their English template."""
