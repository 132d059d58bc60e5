"""Loading, checking and compiling gazetteer files, and the built-in gazetteer's own promises."""

from __future__ import annotations

import json
import time
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from lao_names.errors import GazetteerError, UnknownEntity
from lao_names.gazetteer.checks import CHECKS, check, codes, folded
from lao_names.gazetteer.loading import fingerprint, from_plain, load, to_plain
from lao_names.gazetteer.model import Entity, Evidence, Gazetteer, Kind, SurfaceForm, Word
from lao_names.gazetteer.records import read_folder

HERE = Path(__file__).parent
MINI = HERE / "data" / "mini_gazetteer"
BUILT_IN = HERE.parent / "gazetteer"

ENTITY = """\
- id: LA1101
  kind: district
  names: {en: Pakxane}
  forms:
    - {text: Pakxane, lang: en, evidence: official, source: cod}
"""


def test_the_files_say_the_same_to_the_yaml_parsers_with_and_without_c():
    for path in sorted(BUILT_IN.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert yaml.load(text, yaml.BaseLoader) == yaml.load(text, yaml.CBaseLoader), path.name


@pytest.fixture(scope="module")
def built_in():
    return load(BUILT_IN)


@pytest.fixture(scope="module")
def built_in_problems():
    return check(read_folder(BUILT_IN))


def problems(folder: Path, text: str, name: str = "places.yaml") -> list[str]:
    """What loading a folder with this one file complains about."""
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(GazetteerError) as caught:
        load(folder)
    return list(caught.value.problems)


def found(folder: Path, text: str, code: str, name: str = "places.yaml") -> list[tuple[int, str]]:
    """Line and detail of the problems of one code."""
    (folder / name).write_text(text, encoding="utf-8")
    return [(problem.line, problem.detail) for problem in check(read_folder(folder)) if problem.code == code]


# Reading ------------------------------------------------------------------------------------------------------------


def test_a_folder_of_yaml_becomes_entities_in_the_order_of_kinds():
    assert ["LA-BL", "LA1101", "LA-H900", "LA-P9001"] == [entity.id for entity in load(MINI)]


def test_every_scalar_stays_the_text_that_was_written():
    gazetteer = load(MINI)
    assert "0801" == gazetteer["LA-BL"].codes["lsb"]
    assert ("no", "12:30") == (gazetteer["LA1101"].name, gazetteer["LA1101"].notes)
    assert "1983" == gazetteer["LA-BL"].start


def test_a_short_source_key_is_spelled_out_and_any_other_stands_for_itself():
    english, _, vietnamese = load(MINI)["LA-BL"].forms
    assert ("a list of codes, version 1",) == english.sources
    assert ("baohatinh.vn", "baonghean.vn, 2023") == vietnamese.sources


def test_a_form_keeps_language_evidence_date_and_context():
    expected = SurfaceForm(
        "Bô Ly Khăm Xay", "vi", Evidence.ATTESTED, ("baohatinh.vn", "baonghean.vn, 2023"), "tỉnh", "2022-06-24"
    )
    assert expected == load(MINI)["LA-BL"].forms[2]


def test_words_are_read_with_their_defaults():
    assert (
        Word("tỉnh", "vi", "generic", ("province",), "before"),
        Word("co.", "en", "organisation", (), "after"),
    ) == load(MINI).words


def test_a_folder_without_words_is_fine(tmp_path):
    (tmp_path / "one.yaml").write_text(ENTITY, encoding="utf-8")
    gazetteer = load(tmp_path)
    assert (1, ()) == (len(gazetteer), gazetteer.words)


def test_texts_are_kept_in_nfc_without_invisible_characters(tmp_path):
    spelled = unicodedata.normalize("NFD", "Bô\u200b Ly")
    text = ENTITY.replace("forms:", f"forms:\n    - {{text: {spelled}, lang: vi, evidence: attested, source: a}}")
    (tmp_path / "one.yaml").write_text(text, encoding="utf-8")
    assert "Bô Ly" == load(tmp_path)["LA1101"].forms[0].text


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path):
    (tmp_path / "one.yaml").write_bytes(b"\xef\xbb\xbf" + ENTITY.encode())
    assert "Pakxane" == load(tmp_path)["LA1101"].name


# Problems -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path / "nowhere", "there is no gazetteer folder"),
        (lambda path: path, "there is no YAML file"),
        (lambda path: MINI / "provinces.yaml", "is a file; a gazetteer is a folder"),
    ],
)
def test_what_is_no_gazetteer_folder_is_told_in_one_sentence(tmp_path, make, sentence):
    with pytest.raises(GazetteerError) as caught:
        load(make(tmp_path))
    assert 1 == len(caught.value.problems)
    assert sentence in str(caught.value)


