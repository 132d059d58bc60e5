"""The exceptions of lao_names.

::

    LaoNamesError
    ├── InvalidArgument (ValueError)      a value that the caller chose is not one of the possible ones
    │   ├── UnknownKind                   kind=
    │   ├── UnknownEntity (KeyError)      within=, gazetteer[id]
    │   ├── UnknownLanguage               language=
    │   ├── UnknownScheme                 scheme=
    │   ├── InvalidDate                   on=
    │   ├── InvalidLimit                  limit=
    │   └── InvalidProbability            min_probability=
    ├── NotText (TypeError)               bytes, None or a number where a name is expected
    ├── GazetteerError (ValueError)       the gazetteer's files cannot be loaded; ``problems`` lists why
    ├── MissingExtra (ImportError)        an optional package is not installed; the message names the extra
    ├── InputError                        a file cannot be read as text or table (exit code 3)
    └── OutputError                       the output cannot be written (exit code 4)

"Nothing found" is never an exception: it is a :class:`~lao_names.matching.resolution.Resolution` whose status is
"no match".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class LaoNamesError(Exception):
    """Root of everything that lao_names raises on purpose."""


class InvalidArgument(LaoNamesError, ValueError):
    """An argument has a value that does not exist.

    Args:
        value: what was given.
        known: the values that exist; the message names them.
    """

    what = "value"

    def __init__(self, value: object, known: Iterable[str] = ()) -> None:
        self.value = value
        self.known = tuple(known)
        super().__init__(str(self))

    def __str__(self) -> str:
        sentence = f"unknown {self.what} {self.value!r}"
        return f"{sentence}; known are: {', '.join(self.known)}" if self.known else sentence


class UnknownKind(InvalidArgument):
    """``kind=`` is not a kind of entity."""

    what = "kind"


class UnknownEntity(InvalidArgument, KeyError):
    """An id stands for no entity of the gazetteer."""

    what = "entity id"

    def __str__(self) -> str:
        return f"{InvalidArgument.__str__(self)}; ids look like LA-BL (province), LA1101 (district), LA-P0082 (person)"


class UnknownLanguage(InvalidArgument):
    """``language=`` is not a language that the library writes."""

    what = "language"


class UnknownScheme(InvalidArgument):
    """``scheme=`` is not a transliteration scheme."""

    what = "scheme"


class InvalidDate(InvalidArgument):
    """``on=`` is not a date."""

    what = "date"

    def __str__(self) -> str:
        return f"{self.value!r} is not a date; write it as 2023-07-04, or pass a datetime.date"


class InvalidLimit(InvalidArgument):
    """``limit=`` is not a number of candidates."""

    def __str__(self) -> str:
        return f"limit must be a whole number from 1 up, not {self.value!r}"


class InvalidProbability(InvalidArgument):
    """``min_probability=`` is not a probability."""

    def __str__(self) -> str:
        return f"min_probability must lie between 0 and 1, not {self.value!r}"


class NotText(LaoNamesError, TypeError):
    """Something that is not a ``str`` was given where a name is expected."""

    def __init__(self, value: object) -> None:
        hint = "; decode bytes first, for example value.decode('utf-8')" if isinstance(value, bytes | bytearray) else ""
        super().__init__(f"a name must be text (str), not {type(value).__name__}{hint}")


class GazetteerError(LaoNamesError, ValueError):
    """The gazetteer's files hold problems that make them unusable.

    Args:
        problems: one line each, as ``provinces.yaml:41 E104 ...``.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class MissingExtra(LaoNamesError, ImportError):
    """An optional package is needed and not installed."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"this needs the package {package}: pip install 'lao-names[{extra}]'")


class InputError(LaoNamesError):
    """A file cannot be read as text or as a table."""


class OutputError(LaoNamesError):
    """A file cannot be written."""
