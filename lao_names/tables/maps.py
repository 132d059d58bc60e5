"""Pictures of Laos as SVG: a grid of tiles, one per province, and a map of points from the gazetteer's coordinates.

Neither holds a boundary, so neither raises a question of licence. Places on the grid follow the map roughly, north at the
top.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from lao_names.gazetteer.model import Gazetteer

#: Column and row of each province's tile.
TILES = {
    "LA-PH": (2, 0),
    "LA-LM": (1, 1),
    "LA-OU": (2, 1),
    "LA-BK": (0, 2),
    "LA-LP": (2, 2),
    "LA-HO": (4, 2),
    "LA-XA": (1, 3),
    "LA-VI": (2, 3),
    "LA-XI": (3, 3),
    "LA-VT": (2, 4),
    "LA-XS": (3, 4),
    "LA-BL": (4, 4),
    "LA-KH": (4, 5),
    "LA-SV": (4, 6),
    "LA-SL": (4, 7),
    "LA-XE": (5, 7),
    "LA-CH": (4, 8),
    "LA-AT": (5, 8),
}
TILE = 66  # pixels
WEST, EAST, SOUTH, NORTH = 100.0, 107.8, 13.8, 22.6  # degrees around Laos
SCALE = 48  # pixels per degree
MOST_POINTS = 800


def shade(share: float) -> str:
    """A colour from pale to dark blue; 0 is grey."""
    if share <= 0:
        return "#eceff1"
    light = 88 - 48 * share**0.5
    return f"hsl(210 60% {light:.0f}%)"


def tile_grid(rows: Mapping[str, int], gazetteer: Gazetteer) -> str:
    """The provinces as tiles, the darker the more rows."""
    most = max(rows.values(), default=0) or 1
    tiles = []
    for province, (column, line) in TILES.items():
        name = gazetteer[province].name if province in gazetteer else province
        count = rows.get(province, 0)
        ink = "#fff" if count / most > 0.3 else "#222"
        tiles.append(
            f'<g transform="translate({column * TILE},{line * TILE})"><title>{escape(name)}: {count:,}</title>'
            f'<rect width="{TILE - 4}" height="{TILE - 4}" rx="6" fill="{shade(count / most)}"/>'
            f'<text x="{TILE / 2 - 2}" y="26" fill="{ink}" text-anchor="middle">{escape(province[3:])}</text>'
            f'<text x="{TILE / 2 - 2}" y="46" fill="{ink}" text-anchor="middle" font-weight="bold">{count:,}</text></g>'
        )
    return svg(6 * TILE, 9 * TILE, "Rows per province", "".join(tiles))


def point_map(entities: Mapping[str, int], gazetteer: Gazetteer) -> str:
    """The places that are meant as circles whose areas stand for rows."""
    found = [(count, gazetteer[place]) for place, count in entities.items() if gazetteer[place].lat is not None]
    found.sort(key=lambda pair: (-pair[0], pair[1].id))
    most = found[0][0] if found else 1
    circles = []
    for count, entity in found[:MOST_POINTS]:
        assert entity.lat is not None and entity.lon is not None
        x, y = (entity.lon - WEST) * SCALE, (NORTH - entity.lat) * SCALE * 1.05
        radius = 3 + 17 * (count / most) ** 0.5
        label = f"{entity.name} ({entity.kind}): {count:,}"
        circles.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{escape(label)}</title></circle>')
    width, height = (EAST - WEST) * SCALE, (NORTH - SOUTH) * SCALE * 1.05
    return svg(width, height, "Places that are meant", "".join(circles), kind="points")


def histogram(bins: Sequence[int], threshold: float) -> str:
    """Rows by probability, with the least probability of a match as a line."""
    most, wide, high = max(bins) or 1, 26, 160
    bars = []
    for place, count in enumerate(bins):
        tall = high * count / most
        low, top = place / len(bins), (place + 1) / len(bins)
        bars.append(
            f'<rect x="{place * wide}" y="{high - tall:.1f}" width="{wide - 2}" height="{tall:.1f}">'
            f"<title>{low:.2f} to {top:.2f}: {count:,}</title></rect>"
        )
    x = threshold * wide * len(bins)
    line = (
        f'<line x1="{x}" x2="{x}" y1="0" y2="{high}"/><text x="{x + 4}" y="12">{threshold}</text>'
        f'<text x="0" y="{high + 16}">0</text><text x="{wide * len(bins) - 10}" y="{high + 16}">1</text>'
    )
    return svg(wide * len(bins), high + 20, "Rows by probability", "".join(bars) + line, kind="histogram")


def svg(width: float, height: float, title: str, inside: str, kind: str = "tiles") -> str:
    """A picture with a title for those who do not see it."""
    return (
        f'<svg class="{kind}" role="img" viewBox="0 0 {width:.0f} {height:.0f}" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{inside}</svg>"
    )
