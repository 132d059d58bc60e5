"""A page that shows what was done to a table: one HTML file that needs no network and is read without JavaScript.

Counts, the rows per province on a grid of tiles and on a map of points (from the gazetteer's own coordinates), how probable
the answers were, the doubtful spellings with their reasons, unmatched spellings that sound alike, and where everything
comes from. With JavaScript the doubtful ones can be filtered, decided and saved as a file for ``--decisions``.
Everything that comes from the table is escaped. Start at :class:`Record` (what is kept while the table is read) and
:func:`write_report`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from importlib import resources
from typing import TYPE_CHECKING, BinaryIO

from lao_names.gazetteer.model import Gazetteer, Kind
from lao_names.matching.decision import MATCH
from lao_names.orthography import readings
from lao_names.tables.added import EMPTY, Answer
from lao_names.tables.answers import Question
from lao_names.tables.maps import histogram, point_map, tile_grid
from lao_names.tables.review import SUGGESTIONS, Doubt, Doubts, why
from lao_names.tables.session import ROLES
from lao_names.tables.settings import Summary, counted
from lao_names.version import __version__

if TYPE_CHECKING:
    from lao_names.matching.resolution import Candidate, Resolution
    from lao_names.tables.answers import Asker

MOST_DOUBTS = 300  # rows of the page's table: more would make it large and are better read in the review file
MOST_GROUPS = 60
BINS = 20
LONGEST = 120  # characters of a spelling that are shown


@dataclass(slots=True)
class Record:
    """Listens to a session and counts.

    Attributes:
        doubts: the doubtful questions.
        statuses: rows by status.
        entities: rows by the entity that they mean.
        bins: rows by the best candidate's probability, from 0 to 1.
    """

    doubts: Doubts
    statuses: Counter[str] = field(default_factory=Counter)
    entities: Counter[str] = field(default_factory=Counter)
    bins: list[int] = field(default_factory=lambda: [0] * BINS)

    def __call__(self, question: Question, answer: Answer, count: int, row: int) -> None:
        """Take note of some rows with the same question."""
        self.doubts(question, answer, count, row)
        self.statuses[answer.status] += count
        if answer.status != EMPTY:
            self.bins[min(int(answer.probability * BINS), BINS - 1)] += count
        if answer.entity is not None:
            self.entities[answer.entity] += count


def write_report(record: Record, asker: Asker, summary: Summary, origin: dict[str, str], out: BinaryIO) -> None:
    """Write the page.

    Args:
        record: what was counted.
        asker: explains the doubtful spellings.
        summary: of the table.
        origin: where the page comes from, by label: the file, the command line, the date.
        out: UTF-8.
    """
    gazetteer = asker.resolver.gazetteer
    pairs = record.doubts.most_frequent_first()
    shown = pairs[:MOST_DOUBTS]
    answers = asker.resolutions([question for question, _ in shown], limit=SUGGESTIONS) if shown else []
    provinces = rows_by_province(record.entities, gazetteer)
    parts = {
        "title": escape(f"Lao names in {origin.get('Table', 'a table')}"),
        "bar": "".join(bar(record)),
        "counts": "".join(counts(record)),
        "tiles": tile_grid(provinces, gazetteer),
        "points": point_map(record.entities, gazetteer),
        "histogram": histogram(record.bins, MATCH),
        "doubts": "".join(doubt_rows(shown, answers, asker.language)),
        "doubts_note": note(len(pairs), len(shown)),
        "groups": "".join(sound_groups(pairs)),
        "origin": "".join(origin_rows(origin, summary, gazetteer)),
    }
    page = resources.files("lao_names.tables").joinpath("report.html").read_text(encoding="utf-8")
    for name, part in parts.items():
        page = page.replace(f"<!--{name}-->", part)
    out.write(page.encode("utf-8", "replace"))


def rows_by_province(entities: Counter[str], gazetteer: Gazetteer) -> Counter[str]:
    """Rows by the province that is meant, or in which lies what is meant."""
    rows: Counter[str] = Counter()
    for entity_id, count in entities.items():
        for unit in (entity_id, *gazetteer.ancestors(entity_id)):
            if gazetteer[unit].kind is Kind.PROVINCE:
                rows[unit] += count
                break
    return rows


def shares(record: Record) -> Iterator[tuple[str, int, float]]:
    """Each status with its number of rows and its share of them."""
    total = sum(record.statuses.values()) or 1
    for status in ("match", "ambiguous", "no match", EMPTY):
        yield status, record.statuses[status], record.statuses[status] / total


def bar(record: Record) -> Iterator[str]:
    """The shares of the statuses side by side."""
    for status, number, share in shares(record):
        if number:
            yield f'<div class="s-{status.replace(" ", "-")}" style="flex:{max(share, 0.003):.4f}"></div>'


def counts(record: Record) -> Iterator[str]:
    """The numbers of the statuses, in the colours of the bar."""
    for status, number, share in shares(record):
        yield f'<span class="s-{status.replace(" ", "-")}">{number:,} {status} ({share:.1%})</span>'


def doubt_rows(pairs: Sequence[tuple[Question, Doubt]], answers: Sequence[Resolution], language: str) -> Iterator[str]:
    """A row per doubtful question: how often, what it may be, why, and a choice."""
    for (question, doubt), answer in zip(pairs, answers, strict=True):
        given = zip(ROLES, question[1:], strict=True)
        context = ", ".join(f"{role} {said}" for role, said in given if said)
        explained = answer.explain(language="vi" if language == "vi" else "en")
        yield (
            f'<tr data-spelling="{quoted(question.spelling)}" data-kind="{quoted(question.kind)}" '
            f'data-within="{quoted(question.within)}" data-on="{quoted(question.on)}">'
            f"<td><b>{short(question.spelling)}</b>{f'<br><small>{short(context)}</small>' if context else ''}</td>"
            f'<td class="n">{doubt.count:,}</td><td class="n">{doubt.first_row:,}</td><td class="s">{doubt.status}</td>'
            f"<td>{choice(answer.candidates[:SUGGESTIONS])}</td>"
            f"<td><details><summary>why</summary>{escape(explained)}</details></td></tr>\n"
        )


def choice(candidates: Sequence[Candidate]) -> str:
    """The suggestions as a list to choose from; without JavaScript, a list to read."""
    options = "".join(
        f'<label><input type="radio" value="{quoted(candidate.entity.id)}"> {escape(candidate.entity.name)} '
        f"<small>{escape(candidate.entity.id)}, {candidate.entity.kind}, {candidate.probability:.2f}: "
        f"{escape(why(candidate))}</small></label>"
        for candidate in candidates
    )
    return f'<div class="choice">{options}<label><input type="radio" value="-"> nobody that is listed</label></div>'


def sound_groups(pairs: Sequence[tuple[Question, Doubt]]) -> Iterator[str]:
    """Unmatched spellings that are heard alike: often one name that the gazetteer lacks."""
    groups: dict[str, list[tuple[str, int]]] = {}
    for question, doubt in pairs[: 10 * MOST_DOUBTS]:
        if doubt.status == "no match":
            groups.setdefault(sound(question.spelling), []).append((question.spelling, doubt.count))
    alike = [(key, found) for key, found in groups.items() if key and len({name for name, _ in found}) > 1]
    alike.sort(key=lambda pair: (-sum(count for _, count in pair[1]), pair[0]))
    for key, found in alike[:MOST_GROUPS]:
        names = ", ".join(f"{short(name)} ({count:,})" for name, count in found[:12])
        yield f"<tr><td><code>{escape(key)}</code></td><td>{names}</td></tr>\n"


def sound(spelling: str) -> str:
    """The first reading of a spelling, "" where it has none."""
    heard = readings(spelling)
    return str(heard[0])[:LONGEST] if heard else ""


def origin_rows(origin: dict[str, str], summary: Summary, gazetteer: Gazetteer) -> Iterator[str]:
    """Where the page comes from."""
    facts = {
        **origin,
        **{name.capitalize(): value for name, value in summary.notes.items()},
        "Rows": counted(summary.rows, "row"),
        "Distinct": counted(summary.distinct, "distinct spelling"),
        "lao-names": __version__,
        "Gazetteer": f"{len(gazetteer):,} entities, sha256 {gazetteer.fingerprint}",
    }
    for label, fact in facts.items():
        yield f"<tr><th>{escape(label)}</th><td>{escape(fact)}</td></tr>"


def note(total: int, shown: int) -> str:
    """How many doubtful spellings there are, and how many of them are on the page."""
    if not total:
        return "There are none."
    more = f"; the {shown:,} most frequent are shown (--review lists all)" if shown < total else ""
    return f"{counted(total, 'distinct spelling')} to look at{more}."


def short(text: str) -> str:
    """A text of the table for the page: escaped, and not longer than can be read."""
    return escape(text if len(text) <= LONGEST else text[:LONGEST] + "…")


def quoted(text: str | None) -> str:
    """A text for an attribute, whole."""
    return escape(text or "", quote=True).replace("\n", "&#10;").replace("\r", "&#13;")