def test_a_key_written_twice_is_an_error_with_its_line(tmp_path):
    assert ["places.yaml:3 E102 the same key stands twice: kind"] == problems(
        tmp_path, ENTITY.replace("  names", "  kind: town\n  names")
    )


def test_a_key_written_twice_within_a_form_is_an_error_with_its_line(tmp_path):
    text = ENTITY.replace("lang: en,", "lang: en, lang: vi,")
    assert ["places.yaml:5 E102 the same key stands twice: lang"] == problems(tmp_path, text)


def test_a_form_listed_twice_is_an_error_that_names_both_lines(tmp_path):
    text = ENTITY + "    - {text: Pakxane, lang: vi, evidence: attested, source: a}\n"
    assert ["places.yaml:6 E208 the entity lists this form already: Pakxane, first in line 5 (LA1101)"] == problems(
        tmp_path, text
    )


def test_an_unknown_parent_is_an_error_with_its_line(tmp_path):
    assert ["places.yaml:3 E204 the parent is no entity: LA-ZZ (LA1101)"] == problems(
        tmp_path, ENTITY.replace("  names", "  parent: LA-ZZ\n  names")
    )


def test_all_problems_are_told_at_once_in_the_order_of_files_and_lines(tmp_path):
    (tmp_path / "a.yaml").write_text(ENTITY.replace("district", "hamlet"), encoding="utf-8")
    text = ENTITY.replace("LA1101", "LA1102").replace("official", "rumour").replace("  names", "  parent: X\n  names")
    told = problems(tmp_path, text, "b.yaml")
    assert [("a.yaml:2", "E202"), ("b.yaml:3", "E204"), ("b.yaml:6", "E203")] == [
        tuple(line.split(" ")[:2]) for line in told
    ]


@pytest.mark.parametrize(
    ("code", "line", "change"),
    [
        ("E101", 4, ("{en: Pakxane}", "{en: Pakxane")),
        ("E103", 3, ("  names", "  phone: 020 555\n  names")),
        ("E103", 5, ("source: cod", "source: cod, note: x")),
        ("E104", 3, ("{en: Pakxane}", "{en: ''}")),
        ("E104", 1, ("id: LA1101", "id: ''")),
        ("E104", 5, ("text: Pakxane, ", "")),
        ("E105", 3, ("{en: Pakxane}", "Pakxane")),
        ("E105", 5, ("source: cod", "source: {a: b}")),
        ("E202", 2, ("district", "hamlet")),
        ("E203", 5, ("official", "rumour")),
        ("E205", 3, ("  names", "  successors: [LA-QQ]\n  names")),
        ("E206", 4, ("  names", "  offices:\n  - {role: chief, jurisdiction: XX}\n  names")),
        ("E207", 3, ("  names", "  parent: LA1101\n  names")),
        ("E209", 3, ("  names", "  start: before 2015\n  names")),
        ("E209", 5, ("source: cod", "source: cod, seen: last year")),
        ("E210", 4, ("  names", "  start: 2013-12\n  end: 2006-01-13\n  names")),
        ("E211", 3, ("  names", "  lat: north\n  lon: 104\n  names")),
        ("E211", 3, ("  names", "  lat: 18.2\n  names")),
        ("E212", 3, ("  names", "  identity: perhaps\n  names")),
        ("E301", 1, ("LA1101", "LA-P0001")),
        ("E302", 5, (", source: cod", "")),
        ("E303", 5, ("text: Pakxane", "text: Pa\u0302kxane")),
        ("E304", 5, ("text: Pakxane", "text: Pak\u200bxane")),
        ("E304", 5, ("text: Pakxane", "text: Pak  xane")),
        ("E305", 5, ("text: Pakxane", "text: '=Pakxane'")),
        ("E306", 5, ("text: Pakxane", "text: Pak\ufffdane")),
        ("E307", 3, ("{en: Pakxane}", "{en: Pakxane, vi: Pạc Xan}")),
        ("E308", 3, ("  names", "  lat: 21.03\n  lon: 1.5\n  names")),
        ("E309", 5, ("lang: en", "lang: English language")),
        ("E310", 1, ("district", "province")),
        ("W403", 5, ("text: Pakxane", "text: Pakжxane")),
        ("W404", 3, ("  names", "  identity: likely\n  names")),
    ],
)
def test_each_fault_is_found_where_it_stands(tmp_path, code, line, change):
    assert [line] == [at for at, _ in found(tmp_path, ENTITY.replace(*change), code)][:1]


def test_a_clean_entity_has_no_problem(tmp_path):
    (tmp_path / "one.yaml").write_text(ENTITY, encoding="utf-8")
    assert [] == check(read_folder(tmp_path))


def test_an_id_given_twice_names_the_first_place(tmp_path):
    assert [(6, "LA1101, first at places.yaml:1")] == found(tmp_path, ENTITY + ENTITY, "E201")


