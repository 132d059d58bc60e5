"""pandas: ``factorize`` numbers the distinct spellings, ``take`` puts the answers back. Start at :func:`normalize`."""

from __future__ import annotations

from typing import Any

from lao_names.tables.layout import Layout, layout_of
from lao_names.tables.plain import answers_to
from lao_names.tables.session import Session
from lao_names.tables.settings import SERIES


def normalize(frame: Any, session: Session) -> Any:
    """A new DataFrame with the new columns; of a Series, the new columns alone under its index."""
    import pandas as pd

    if isinstance(frame, pd.Series):
        return of_series(frame, session)
    names = [str(name) for name in frame.columns]
    layout = layout_of(names, session.settings)
    kept = frame.iloc[:, [index for index in range(len(names)) if index not in layout.drop]]
    if session.settings.replace:
        kept = kept.copy()  # where nothing is replaced, joining the columns copies them
    new: dict[str, Any] = {}
    labels = iter(layout.new)
    for index in layout.indexes:
        places, answers = answered(frame, index, layout, session)
        for n in range(len(session.settings.add)):
            new[next(labels)] = taken([answer.values[n] for answer in answers], places)
        if session.settings.replace:
            put_names(kept, frame.columns[index], frame.iloc[:, index], [a.canonical for a in answers], places)
    return pd.concat([kept, pd.DataFrame(new, index=frame.index)], axis=1)


def of_series(series: Any, session: Session) -> Any:
    """The new columns of a Series; called plainly ``id``, ``name`` ... unless a prefix is given."""
    name = "x" if series.name is None else str(series.name)
    settings = session.settings.of_series(name)
    frame = normalize(series.to_frame(name if settings.replace else SERIES), session.with_settings(settings))
    return frame if settings.replace else frame.iloc[:, 1:]


def answered(frame: Any, index: int, layout: Layout, session: Session) -> tuple[Any, list[Any]]:
    """For each row the place of its answer, and the answers."""
    import pandas as pd

    parts = [factorized(frame.iloc[:, place]) for place in (index, *layout.context.values())]
    places, rows = parts[0][0], [(value,) for value in parts[0][1]]
    if len(parts) > 1:
        for codes, values in parts[1:]:
            places = places * max(len(values), 1) + codes
        # Only combinations that occur are asked.
        places, numbers = pd.factorize(places)
        rows = [combination(number, [values for _, values in parts]) for number in numbers.tolist()]
    return places, answers_to(rows, list(layout.context), session)


def factorized(column: Any) -> tuple[Any, list[Any]]:
    """For each row the place of its value among the distinct ones, and these; a missing value is one like any other."""
    import numpy as np
    import pandas as pd

    codes, values = pd.factorize(column)
    codes, values = codes.astype(np.int64), list(values)
    missing = codes < 0
    if missing.any():
        codes[missing] = len(values)
        values.append(None)
    return codes, values


def combination(number: int, parts: list[list[Any]]) -> tuple[Any, ...]:
    """The values that a number stands for, in which the last part counts most often."""
    chosen = []
    for values in reversed(parts):
        number, place = divmod(number, max(len(values), 1))
        chosen.append(values[place])
    return tuple(reversed(chosen))


def taken(values: list[Any], places: Any) -> Any:
    """A column of answers, one per row, as an array of the type that pandas gives such values."""
    import pandas as pd

    if not values:
        return pd.array([], dtype=object)
    numbers = all(value is None or isinstance(value, float) for value in values)
    known = any(value is not None for value in values)
    array = pd.Series(values, dtype="float64" if numbers and known else None).array
    # A bare numpy array: pandas would look for missing values in a wrapped one, which takes as long as all the rest.
    bare = array.to_numpy() if isinstance(array, pd.arrays.NumpyExtensionArray) else array
    return bare.take(places)


def put_names(kept: Any, label: Any, old: Any, names: list[str | None], places: Any) -> None:
    """Put the canonical names of matches in place of the spellings."""
    import pandas as pd

    new = pd.Series(pd.Series(names, dtype=object).array.take(places), index=old.index)
    kept[label] = old.astype(object).where(new.isna(), new)


class Accessor:
    """What ``series.lao`` is."""

    def __init__(self, series: Any) -> None:
        self._series = series

    def normalize(self, **options: Any) -> Any:
        """The answers for a Series as a DataFrame; the options are those of :func:`lao_names.tables.normalize`."""
        from lao_names.tables.frames import normalize

        return normalize(self._series, **options)

    def names(self, **options: Any) -> Any:
        """The canonical names as a Series; missing where it is no match."""
        return self.normalize(add=["name"], **options)["name"].rename(self._series.name)


def register() -> None:
    """Give every Series the accessor ``lao``."""
    import pandas as pd

    if not hasattr(pd.Series, "lao"):
        pd.api.extensions.register_series_accessor("lao")(Accessor)
