"""How well and how fast names are found in running text: one Markdown table for each question.

    python benchmarks/extraction.py [--only gold,blind,seeds,distractors,addresses,speed] [--shared FOLDER]

The gold texts lie in ``tests/cases/articles``; those of ``benchmarks/articles`` were written blind to the code and are only
measured. The five real articles and the names that are not Lao lie in a folder
beside the checkout (``--shared``, by default ``../shared``); where it is missing, the table says so. Of the articles only
the spellings of their names are written down here, found by reading them: every occurrence of one is a mention, and there
are no others.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(ROOT), str(ROOT / "tests")]

from article_cases import cases, spans_of  # noqa: E402

import lao_names  # noqa: E402

Row = tuple[str, str, str, str]

SEEDS: dict[str, dict[str, str]] = {
    "000": {"Bôlykhămxay": "LA-BL", "Côồng Chắn Xay Pằn Nha": "LA-P0082", "Viêng Chăn": "LA-VT"},
    "001": {
        "Bolikhămxay": "LA-BL", "Bolikhămxây": "LA-BL", "Khăm Muồn": "LA-KH", "Cồng Chắn Xay Păn Nha": "LA-P0082",
        "Thịp Phạ Chắn Phô Xay": "LA-P0184", "Cầu Treo": "LA-X004", "Nậm Pao": "LA-X004",
    },
    "002": {
        "Bô Ly Khăm Xay": "LA-BL", "Xiêng Khoảng": "LA-XI", "Hủa Phăn": "LA-HO", "Kông Chăn Xay Păn Nha": "LA-P0082",
        "Phết Nọi Lo Lon Xỉ": "LA-P0116", "Xẻng A Lun Năn Thạ Vông": "LA-P0134",
    },
    "003": {
        "Salavan": "LA-SL", "Sê Kông": "LA-XE", "Khăm Ban Phôm Mạ Ni Vông": "LA-P0055",
        "Ê Ka Lạt Thèng Sổm Bắt": "LA-P0048",
    },
    "004": {"Khăm Muồn": "LA-KH", "Bôlykhamxay": "LA-BL"},
}  # fmt: skip
"""Names in the articles, by the beginning of the file's name."""


def f1(right: int, wrong: int, missed: int) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    precision = right / max(1, right + wrong)
    recall = right / max(1, right + missed)
    return precision, recall, 2 * right / max(1, 2 * right + wrong + missed)


def scored(what: str, counts: tuple[int, int, int], bar: float) -> Row:
    """A line of the table for counts of right, wrong and missed mentions."""
    precision, recall, measure = f1(*counts)
    return what, f"F1 {measure:.3f}, precision {precision:.3f}, recall {recall:.3f}", f">= {bar}", passed(measure >= bar)


def passed(yes: bool) -> str:
    """The last cell of a line."""
    return "ok" if yes else "MISSED"


# --- gold texts ---


def gold(shared: Path) -> Iterator[Row]:
    """Exact spans with the right ids on the gold texts, by file and together."""
    by_file: dict[str, list[int]] = {}
    for case in cases():
        found = spans_of(lao_names.extract(case.text, on=case.on))
        counts = by_file.setdefault(case.name.split("/")[0], [0, 0, 0, 0])
        for place, number in enumerate((len(found & case.gold), len(found - case.gold), len(case.gold - found), 1)):
            counts[place] += number
    for name, (right, wrong, missed, texts) in by_file.items():
        if not right + missed:
            yield f"gold texts: {name} ({texts}), nothing to find", f"{wrong} found", "0", passed(not wrong)
            continue
        yield scored(f"gold texts: {name} ({texts})", (right, wrong, missed), 0.93)
    totals = [sum(counts[place] for counts in by_file.values()) for place in range(4)]
    yield scored(f"gold texts: all ({totals[3]})", (totals[0], totals[1], totals[2]), 0.93)


def blind(shared: Path) -> Iterator[Row]:
    """The same on texts whose writer had not seen the code; what was found wrong or missed is printed to standard error."""
    right = wrong = missed = texts = 0
    for case in cases(HERE / "articles"):
        found = spans_of(lao_names.extract(case.text, on=case.on))
        surplus, absent = found - case.gold, case.gold - found
        right, wrong, missed = right + len(found & case.gold), wrong + len(surplus), missed + len(absent)
        texts += 1
        for what, spans in (("wrong", surplus), ("missed", absent)):
            for start, end, ids in sorted(spans, key=lambda span: span[:2]):
                print(f"{case.name}: {what}: {case.text[start:end]!r} {' '.join(sorted(ids))}", file=sys.stderr)
    yield scored(f"blind texts ({texts}), {right + missed} mentions", (right, wrong, missed), 0.93)