def test_two_words_that_are_the_same_are_found(tmp_path):
    word = "- {text: tỉnh, lang: vi, role: generic}\n"
    assert [(2, "tỉnh, first in line 1")] == found(tmp_path, word * 2, "E311", "words.yaml")


def test_a_spelling_shared_by_two_entities_is_worth_a_look_but_no_error(tmp_path):
    (tmp_path / "one.yaml").write_text(ENTITY + ENTITY.replace("LA1101", "LA1102"), encoding="utf-8")
    assert {"W401", "W402"} == {problem.code for problem in check(read_folder(tmp_path))}
    assert 2 == len(load(tmp_path))


def test_faults_of_a_published_gazetteer_do_not_stop_loading(tmp_path):
    (tmp_path / "one.yaml").write_text(ENTITY.replace(", source: cod", ""), encoding="utf-8")
    assert () == load(tmp_path)["LA1101"].forms[0].sources


def test_bytes_that_are_no_utf8_are_told_with_file_and_line(tmp_path):
    (tmp_path / "one.yaml").write_bytes(ENTITY.encode() + "# thị xã".encode("cp1258", "replace") + b"\xff\n")
    with pytest.raises(GazetteerError, match=r"one\.yaml:6 E101"):
        load(tmp_path)


@pytest.mark.parametrize(
    "text", ["- &a [*a]\n", "- &a {id: x}\n- *a\n", "[" * 300 + "]" * 300, "a: b\n", "- x\n", "\0"]
)
def test_odd_yaml_is_a_problem_and_never_a_crash(tmp_path, text):
    assert problems(tmp_path, text)[0].startswith("places.yaml:1 E10")


@given(st.text(alphabet="-{}[]:,&*#?|>'\"%@ \nabcdefidknmso\u0e9a", max_size=80))
@example("- id: LA1101\n  forms: [{text: ບໍລິຄຳໄຊ}]\n")
@example("- {id: [a], names: {en: [b]}, forms: x}\n")
def test_any_text_either_loads_or_is_told_as_problems(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("any")
    (folder / "any.yaml").write_text(text, encoding="utf-8")
    try:
        load(folder)
    except GazetteerError as error:
        assert error.problems


def test_every_code_is_used_once_and_says_what_it_means():
    assert len(CHECKS) == len({each.code for each in CHECKS})
    assert all(message and code[0] in "EW" and code[1:].isdigit() for code, message in codes().items())


def test_the_fingerprint_follows_every_byte_and_name(tmp_path):
    (tmp_path / "a.yaml").write_text(ENTITY, encoding="utf-8")
    before = fingerprint(tmp_path)
    (tmp_path / "a.yaml").rename(tmp_path / "b.yaml")
    renamed = fingerprint(tmp_path)
    (tmp_path / "b.yaml").write_text(ENTITY + "\n", encoding="utf-8")
    assert 3 == len({before, renamed, fingerprint(tmp_path)})


@given(st.sampled_from(["Bô-ly Khăm Xay", "bô ly khăm xay", "BôLyKhămXay", "Bo Ly Kham Xay"]))
def test_the_folded_text_is_the_same_without_marks_case_and_blanks(text):
    assert "bolykhamxay" == folded(text)


# Compiled -----------------------------------------------------------------------------------------------------------


def same(one: Gazetteer, other: Gazetteer) -> bool:
    return (list(one), one.words, one.fingerprint) == (list(other), other.words, other.fingerprint)


@pytest.mark.parametrize("folder", [MINI, BUILT_IN])
def test_there_and_back_through_plain_data_changes_nothing(folder):
    gazetteer = load(folder)
    assert same(gazetteer, from_plain(json.loads(json.dumps(to_plain(gazetteer)))))


@given(
    st.text(min_size=1, max_size=12),
    st.sampled_from(list(Evidence)),
    st.lists(st.text(max_size=5), max_size=3),
    st.none() | st.text(max_size=5),
)
@example("Bolikhămxay", Evidence.ATTESTED, ["a", "b", "a"], "tỉnh")
def test_any_form_survives_compiling(text, evidence, sources, context):
    form = SurfaceForm(text, "vi", evidence, tuple(sources), context)
    gazetteer = Gazetteer([Entity("LA-BL", Kind.PROVINCE, {"en": text}, (form,), "province")])
    assert same(gazetteer, from_plain(to_plain(gazetteer)))


def test_the_compiled_gazetteer_opens_in_milliseconds(built_in):
    stored = json.dumps(to_plain(built_in))
    best = min(timed(lambda: from_plain(json.loads(stored))) for _ in range(5))
    assert best < 0.2  # measured: 0.016 s; the bound leaves room for a busy machine


def timed(action) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


# The built-in gazetteer ---------------------------------------------------------------------------------------------


def test_the_built_in_gazetteer_has_no_errors(built_in_problems):
    assert [] == [str(problem) for problem in built_in_problems if problem.code.startswith("E")]


def test_the_built_in_gazetteer_holds_all_kinds_in_full(built_in):
    assert Counter(province=18, district=148, town=36, crossing=28, feature=21, former_unit=17, person=452) == Counter(
        str(entity.kind) for entity in built_in
    )


def test_no_spelling_of_the_fact_base_was_lost(built_in):
    assert sum(len(entity.forms) for entity in built_in) >= 2806 + 60


def test_every_name_shown_is_a_form_with_a_source(built_in):
    missing = [
        (entity.id, name)
        for entity in built_in
        for name in entity.names.values()
        if not any(form.text == name and form.sources for form in entity.forms)
    ]
    assert [] == missing


def test_every_district_lies_in_a_province_and_every_town_in_a_unit(built_in):
    for entity in built_in:
        if entity.kind is Kind.DISTRICT:
            assert Kind.PROVINCE is built_in[entity.parent].kind
        if entity.kind is Kind.TOWN:
            assert entity.parent in built_in


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Viêng Chăn", {"LA-VT", "LA-VI", "LA-T001"}),
        ("ວຽງຈັນ", {"LA-VT", "LA-VI", "LA-T001"}),
        ("Bolikhamxay", {"LA-BL"}),
        ("Trấn Ninh", {"LA-XI", "LA-H005"}),
        ("Vạn Tượng", {"LA-VT"}),
    ],
)
def test_one_spelling_stands_under_all_its_entities(built_in, text, ids):
    assert ids == {entity.id for entity in built_in if any(form.text == text for form in entity.forms)}


