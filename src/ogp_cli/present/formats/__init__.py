"""The formats, one file each. They render documents and tables, and know nothing of plans.

To add one, add its file, with a function `render`, and its line here. `rendering` imports the file
when somebody asks for the format.
"""

from typing import NamedTuple


class Format(NamedTuple):
    """A format: its module, the ending of its files, and whether it reads the book's templates."""

    module: str
    ending: str
    has_templates: bool = False


DOCUMENTS = {
    "text": Format("text", "txt"),
    "json": Format("json", "json"),
    "markdown": Format("markdown", "md", has_templates=True),
    "md": Format("markdown", "md", has_templates=True),
    "html": Format("html", "html", has_templates=True),
    "docx": Format("docx", "docx", has_templates=True),
    "pdf": Format("pdf", "pdf", has_templates=True),
}
TABLES = {
    "table": Format("terminal", "txt"),
    "records": Format("records", "txt"),
    "json": Format("json", "json"),
    "csv": Format("csv", "csv"),
    "markdown": Format("markdown_table", "md"),
    "xlsx": Format("xlsx", "xlsx"),
}
SCHEDULES = TABLES | {"ics": Format("ics", "ics")}