def seeds(shared: Path) -> Iterator[Row]:
    """The same on the real articles."""
    right = wrong = missed = 0
    for prefix, names in SEEDS.items():
        path = next(iter(sorted((shared / "seeds").glob(f"{prefix}_*.txt"))), None)
        if path is None:
            yield f"real article {prefix}", f"not measured: {shared / 'seeds'} has no such file", ">= 0.98", ""
            continue
        text = path.read_text("utf-8")
        wanted = {
            (place, place + len(name), frozenset([entity_id]))
            for name, entity_id in names.items()
            for place in places_of(name, text)
        }
        found = spans_of(lao_names.extract(text))
        right, wrong, missed = right + len(found & wanted), wrong + len(found - wanted), missed + len(wanted - found)
    if right + missed:
        yield scored(f"five real articles, {right + missed} mentions", (right, wrong, missed), 0.98)


def places_of(name: str, text: str) -> Iterator[int]:
    """Where a spelling stands in a text."""
    place = text.find(name)
    while place >= 0:
        yield place
        place = text.find(name, place + 1)


# --- strangers and addresses ---

OF_PLACES = (
    "Bão gây mưa to tại {} và vùng giáp Lào.",
    "Đoàn từ {} sang Lào hôm qua.",
    "Hội nghị có đại biểu {}, Hà Tĩnh và Lào.",
)
OF_PEOPLE = (
    "{} cho biết tình hình ở Lào ổn định.",
    "Phóng viên gặp ông {} tại Lào hôm qua.",
    "Đại tá {} cùng đoàn cán bộ Lào dự lễ.",
)


def distractors(shared: Path) -> Iterator[Row]:
    """Names that are not Lao, in sentences about Laos, returned as a match."""
    path = shared / "data" / "not_lao.tsv"
    if not path.exists():
        yield "distractors returned as match", f"not measured: {path} is missing", "<= 2 %", ""
        return
    asked = matched = 0
    for line in path.read_text("utf-8").splitlines()[1:]:
        name, what = line.split("\t")[:2]
        for sentence in OF_PEOPLE if "person" in what else OF_PLACES:
            found = lao_names.extract(sentence.format(name))
            asked += 1
            matched += any(mention.resolution.entity for mention in found)
    share = matched / asked
    yield f"distractors in {asked} sentences, returned as match", f"{share:.2%}", "<= 2 %", passed(share <= 0.02)


def addresses(shared: Path) -> Iterator[Row]:
    """Written-out addresses with a village, a district and a province in their listed spellings."""
    gazetteer = lao_names.load()
    chance = random.Random(20261123)
    right = asked = 0
    for district in gazetteer:
        if district.kind != "district" or district.parent is None:
            continue
        province = gazetteer[district.parent]
        inner, outer = (spelling(entity, chance) for entity in (district, province))
        if not inner or not outer:
            continue
        text = f"bản Na Xuông, huyện {inner}, tỉnh {outer}, Lào"
        if province.designation == "capital":
            text = text.replace("tỉnh", "thủ đô")
        found = {mention.resolution.entity.id for mention in lao_names.extract(text) if mention.resolution.entity}
        asked += 1
        right += found == {district.id, province.id}
    share = right / asked
    yield f"{asked} written-out addresses: district and province", f"{share:.3f}", ">= 0.90", passed(share >= 0.9)


def spelling(entity: lao_names.Entity, chance: random.Random) -> str | None:
    """One of the Latin spellings of a unit without generic words; None where there is none."""
    fitting = [
        form.text
        for form in entity.forms
        if form.lang in ("vi", "en") and form.evidence in ("official", "attested") and form.text[0].isupper()
        and not any(word in form.text for word in ("Province", "District", "Muang", "(", "Tỉnh", "Nakhon", "NAKHON"))
    ]  # fmt: skip
    return chance.choice(sorted(fitting)) if fitting else None


# --- speed ---


def speed(shared: Path) -> Iterator[Row]:
    """Characters a second on Vietnamese news: the real articles where they are, else the gold texts, over and over."""
    files = sorted((shared / "seeds").glob("*.txt"))
    source = "real articles" if files else "gold texts"
    text = "\n\n".join(file.read_text("utf-8") for file in files) or "\n\n".join(case.text for case in cases())
    lao_names.extract(text[:2000])  # tables that are read on first use
    first: float | None = None
    for size in (100_000, 1_000_000, 10_000_000):
        piece = (text + "\n\n") * (size // len(text) + 1)
        start = time.perf_counter()
        lao_names.extract(piece[:size])
        rate = size / (time.perf_counter() - start)
        first = first or rate
        yield f"{source}, {size:,} characters", f"{rate:,.0f} a second", ">= 100,000", passed(rate >= 100_000)
    yield "10 MB against 100 kB, a character", f"{first / rate:.2f} times", "<= 1.5 times", passed(first <= 1.5 * rate)


QUESTIONS: dict[str, Callable[[Path], Iterator[Row]]] = {
    "gold": gold, "blind": blind, "seeds": seeds, "distractors": distractors, "addresses": addresses, "speed": speed,
}  # fmt: skip


def main() -> None:
    """Measures what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default=",".join(QUESTIONS), help=f"some of: {', '.join(QUESTIONS)}")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with seeds/ and data/")
    options = parser.parse_args()
    print(f"Measured {date.today().isoformat()}, version {lao_names.__version__}\n")
    print("| what | measured | bar | |\n|---|---|---|---|")
    for name in options.only.split(","):
        for row in QUESTIONS[name.strip()](options.shared):
            print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
