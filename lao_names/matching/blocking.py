"""Which readings of an index can be alike to one that is heard, found without comparing it with each.

Two strings of sound classes have no longer subsequence in common than sounds, counted whatever their order. For each class,
and each time that it may recur, :class:`Blocks` holds the set of the strings that have it so often, a bit for each string in
one whole number. Going through the sounds of a name, a few operations on such numbers count for all strings at once how many
sounds they share with it (bit-parallel counting, as in Myers 1999 for edit distance), so that ten times the strings cost
little more. What passes still has to be compared: it is a few in a hundred, and holds all that are alike.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate, count, pairwise
from math import ceil
from operator import add

Shared = list[int]
"""For each number of sounds the strings that share at least so many with the one that is heard."""


class Blocks:
    """The strings of sound classes of an index.

    Args:
        classes: the string of each reading; those that are equal are one here.
        bags: the sets of :meth:`to_plain`, if they were made before.

    Attributes:
        texts: the distinct strings, the shortest first.
        rows: for each of them the numbers of the readings that have it.
    """

    def __init__(self, classes: Sequence[str], bags: Mapping[str, Sequence[str]] | None = None) -> None:
        rows: dict[str, list[int]] = {}
        for row, text in enumerate(classes):
            rows.setdefault(text, []).append(row)
        self.texts = sorted(sorted(rows), key=len)
        self.rows = [rows[text] for text in self.texts]
        if bags is None:
            self._bags = _bags(self.texts)
        else:
            self._bags = {sound: [int(bag, 16) for bag in times] for sound, times in bags.items()}
        longest = len(self.texts[-1]) if self.texts else 0
        begins = [bisect_left(self.texts, length, key=len) for length in range(longest + 2)]
        self._of_length = [(1 << end) - (1 << begin) for begin, end in pairwise(begins)]

    def to_plain(self) -> dict[str, list[str]]:
        """The sets, in hexadecimal digits, by sound class and by how often it recurs."""
        return {sound: [f"{bag:x}" for bag in times] for sound, times in self._bags.items()}

    def shared(self, heard: str) -> Shared:
        """How many sounds, in any order, the strings share with one that is heard."""
        counts = [(1 << len(self.texts)) - 1]
        times: dict[str, int] = {}
        for sound in heard:
            bags, time = self._bags.get(sound, ()), times.get(sound, 0)
            if time < len(bags):
                times[sound], bag = time + 1, bags[time]
                counts.append(0)
                for count in range(len(counts) - 1, 0, -1):
                    counts[count] |= counts[count - 1] & bag
        return counts

    def possible(self, similarity: float, heard: str, shared: Shared) -> int:
        """The set of the strings that can be so similar (0-100, twice the common sounds by all sounds)."""
        found = 0
        for length, of_length in enumerate(self._of_length):
            needed = ceil(similarity * (length + len(heard)) / 200)
            if needed < len(shared):
                found |= shared[needed] & of_length
        return found


def members(found: int) -> list[int]:
    """The numbers in a set, rising.

    >>> members(0b101001)
    [0, 3, 5]
    """
    gaps = f"{found:b}"[::-1].split("1")[:-1]  # the zeros before each member
    return list(map(add, accumulate(map(len, gaps)), count()))


def _bags(texts: Sequence[str]) -> dict[str, list[int]]:
    members: dict[tuple[str, int], list[int]] = {}
    for number, text in enumerate(texts):
        for sound in set(text):
            for time in range(text.count(sound)):
                members.setdefault((sound, time), []).append(number)
    bags: dict[str, list[int]] = {}
    for (sound, _), numbers in sorted(members.items()):
        bags.setdefault(sound, []).append(_number(numbers))
    return bags


def _number(members: Sequence[int]) -> int:
    """The inverse of :func:`members`: bit i for member i."""
    places = bytearray(members[-1] // 8 + 1)
    for member in members:
        places[member >> 3] |= 1 << (member & 7)
    return int.from_bytes(places, "little")
