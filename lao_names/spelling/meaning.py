"""Whether a spelling leads back to what it was made for: one that rather means somebody else finds somebody else.

Start with :meth:`Meaning.of`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lao_names.gazetteer.model import Entity
from lao_names.matching.resolution import Resolution, Status
from lao_names.matching.resolver import Resolver


class Meaning:
    """Tells which texts mean some entities.

    Args:
        entities: one, or several of one name.
        resolver: knows the gazetteer.
    """

    def __init__(self, entities: Sequence[Entity], resolver: Resolver) -> None:
        self._entities, self._resolver = entities, resolver
        self._ids = {entity.id for entity in entities}
        listed = dict.fromkeys(name for entity in entities for name in entity.names.values())
        answers = resolver.resolve_many(listed)
        # Whom its listed names cannot be told from, every spelling of them means as well.
        self._alike = self._ids | {candidate.entity.id for answer in answers for candidate in answer.tied}

    def of(self, texts: Iterable[str]) -> set[str]:
        """The texts that mean the entities, or a unit around them that hides them: a town whose district has its name.

        Of nested units of one name a bare name means the outermost, which is true of the others, too; asked for the kind of
        the hidden one, the answer has to be that one.
        """
        texts = list(texts)
        answers = dict(zip(texts, self._resolver.resolve_many(texts), strict=True))
        back = {text for text, answer in answers.items() if self._is_meant(answer)}
        hidden = [text for text, answer in answers.items() if text not in back and self._is_around(answer)]
        asked = self._resolver.resolve_many(hidden, kind=self._entities[0].kind) if hidden else []
        return back | {text for text, answer in zip(hidden, asked, strict=True) if self._is_meant(answer)}

    def _is_meant(self, answer: Resolution) -> bool:
        """Whether an answer is one of the entities, or tied and none of those that have other names is as likely."""
        if answer.status is not Status.AMBIGUOUS:
            return answer.entity is not None and answer.entity.id in self._ids
        chances = {candidate.entity.id: candidate.probability for candidate in answer.tied}
        own = max((chance for entity, chance in chances.items() if entity in self._ids), default=0.0)
        return own > max((chance for entity, chance in chances.items() if entity not in self._alike), default=0.0)

    def _is_around(self, answer: Resolution) -> bool:
        around, lies_in = answer.entity, self._resolver.gazetteer.lies_in
        return around is not None and all(lies_in(entity.id, around.id) for entity in self._entities)
