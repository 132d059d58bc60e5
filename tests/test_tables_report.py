"""The report: one page, small, without network, everything escaped; its decisions are what --decisions reads."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest
from cli_running import run

NASTY = "<script>alert(1)</script>\"'&"
TABLE = [
    "Viêng Chăn",
    "Viêng Chăn",
    "Hà Nội",
    NASTY,
    "=cmd|1",
    "Bolikhămxay",
    "Tha Khẹt",
    "",
    "Nguyễn Văn Tý",
    "Nguyen Van Ty",
]


class Page(HTMLParser):
    """The tags that are open at the end, and the attributes and texts met on the way."""

    def __init__(self, text):
        super().__init__()
        self.open, self.attributes, self.tags, self.text = [], [], [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes
        if tag not in {"meta", "input", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes

    def handle_endtag(self, tag):
        assert tag == self.open.pop()

    def handle_data(self, data):
        self.text += data


@pytest.fixture
def page(tmp_path):
    with (tmp_path / "in.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["tên", "x"], *([name, "1"] for name in TABLE)])
    result = run(
        "normalize", tmp_path / "in.csv", "-c", "tên", "-o", tmp_path / "out.csv", "--report", tmp_path / "r.html"
    )
    assert 0 == result.exit_code, result.stderr
    return tmp_path / "r.html"


def test_the_page_is_whole_small_and_asks_no_network(page):
    text = page.read_text(encoding="utf-8")
    found = Page(text)
    assert [] == found.open
    assert len(text.encode()) < 1_000_000
    assert not [value for name, value in found.attributes if name in {"src", "href"}]
    assert "default-src 'none'" in text
    assert "<!--" not in text.replace("<!DOCTYPE", "")


def test_what_comes_from_the_table_is_escaped(page):
    found = Page(page.read_text(encoding="utf-8"))
    assert 1 == found.tags.count("script")
    assert ("data-spelling", NASTY) in found.attributes
    assert NASTY in found.text


def test_counts_map_and_reasons_are_there(page):
    found = Page(page.read_text(encoding="utf-8"))
    assert "2 ambiguous (20.0%)" in found.text
    assert "Bolikhamxay: 1" in found.text
    assert "Vientiane Capital" in found.text and "LA-VT" in found.text
    assert "nobody that is listed" in found.text
    assert "Nguyễn Văn Tý (1), Nguyen Van Ty (1)" in found.text
    assert "UTF-8" in found.text and re.search(r"sha256 [0-9a-f]{64}", found.text)
    assert 18 == sum(name == "rx" for name, _ in found.attributes)


def test_a_table_of_many_spellings_gives_a_page_under_a_megabyte(tmp_path):
    (tmp_path / "in.csv").write_text(
        "x\n" + "".join(f"Hà Nội {n:x} {'y' * 400}\n" for n in range(1500)), encoding="utf-8"
    )
    result = run(
        "normalize", tmp_path / "in.csv", "-c", "x", "-o", tmp_path / "out.csv", "--report", tmp_path / "r.html"
    )
    assert 0 == result.exit_code, result.stderr
    assert (tmp_path / "r.html").stat().st_size < 1_000_000
    assert "the 300 most frequent are shown" in (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_chromium_runs_the_page_without_a_complaint(page, tmp_path):
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        pytest.skip("there is no Chromium on this machine")
    # A script of the test's own clicks; what the page would save is written into its title.
    click = """<script>
    URL.createObjectURL = blob => { blob.text().then(text => { document.title = JSON.stringify(text); }); return "#"; };
    document.querySelector("#filter").value = "Viêng"; document.querySelector("#filter").dispatchEvent(new Event("input"));
    document.querySelector("#doubts tbody tr:not([hidden]) input").click();
    document.querySelectorAll("#doubts tbody tr").forEach(row => {
      if (row.dataset.spelling[0] === "=") row.querySelector("input[value='-']").click(); });
    document.querySelector("th[data-sort='1']").click();
    document.querySelector("#save").click();
    </script></body>"""
    driven = tmp_path / "driven.html"
    driven.write_text(page.read_text(encoding="utf-8").replace("</body>", click), encoding="utf-8")
    command = [browser, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    command += ["--virtual-time-budget=3000", "--dump-dom", driven.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=120).stdout
    title = re.search(r"<title>(.*?)</title>", shown, re.DOTALL)
    assert title is not None
    assert r"spelling,kind,within,on,decision\r\n" in title[1]
    assert r"\r\nViêng Chăn,,,,LA-V" in title[1]
    assert r"\r\n'=cmd|1,,,,-\r\n" in title[1]
    assert ">2 decided<" in shown
