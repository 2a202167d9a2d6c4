"""An archive that is the same bytes each time: its files have the day of what they hold."""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping

EARLIEST = dt.date(1980, 1, 1)  # the first day that an archive can name


def packed(files: Mapping[str, bytes], day: dt.date | None) -> bytes:
    """Return a ZIP archive of files by their paths, in their order, all of them of one day."""
    file, moment = io.BytesIO(), max(day or EARLIEST, EARLIEST).timetuple()[:6]
    with zipfile.ZipFile(file, "w") as archive:
        for path, data in files.items():
            part = zipfile.ZipInfo(path, moment)
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, data)
    return file.getvalue()
