"""Normalizing a Parquet file batch by batch: it never stands in memory as a whole. Start at :func:`normalize_parquet`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, BinaryIO

from lao_names.errors import InputError
from lao_names.tables.arrow import Columns, arrow
from lao_names.tables.session import Session
from lao_names.tables.settings import Summary

ROWS = 1 << 16  # rows in memory at once


def normalize_parquet(
    source: str,
    out: BinaryIO,
    session: Session,
    *,
    progress: Callable[[int | None], AbstractContextManager[Callable[[int], None]]],
) -> Summary:
    """Read a Parquet file, write it with the new columns, in batches of :data:`ROWS`.

    Args:
        source: the file's path.
        out: where the new file goes, packed like the old one.
        session: what to do, and who answers.
        progress: given the number of rows, makes something that is called with the rows read so far.

    Raises:
        MissingExtra: pyarrow is not installed.
        InvalidArgument: a column or a context that does not exist.
        InputError: the file is not Parquet.
    """
    file = opened_parquet(source)
    schema, metadata = file.schema_arrow, file.metadata
    columns = Columns(schema.names, session)
    packed = metadata.row_group(0).column(0).compression if metadata.num_row_groups and schema.names else "SNAPPY"
    from pyarrow.parquet import ParquetWriter

    kind = "NONE" if packed == "UNCOMPRESSED" else packed
    with progress(metadata.num_rows) as tell, ParquetWriter(out, columns.schema(schema), compression=kind) as writer:
        for batch in file.iter_batches(batch_size=ROWS):
            writer.write_batch(columns.with_answers(batch))
            tell(columns.rows)
    return session.summary(columns.rows, columns.memories, {"format": "Parquet"})


def opened_parquet(source: str) -> Any:
    """A ``pyarrow.parquet.ParquetFile``, its schema read."""
    pa = arrow()
    from pyarrow.parquet import ParquetFile

    try:
        return ParquetFile(source)
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"{source} cannot be read as Parquet: {error}") from None
