"""The spaCy component, on a pipeline without a model or a language."""

from __future__ import annotations

import pytest

spacy = pytest.importorskip("spacy")

import lao_names.extraction.spacy_component  # noqa: E402,F401  (an installed package is found by its entry point)
from lao_names.errors import InvalidDate  # noqa: E402


@pytest.fixture
def nlp():
    pipeline = spacy.blank("xx")
    pipeline.add_pipe("lao_names")
    return pipeline


def test_names_become_spans_with_ids(nlp):
    doc = nlp("Công an các tỉnh Hủa Phăn và Xiêng Khoảng (Lào)")
    assert [("Hủa Phăn", "PROVINCE", "LA-HO"), ("Xiêng Khoảng", "PROVINCE", "LA-XI")] == [
        (span.text, span.label_, span.kb_id_) for span in doc.spans["lao_names"]
    ]


def test_an_ambiguous_name_has_no_id(nlp):
    doc = nlp("Từ Viêng Chăn, Lào")
    (span,) = doc.spans["lao_names"]
    assert ("", ["LA-VT", "LA-VI"]) == (span.kb_id_, [one.entity.id for one in span._.lao_name.resolution.tied])


def test_a_name_inside_a_token_keeps_its_exact_span(nlp):
    doc = nlp("ແຂວງຄຳມ່ວນ")
    (span,) = doc.spans["lao_names"]
    assert ("ແຂວງຄຳມ່ວນ", "ຄຳມ່ວນ") == (span.text, span._.lao_name.text)


def test_settings_are_those_of_extract():
    pipeline = spacy.blank("xx")
    pipeline.add_pipe("lao_names", config={"kinds": ["crossing"], "on": "2023-07-04"})
    doc = pipeline("Tỉnh Hủa Phăn, cửa khẩu Cầu Treo, Lào")
    assert ["LA-X004"] == [span.kb_id_ for span in doc.spans["lao_names"]]
    with pytest.raises(InvalidDate):
        spacy.blank("xx").add_pipe("lao_names", config={"on": "yesterday"})


def test_a_text_may_have_its_own_day(nlp):
    doc = nlp.make_doc("đặc khu Xaisomboun, Lào")
    doc.user_data["on"] = "2000-05-01"
    assert ["LA-H001"] == [span.kb_id_ for span in nlp(doc).spans["lao_names"]]


def test_a_pipeline_is_saved_and_loaded(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    doc = spacy.load(tmp_path)("tỉnh Attapư, Lào")
    assert ["LA-AT"] == [span.kb_id_ for span in doc.spans["lao_names"]]
