"""The records of a country's Open Government Partnership process."""

__version__ = "1.0.0"
# Where the project is published. No account is called `<owner>`, which a URI spells like this.
HOME = "https://github.com/%3Cowner%3E/ogp"
