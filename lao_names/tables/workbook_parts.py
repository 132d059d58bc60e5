"""What a workbook held and its new version does not: openpyxl writes only what it understands.

A workbook is a ZIP archive of parts, so both versions are asked what they hold. Parts whose loss nobody sees (printer
settings, the order of computation, labels of other programs) are not looked for. Start at :func:`left_out`.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

#: What people call the parts whose names begin so, by Office Open XML, part 1.
PARTS = {
    "xl/charts/chart": "charts",
    "xl/charts/colors": "looks of charts",
    "xl/chartsheets/": "sheets of charts",
    "xl/diagrams/": "diagrams",
    "xl/media/": "pictures",
    "xl/pivotTables/": "pivot tables",
    "xl/slicers/": "slicers",
    "xl/timelines/": "timelines",
    "xl/vbaProject": "macros",
    "xl/ctrlProps/": "form controls",
    "xl/activeX/": "controls",
    "xl/embeddings/": "embedded objects",
    "xl/threadedComments/": "threaded comments",
    "xl/queryTables/": "queries",
    "xl/connections": "connections",
    "xl/model/": "data model",
}
SHAPE = re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp)[ >]")
REMOVED = re.compile(r"(.+) extension is not supported and will be removed")


@contextmanager
def removals() -> Iterator[list[str]]:
    """Catches what openpyxl warns of while it reads: a list of what it leaves out, filled at the end."""
    removed: list[str] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield removed
    found = (REMOVED.match(str(warning.message)) for warning in caught)
    removed += dict.fromkeys(match[1].lower() for match in found if match)


def left_out(before: bytes, after: bytes, removed: Sequence[str] = ()) -> list[str]:
    """A sentence about what the new version of a workbook lacks; [] if it lacks nothing that people see.

    Args:
        before, after: the two versions.
        removed: what else is known to be missing.
    """
    lost = sorted(held(before) - held(after)) + [f"{name} extensions" for name in removed]
    return [f"what the new workbook lacks of the old one: {', '.join(lost)}"] if lost else []


def held(data: bytes) -> Counter[str]:
    """How many things of each kind a workbook holds."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.namelist():
            found.update(kind for beginning, kind in PARTS.items() if part.startswith(beginning))
            if part.startswith("xl/drawings/drawing"):
                found["shapes"] += len(SHAPE.findall(archive.read(part)))
    return found
