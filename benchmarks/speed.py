"""How fast it is, beside what it is measured against: one Markdown table with the bars.

    python benchmarks/speed.py [--only distinct,known,start,memory,table] [--rows 1000000] [--python PATH]

``--python`` names the interpreter of another environment (with the wheel installed, say) for all measurements that
run in fresh processes; these run outside the checkout there. Times are the best of several runs, since other work on
the machine only ever adds to them; both sides of a comparison are timed in the same run.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(ROOT)]

from measures import markdown  # noqa: E402
from perturb import unseen  # noqa: E402

Row = dict[str, object]


def row(what: str, found: str, bar: str, passed: bool) -> Row:
    """One line of the table."""
    return {"what": what, "measured": found, "bar": bar, "": "ok" if passed else "MISSED"}


def all_forms() -> list[str]:
    """Every form of the built-in gazetteer."""
    import lao_names

    return sorted({form.text for entity in lao_names.load() for form in entity.forms})


# --- distinct unseen spellings ---


def distinct_spellings(number: int = 5000) -> Iterator[Row]:
    """``resolve_many`` on unseen spellings against loops of ``extractOne`` over the same forms."""
    from rapidfuzz import fuzz

    import lao_names

    forms = all_forms()
    queries = unseen(forms, number)
    resolver = lao_names.Resolver(lao_names.load())
    resolver.resolve_many(unseen(forms, 200, seed=1))  # tables that are read on first use
    rates: dict[str, list[float]] = {"ours": [], "WRatio": [], "ratio": []}
    for start in range(0, len(queries), 1000):  # short enough to be undisturbed once, and the same for both
        part = queries[start : start + 1000]
        rates["ours"].append(per_second(lambda part=part: resolver.resolve_many(part), len(part)))
        rates["ratio"].append(loop_of(fuzz.ratio, forms, part))
        rates["WRatio"].append(loop_of(fuzz.WRatio, forms, part[:200]))
    ours, ratio, wratio = (max(rates[name]) for name in ("ours", "ratio", "WRatio"))
    yield row(
        f"{len(queries)} unseen spellings, {len(forms)} forms, a second, against extractOne(WRatio + Unidecode)",
        f"{ours:,.0f} against {wratio:,.0f}: {ours / wratio:.1f} times",
        ">= 5 times",
        ours >= 5 * wratio,
    )
    yield row(
        "the same against extractOne(ratio + Unidecode)",
        f"{ours:,.0f} against {ratio:,.0f}: {ours / ratio:.2f} times",
        ">= 0.5 times",
        ours >= 0.5 * ratio,
    )
    single = queries[:1000]
    one_by_one = per_second(lambda: [resolver.resolve(query) for query in single], len(single))
    yield row("unseen spellings a second, one by one", f"{one_by_one:,.0f}", "", True)


def loop_of(scorer: Callable[..., float], forms: Sequence[str], queries: Sequence[str]) -> float:
    """Queries a second of ``extractOne`` over the forms, Unidecode on both sides (the forms' beforehand)."""
    from rapidfuzz import process
    from unidecode import unidecode

    choices = [unidecode(form).lower() for form in forms]
    return per_second(
        lambda: [process.extractOne(unidecode(query).lower(), choices, scorer=scorer) for query in queries],
        len(queries),
    )


def per_second(work: Callable[[], Any], items: int) -> float:
    """Items a second of one run."""
    start = time.perf_counter()
    work()
    return items / (time.perf_counter() - start)


# --- fresh processes ---

KNOWN = """
import sys, time, lao_names
forms = sys.stdin.read().split("\\n")
start = time.perf_counter()
lao_names.resolve_many(forms)
print(len(forms) / (time.perf_counter() - start))
"""
KNOWN_ONE_BY_ONE = KNOWN.replace("lao_names.resolve_many(forms)", "[lao_names.resolve(form) for form in forms]")
IMPORT = "import time; start = time.perf_counter(); import lao_names; print(time.perf_counter() - start)"
FIRST = "import lao_names; lao_names.resolve('Bôlykhămxay')"
UNSEEN_FIRST = "import lao_names; lao_names.resolve('Bu-ly-khằm-sai')"
MANY = "import sys, lao_names; lao_names.resolve_many(sys.stdin.read().split('\\n'))"


# The peak of a child counts the memory of whoever started it, so a small process of its own starts it and keeps the time.
STARTER = """
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:])
_, status, usage = os.wait4(process.pid, 0)
print(time.perf_counter() - start, usage.ru_maxrss, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""


class Fresh:
    """Runs code in new processes of one interpreter."""

    def __init__(self, python: str | None) -> None:
        self.python = python or sys.executable
        self.folder = tempfile.gettempdir() if python else str(ROOT)

    def run(self, code: str, given: str = "") -> tuple[str, float, float]:
        """Output, seconds, and peak resident memory in MB of one process."""
        return self.call([self.python, "-c", code], given)

    def call(self, command: Sequence[str], given: str = "") -> tuple[str, float, float]:
        """The same for a whole command."""
        with tempfile.TemporaryFile() as entered, tempfile.TemporaryFile() as left, tempfile.TemporaryFile() as said:
            entered.write(given.encode())
            entered.seek(0)
            starter = [sys.executable, "-c", STARTER, *command]
            ended = subprocess.run(starter, stdin=entered, stdout=left, stderr=said, cwd=self.folder, check=False)
            left.seek(0)
            said.seek(0)
            words = said.read().decode()
            if ended.returncode:
                raise SystemExit(f"{command[:3]} ended with {ended.returncode}:\n{words[-2000:]}")
            seconds, peak = words.split()[-2:]
            return left.read().decode(), float(seconds), float(peak) / (1024**2 if sys.platform == "darwin" else 1024)

    def fastest(self, code: str, times: int = 7) -> float:
        """Seconds of the fastest of several processes, start of the interpreter included."""
        return min(self.run(code)[1] for _ in range(times))


def known_spellings(fresh: Fresh) -> Iterator[Row]:
    """All known spellings, each for the first time."""
    forms = "\n".join(all_forms())
    for what, code in (("resolve_many", KNOWN), ("one by one", KNOWN_ONE_BY_ONE)):
        rate = max(float(fresh.run(code, forms)[0]) for _ in range(3))
        yield row(
            f"known spellings a second, each for the first time, fresh process, loading included, {what}",
            f"{rate:,.0f}",
            ">= 20,000" if what == "resolve_many" else "",
            rate >= 20_000 or what != "resolve_many",
        )


def start_up(fresh: Fresh) -> Iterator[Row]:
    """Import and first answer."""
    fresh.run(FIRST)  # the compiled gazetteer of a checkout is made once
    imported = min(float(fresh.run(IMPORT)[0]) for _ in range(7)) * 1e3
    yield row("import lao_names", f"{imported:.0f} ms", "< 30 ms", imported < 30)
    bare = fresh.fastest("pass")
    for what, code in (("a known spelling", FIRST), ("an unseen spelling", UNSEEN_FIRST)):
        first = (fresh.fastest(code) - bare) * 1e3
        yield row(
            f"first answer in a fresh process, {what}, over bare python", f"{first:.0f} ms", "< 150 ms", first < 150
        )


def memory(fresh: Fresh) -> Iterator[Row]:
    """Peak resident memory."""
    one = fresh.run(FIRST)[2]
    many = fresh.run(MANY, "\n".join(unseen(all_forms(), 2000)))[2]
    yield row("peak memory, one answer", f"{one:.0f} MB", "< 80 MB", one < 80)
    yield row("peak memory, 2,000 unseen spellings in a batch", f"{many:.0f} MB", "< 80 MB", many < 80)


# --- a million rows ---

COPY = """
import csv, sys
source = open(sys.argv[1], encoding="utf-8", newline="")
with open(sys.argv[2], "w", encoding="utf-8", newline="") as out:
    csv.writer(out, lineterminator="\\n").writerows(csv.reader(source))
"""


def big_table(fresh: Fresh, rows: int) -> Iterator[Row]:
    """A large CSV with 1,080 distinct values against a plain copy by the csv module."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "in.csv"), Path(folder, "out.csv")
        write_table(source, rows)
        copy = [fresh.python, "-c", COPY, str(source), str(out)]
        ours = [fresh.python, "-m", "lao_names", "normalize", str(source), "-c", "name", "-o", str(out), "-q"]
        copied = min(fresh.call(copy)[1] for _ in range(3))
        runs = [fresh.call(ours) for _ in range(3)]
        seconds, peak = min(run[1] for run in runs), max(run[2] for run in runs)
        with out.open(encoding="utf-8") as written:
            assert sum(1 for _ in written) == rows + 1
    found = f"{seconds:.2f} s against {copied:.2f} s: {seconds / copied:.2f} times"
    yield row(f"CSV of {rows:,} rows, 1,080 distinct, against a csv copy", found, "<= 2.0 times", seconds <= 2 * copied)
    yield row("peak memory for it", f"{peak:.0f} MB", "< 150 MB", peak < 150)


def write_table(path: Path, rows: int) -> None:
    """A table of news items: date, newspaper, role, name, an empty note; the names from 1,080 spellings."""
    forms = [form for form in all_forms() if re.fullmatch(r"[\w '-]+", form)][:540]
    names = forms + unseen(forms, 540)
    block = "".join(
        f"2023-{n % 12 + 1:02d}-{n % 28 + 1:02d},baohatinh.vn,Giám đốc Công an tỉnh,{names[n * 7919 % len(names)]},\n"
        for n in range(10_800)
    )
    whole, rest = divmod(rows, 10_800)
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write("date,newspaper,role,name,note\n")
        for _ in range(whole):
            out.write(block)
        out.write("".join(block.splitlines(keepends=True)[:rest]))


# --- the whole ---


def heading(fresh: Fresh) -> str:
    """Date, machine, versions, commit."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    python = fresh.run("import platform; print(platform.python_version())")[0].strip()
    where = "an installed wheel" if fresh.folder != str(ROOT) else "a source checkout"
    return (
        f"{date.today()}, commit {commit.stdout.strip() or 'unknown'}, Python {python}, {platform.machine()}, "
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {where}.\n"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--only", default="distinct,known,start,memory,table", help="parts, with commas")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--python", help="interpreter for the fresh processes")
    options = parser.parse_args()
    fresh = Fresh(options.python)
    parts: dict[str, Callable[[], Iterator[Row]]] = {
        "distinct": distinct_spellings,
        "known": lambda: known_spellings(fresh),
        "start": lambda: start_up(fresh),
        "memory": lambda: memory(fresh),
        "table": lambda: big_table(fresh, options.rows),
    }
    rows: list[Row] = []
    for part in options.only.split(","):
        for found in parts[part]():
            print(f"{found['what']}: {found['measured']} (bar: {found['bar'] or 'none'})", file=sys.stderr)
            rows.append(found)
    print(heading(fresh))
    print(markdown(rows))


if __name__ == "__main__":
    main()
