"""``lao-names extract``: what it reads, what it writes, and what it says when a file is broken."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import time
from html.parser import HTMLParser

import pytest
from cli_running import run

from lao_names.cli.articles import files_below, form_of, visible_text, without_addresses

TEXT = "Đại tá Kông Chăn Xay Păn Nha, Giám đốc Công an tỉnh Bô Ly Khăm Xay (Lào), đến Hà Tĩnh.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


def records(output):
    return list(csv.DictReader(io.StringIO(output)))


def test_the_list_names_everything(article):
    result = run("extract", article)
    assert 0 == result.exit_code
    assert "article.txt: 2 names" in result.stdout
    assert "LA-P0082" in result.stdout and "LA-BL" in result.stdout
    assert "2 names in 1 text: 2 match" in result.stderr


def test_csv_has_the_columns_promised(article):
    result = run("extract", article, "--csv")
    assert "file,start,end,text,id,name,kind,status,probability" == result.stdout.splitlines()[0]
    person, province = records(result.stdout)
    assert (TEXT.index("Kông"), TEXT.index(",")) == (int(person["start"]), int(person["end"]))
    assert ("LA-BL", "Bolikhamxay", "province", "match") == tuple(
        province[column] for column in ("id", "name", "kind", "status")
    )


def test_json_has_one_object_per_name(article):
    lines = [json.loads(line) for line in run("extract", article, "--json").stdout.splitlines()]
    assert ["LA-P0082", "LA-BL"] == [line["entity"] for line in lines]
    assert all(TEXT[line["start"] : line["end"]] == line["text"] for line in lines)


def test_standard_input_is_read(article):
    result = run("extract", "-", "--csv", stdin=TEXT)
    assert ["standard input"] * 2 == [record["file"] for record in records(result.stdout)]


def test_html_offsets_count_in_the_visible_text(tmp_path):
    page = tmp_path / "page.html"
    html = (
        "<html><head><title>Attapeu</title><style>.Pakse{}</style><script>Savannakhet</script></head><body>"
        "<p>tỉnh <b>Hủa</b>\n Phăn &amp; tỉnh Xi&ecirc;ng Khoảng</p><!-- Salavan --><p>Lào</p></body></html>"
    )
    page.write_text(html, "utf-8")
    found = records(run("extract", page, "--csv").stdout)
    text = visible_text(html)
    assert "tỉnh Hủa Phăn & tỉnh Xiêng Khoảng\n\nLào" == text
    assert ["Hủa Phăn", "Xiêng Khoảng"] == [text[int(one["start"]) : int(one["end"])] for one in found]
    assert "visible text" in run("extract", page).stdout


BROKEN = ["<", "<!--", "<![CDATA[", "<a ", "<div>", "<script>", "</", "<?", "<a b='", "&#", "<p title='\">"]


@pytest.mark.parametrize("piece", BROKEN)
def test_broken_pages_are_read_in_time(piece):
    start = time.perf_counter()
    visible_text(piece * 50_000)
    without_addresses(piece * 50_000)
    assert time.perf_counter() - start < 10


def test_attributes_and_entities_of_a_page_are_no_text():
    html = (
        "<p title=\"a > b 'Pakse'\">tỉnh <A HREF='x'>H&#7911;a</A> Phăn<br/>Lào</p><pre>a  b</pre>"
        "<textarea>Attapeu</textarea>"
    )
    assert "tỉnh Hủa Phăn\nLào\n\na b" == visible_text(html)


def test_markdown_addresses_and_code_hold_no_names(tmp_path):
    text = "[tỉnh Khăm Muộn](http://example.org/Savannakhet) `Pakse`\n\n```\ntỉnh Attapeu\n```\nLào"
    page = tmp_path / "page.md"
    page.write_text(text, "utf-8")
    (found,) = records(run("extract", page, "--csv").stdout)
    assert "Khăm Muộn" == text[int(found["start"]) : int(found["end"])]
    assert len(text) == len(without_addresses(text))


def test_json_lines_are_texts_with_their_own_days(tmp_path):
    lines = tmp_path / "news.jsonl"
    lines.write_text(
        '{"body": "đặc khu Xaisomboun, Lào", "date": "2000-05-01T08:00:00"}\n\n{"body": "tỉnh Attapư, Lào"}\n', "utf-8"
    )
    found = records(run("extract", lines, "--csv", "--field", "body", "--on", "@date").stdout)
    assert [(f"{lines}:1", "LA-H001"), (f"{lines}:3", "LA-AT")] == [(one["file"], one["id"]) for one in found]


def test_broken_lines_are_reported_and_the_rest_goes_on(tmp_path):
    lines = tmp_path / "news.jsonl"
    lines.write_text('{bad\n[]\n{"other": 1}\n{"text": "tỉnh Attapư, Lào"}\n', "utf-8")
    result = run("extract", lines, "--csv")
    assert (1, ["LA-AT"]) == (result.exit_code, [one["id"] for one in records(result.stdout)])
    assert 3 == result.stderr.count("Error: ")
    assert "news.jsonl:1: not JSON" in result.stderr and "there are: other" in result.stderr


def test_a_broken_file_is_reported_and_the_rest_goes_on(tmp_path, article):
    (tmp_path / "broken.txt").write_bytes(b"\xff\x00\x01\xfe\x00binary")
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("extract", "-r", tmp_path, "--csv")
    assert (1, 2) == (result.exit_code, len(records(result.stdout)))
    assert 1 == result.stderr.count("Error: ") and "broken.txt" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "FILE"),
        (("no-such-file.txt",), 3, "no-such-file.txt"),
        (("-r", "no-such-folder"), 3, "no-such-folder"),
        (("-", "--kind", "river"), 2, "province"),
        (("-", "--on", "yesterday"), 2, "2023-07-04"),
        (("-", "--json", "--csv"), 2, "exclude"),
        (("-", "--html", "no/such/folder/page.html"), 4, "cannot write"),
    ],
)
def test_mistakes_end_in_one_sentence(arguments, code, said):
    result = run("extract", *arguments, stdin="Lào")
    assert code == result.exit_code
    assert said in result.stderr and "Traceback" not in result.stderr


def test_a_cell_that_a_spreadsheet_would_run_is_text(tmp_path):
    path = tmp_path / "=1+1.txt"
    path.write_text(TEXT, "utf-8")
    result = run("extract", "-r", tmp_path, "--csv")
    assert all(not cell.startswith("=") for one in records(result.stdout) for cell in one.values())


def test_folders_give_their_articles_in_order(tmp_path):
    for name in ("b.txt", "a.md", "c.bin", ".hidden.txt", "sub/d.HTML", "e.jsonl.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    names = [path[len(str(tmp_path)) + 1 :] for path in files_below(str(tmp_path))]
    assert ["a.md", "b.txt", "e.jsonl.gz", "sub/d.HTML"] == names
    assert ["markdown", "text", "jsonl", "html"] == [form_of(name) for name in names]


# --- the page ---


class _Marks(HTMLParser):
    """The classes and texts of the marks inside the texts of a page."""

    def __init__(self):
        super().__init__()
        self.marks, self._depth, self._tip = [], 0, 0

    def handle_starttag(self, tag, attrs):
        self._tip += tag == "span"
        if tag == "mark" and dict(attrs).get("tabindex"):
            self.marks.append([dict(attrs)["class"], "", ""])
            self._depth += 1

    def handle_endtag(self, tag):
        self._tip -= tag == "span"
        self._depth -= tag == "mark" and self._depth > 0

    def handle_data(self, data):
        if self._depth:
            self.marks[-1][2 if self._tip else 1] += data


def page_of(tmp_path, text):
    source, page = tmp_path / "source.txt", tmp_path / "page.html"
    source.write_text(text, "utf-8")
    result = run("extract", source, "--html", page, "-q")
    assert (0, "") == (result.exit_code, result.stdout)
    return page


def test_the_page_marks_names_and_explains_them(tmp_path):
    html = page_of(tmp_path, TEXT + "Từ Viêng Chăn. <script>alert(1)</script> & “x”").read_text("utf-8")
    marks = _Marks()
    marks.feed(html)
    assert [("person", "Kông Chăn Xay Păn Nha"), ("province", "Bô Ly Khăm Xay"), ("province ambiguous", "Viêng Chăn")] == [
        (kind, text) for kind, text, _ in marks.marks
    ]
    assert all("LA-" in tip for *_, tip in marks.marks)
    assert "<script>" not in html and "&lt;script&gt;alert(1)" in html
    assert "http" not in html.split("<body>")[0]  # nothing is loaded from elsewhere


@pytest.mark.slow
def test_a_browser_shows_the_page(tmp_path):
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("no Chromium here")
    page = page_of(tmp_path, TEXT)
    shown = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", page.as_uri()],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=True,
    ).stdout  # fmt: skip
    marks = _Marks()
    marks.feed(shown)
    assert ["Kông Chăn Xay Păn Nha", "Bô Ly Khăm Xay"] == [text for _, text, _ in marks.marks]