@pytest.mark.parametrize(
    ("entity_id", "name"),
    [
        ("LA-BL", "Bolikhamxay"),
        ("LA-VT", "Vientiane Capital"),
        ("LA1101", "Pakxane"),
        ("LA-T004", "Pakse"),
        ("LA-X004", "Cầu Treo - Nậm Phao"),
        ("LA-P0186", "Thongloun Sisoulith"),
    ],
)
def test_entities_show_their_canonical_name(built_in, entity_id, name):
    assert name == built_in[entity_id].name


def test_persons_without_a_latin_name_show_a_spelling_that_somebody_printed(built_in):
    texts = {form.text: form.evidence for form in built_in["LA-P0082"].forms}
    assert Evidence.ATTESTED is texts[built_in["LA-P0082"].name]


def test_doubtful_merges_are_visible(built_in):
    doubtful = [entity for entity in built_in if entity.identity in ("likely", "unsure")]
    assert 25 == len(doubtful)
    assert all(entity.notes for entity in doubtful)


def test_units_know_when_they_existed_and_what_became_of_them(built_in):
    zone = built_in["LA-H001"]
    assert ("1994-06", "2006-01-13", ("LA-XS", "LA-VI", "LA-XI")) == (zone.start, zone.end, zone.successors)
    assert [False, True] == [built_in["LA-XS"].existed_on(date(year, 6, 1)) for year in (2010, 2014)]


def test_a_district_that_moved_lies_in_another_province_before(built_in):
    thathom = "LA1802"
    assert ["LA-XS", "LA-XI", "LA-H001"] == [
        built_in.ancestors(thathom, on)[0] for on in (None, date(2010, 1, 1), date(2000, 1, 1))
    ]
    assert built_in.lies_in(thathom, "LA-XI", date(2010, 1, 1))
    assert not built_in.lies_in(thathom, "LA-XI")


def test_an_unknown_id_says_what_ids_look_like(built_in):
    with pytest.raises(UnknownEntity, match="ids look like"):
        built_in["LA-ZZ"]


def test_words_of_the_four_languages_point_to_known_designations(built_in):
    designations = {entity.designation for entity in built_in} | {"village"}
    assert {"vi", "en", "fr", "lo"} <= {word.lang for word in built_in.words}
    assert {"generic", "title", "office", "organisation", "filler"} == {word.role for word in built_in.words}
    assert set() == {point for word in built_in.words for point in word.points_to} - designations


@pytest.mark.parametrize(
    ("text", "points_to"),
    [
        ("tỉnh", ("province",)),
        ("thủ đô", ("capital",)),
        ("huyện", ("district",)),
        ("tp.", ("town",)),
        ("bản", ("village",)),
        ("cửa khẩu quốc tế", ("crossing",)),
        ("ແຂວງ", ("province",)),
        ("khoueng", ("province",)),
        ("préfecture", ("capital",)),
        ("đại tá", ("person",)),
        ("ທ່ານ", ("person",)),
        ("governor of", ("person",)),
    ],
)
def test_a_word_points_to_what_it_announces(built_in, text, points_to):
    assert {points_to} == {word.points_to for word in built_in.words if word.text == text}
