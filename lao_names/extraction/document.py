"""What the rest of the article says about each of its names.

One name alone may be ambiguous; the article seldom is. :func:`decide` settles what is open by, in this order: the title
beside a name, the name in brackets behind it, the unit that follows in an address or office ("huyện Xay-sẻt-tha, tỉnh
Attapư"), a name of the same entity that its words made plain, the provinces that the article speaks of
(:mod:`~lao_names.extraction.article`); then a given or family name that stands alone after the full one means its person
(:mod:`~lao_names.extraction.short_names`). Explicit words win over all of this.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lao_names.extraction.article import Article
from lao_names.extraction.asking import Asker
from lao_names.extraction.cues import Cues
from lao_names.extraction.listed import Listed
from lao_names.extraction.names import Named, apart, names_of, unlisted_beside, whole_feature
from lao_names.extraction.reading import Found
from lao_names.extraction.short_names import short_names
from lao_names.gazetteer.model import Gazetteer


def decide(
    text: str,
    found: Sequence[Found],
    asker: Asker,
    gazetteer: Gazetteer,
    cues: Cues,
    listed: Listed,
    on: date | None,
    unlisted: Sequence[Found] = (),
) -> list[Named]:
    """The names of the article, in order, not overlapping, each as the whole article reads it."""
    names = apart(names_of(found))
    article = Article(text, names, asker, gazetteer, listed, on)
    article.settle()
    settled = [whole for name in names if name.sure and (whole := whole_feature(text, name, listed))]
    settled.extend(short_names(text, settled, cues))
    settled = apart(settled)
    return apart([*settled, *unlisted_beside(settled, unlisted)]) if unlisted else settled
