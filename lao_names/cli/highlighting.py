"""A page that shows texts with their names highlighted: one HTML file that needs nothing else.

Colours tell kinds, a dotted line an ambiguous name, a dashed one a name that is not listed; the explanation stands at the
foot of the window while the pointer or the keyboard is on a name. Everything that comes from a text is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import BinaryIO

from lao_names.cli.articles import Article
from lao_names.extraction.mention import Mention
from lao_names.gazetteer.model import Gazetteer
from lao_names.matching.explanation import explain
from lao_names.matching.resolution import Status

COLOURS = {
    "province": "#cfe3ff", "district": "#d3f2d6", "town": "#fff0b8", "crossing": "#ffd9c2", "feature": "#c9f0ef",
    "former_unit": "#e3dccb", "village": "#e7f5c4", "person": "#ecd6f7",
}  # fmt: skip
"""Backgrounds of the kinds; black letters on each have a contrast of at least 14 to 1 (WCAG 2.2 asks for 7)."""

STYLE = """
:root { color-scheme: light; }
body { font: 17px/1.6 "Noto Sans", "Noto Sans Lao", "Phetsarath OT", "Lao UI", system-ui, sans-serif; color: #1a1a1a;
  background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.3rem; } h2 { font-size: 1rem; margin: 2.5rem 0 .5rem; overflow-wrap: anywhere; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.key { display: flex; flex-wrap: wrap; gap: .4rem .8rem; padding: 0; list-style: none; font-size: .9rem; }
mark { color: inherit; border-radius: .2em; padding: .05em .15em; position: relative; cursor: help; background: #eee; }
mark.ambiguous { border-bottom: 2px dotted #a33; } mark.unlisted { border-bottom: 2px dashed #777; background: #f4f4f4; }
mark > span { display: none; position: fixed; left: 1rem; right: 1rem; bottom: 1rem; z-index: 1; max-width: 44rem;
  margin: 0 auto; padding: .6rem .9rem; font-size: .9rem; line-height: 1.45; white-space: normal; color: #fff;
  background: #222; border-radius: .4rem; box-shadow: 0 2px 8px #0006; }
mark:hover > span, mark:focus > span { display: block; } mark:focus { outline: 2px solid #06c; }
.note { color: #555; font-size: .9rem; }
"""


class Page:
    """Writes the page, one text after the other.

    Args:
        out: where it is written.
        gazetteer: what the explanations call units by.
    """

    def __init__(self, out: BinaryIO, gazetteer: Gazetteer) -> None:
        self._out, self._gazetteer = out, gazetteer
        kinds = "".join(f"mark.{kind} {{ background: {colour}; }}\n" for kind, colour in COLOURS.items())
        self._say(
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Lao names</title>\n'
            f"<style>{STYLE}{kinds}</style>\n</head>\n<body>\n<h1>Lao names</h1>\n{_key()}"
        )

    def write(self, article: Article, mentions: Sequence[Mention]) -> None:
        """One text with its names."""
        note = " (visible text of the page)" if article.form == "html" else ""
        number = f"{len(mentions)} name" + ("" if len(mentions) == 1 else "s")
        self._say(
            f'<section>\n<h2>{_shown(article.name)}</h2>\n<p class="note">{number}{note}</p>\n'
            f'<div class="text">{self._marked(article.shown or article.text, mentions)}</div>\n</section>\n'
        )

    def finish(self) -> None:
        """The end of the page."""
        self._say("</body>\n</html>\n")

    def _marked(self, text: str, mentions: Sequence[Mention]) -> str:
        parts: list[str] = []
        end = 0
        for mention in mentions:
            parts += [_shown(text[end : mention.start]), self._mark(text[mention.start : mention.end], mention)]
            end = mention.end
        return "".join([*parts, _shown(text[end:])])

    def _mark(self, text: str, mention: Mention) -> str:
        answer = mention.resolution
        said = _shown(explain(answer, "en", self._gazetteer))
        return f'<mark class="{_class(mention)}" tabindex="0">{_shown(text)}<span role="tooltip">{said}</span></mark>'

    def _say(self, text: str) -> None:
        self._out.write(text.encode("utf-8", "replace"))


def _class(mention: Mention) -> str:
    answer = mention.resolution
    if answer.status is Status.NO_MATCH or not answer.candidates:
        return "unlisted"
    kind = str(answer.candidates[0].entity.kind)
    return kind if answer.status is Status.MATCH else f"{kind} ambiguous"


def _key() -> str:
    items = [f'<li><mark class="{kind}">{kind.replace("_", " ")}</mark></li>' for kind in COLOURS]
    items += ['<li><mark class="ambiguous">ambiguous</mark></li>', '<li><mark class="unlisted">not listed</mark></li>']
    return f'<ul class="key" aria-label="Key">\n{"".join(items)}\n</ul>\n'


def _shown(text: str) -> str:
    """Text for a page: escaped, and without the control characters that HTML cannot hold."""
    return escape("".join(char if char >= " " or char in "\t\n" else "\ufffd" for char in text if char != "\r"))
