"""What is opened, compiled or made when it is needed is the same as if it had been made at once."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from lao_names import builtin
from lao_names.gazetteer.document import Document, dump
from lao_names.gazetteer.on_demand import OnDemand
from lao_names.orthography import later


def test_a_document_is_json_and_opens_by_parts():
    content = {"format": 3, "names": ["Xay\nNg\u00e9", 'a "b"'], "none": None, "empty": {}}
    stored = dump(content)
    assert content == json.loads(stored)
    assert content == dict(Document(stored))
    document = Document(stored)
    assert document["names"] is document["names"]
    assert (4, True, False) == (len(document), "none" in document, "other" in document)


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b"{}", b'{"format":3}', b'{\n"format":3', b"\xff\n\xfe"], ids=repr)
def test_what_is_no_document_is_refused(damaged):
    with pytest.raises(ValueError):
        Document(damaged)


def test_items_are_made_once_and_when_they_are_looked_at():
    made = []

    def make(row):
        made.append(row)
        return [row]

    items = OnDemand("abc", make)
    assert (3, []) == (len(items), made)
    assert items[1] is items[1]
    assert ["b"] == made
    assert [["a"], ["b"], ["c"]] == list(items)
    with pytest.raises(IndexError):
        items[3]


def test_the_built_in_gazetteer_and_resolver_survive_pickling():
    gazetteer, resolver = pickle.loads(pickle.dumps((builtin.gazetteer(), builtin.resolver())))
    assert list(builtin.gazetteer()) == list(gazetteer)
    assert builtin.gazetteer().words == gazetteer.words
    for text in ("B\u00f4 Ly Kh\u0103m Xay", "Bu-ly-kh\u1eb1m-sai", "t\u1ec9nh Ch\u0103m-pa-s\u1ea3c"):
        assert builtin.resolver().resolve(text) == resolver.resolve(text)


def test_patterns_and_modules_that_wait_do_what_others_do():
    digits = later.pattern("([0-9])+")
    assert ("Km #", ["4"]) == (digits.sub("#", "Km 24"), digits.findall("Km 24"))
    assert "#" == copy.copy(digits).sub("#", "24")
    assert 2 == later.module("math").floor(2.5)
    with pytest.raises(AttributeError):
        later.module("math").no_such_function()
