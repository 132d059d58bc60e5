"""What happens to tables when things go wrong: killed runs, a full disk, a read-only folder, ugly files.

    python benchmarks/accidents.py [--kills 10] [--files 200] [--seed 1]

The input must stay as it was, no half output may stand under the final name, and a resumed run must give the same bytes. Of
an ugly file every other cell must come through, or one sentence say why not. Prints one line for each accident; exit code 1
where one went wrong. The full disk and the read-only folder need the right to mount a file system (root on Linux).
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from tables import spellings, write_table

NAMES = ["Bô Ly Khăm Xay", "Viêng Chăn", "", " ", "Bolikhămxay, Lào", 'tỉnh "Bolikhamxay"', "Pa\nkse", "=1+1", "x" * 300]
CELLS = ["", "1", "a,b", "a;b", "a\tb", '"', 'a"b', "l1\nl2", "l1\r\nl2", " lead", "ăôຂ", "\u2028", "=SUM(A1)", "y" * 70_000]
ENCODINGS = ["utf-8", "utf-8", "utf-8-sig", "utf-16"]


def command(*arguments: object) -> list[str]:
    """The command line for a table."""
    return [sys.executable, "-m", "lao_names", "normalize", *map(str, arguments), "-q"]


def kills(folder: Path, number: int, chance: random.Random) -> bool:
    """Kills runs at random moments, then lets one end."""
    table, out, cache = folder / "in.csv", folder / "out.csv", folder / "answers.db"
    write_table(table, 8000, spellings(8000, unseen=True), csv.QUOTE_MINIMAL)
    before = table.read_bytes()
    subprocess.run(command(table, "-c", "name", "-o", folder / "whole.csv"), check=True)
    whole, good = (folder / "whole.csv").read_bytes(), True
    for turn in range(number):
        process = subprocess.Popen(command(table, "-c", "name", "-o", out, "--cache", cache, "--jobs", 1 + turn % 2))
        time.sleep(chance.uniform(0.1, 2.0))
        process.kill()
        process.wait()
        # It may have been killed after its last step: then the output is whole.
        good &= table.read_bytes() == before and (not out.exists() or out.read_bytes() == whole)
        out.unlink(missing_ok=True)
    subprocess.run(command(table, "-c", "name", "-o", out, "--cache", cache), check=True)
    return good and out.read_bytes() == whole


def disks(folder: Path) -> bool | None:
    """A full disk, then a read-only one; None where nothing may be mounted."""
    disk = folder / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True).returncode:
        return None
    try:
        table = disk / "in.csv"
        write_table(table, 8000, spellings(1080, unseen=False), csv.QUOTE_MINIMAL)
        before = table.read_bytes()
        full = refused(table, disk, before)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        return full and refused(table, disk, before)
    finally:
        subprocess.run(["umount", disk], check=True)


def refused(table: Path, disk: Path, before: bytes) -> bool:
    """Whether one sentence and exit code 4 say that nothing could be written, and nothing was."""
    ended = subprocess.run(command(table, "-c", "name", "-o", disk / "out.csv"), capture_output=True, text=True)
    said = [line for line in ended.stderr.splitlines() if line]
    return (ended.returncode, len(said), os.listdir(disk)) == (4, 1, ["in.csv"]) and table.read_bytes() == before


def ugly(folder: Path, chance: random.Random) -> bool:
    """One generated file: ragged, quoted, with mixed line ends and any encoding."""
    width, mark = chance.randint(1, 6), chance.choice(",;\t|")
    header = [chance.choice(["no", "ghi chú", "a b", "l1\nl2", "x"]) for _ in range(width)]
    rows = [[*(chance.choice(CELLS) for _ in range(width - 1)), chance.choice(NAMES)] for _ in range(chance.randint(0, 40))]
    rows = [row[: chance.randint(1, width)] if chance.random() < 0.1 else row for row in rows]
    text = io.StringIO(newline="")
    for row in [header, *rows]:
        ends, quoting = chance.choice(["\n", "\r\n"]), chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
        csv.writer(text, delimiter=mark, lineterminator=ends, quoting=quoting).writerow(row)
    table, out = folder / "ugly.csv", folder / "ugly-out.csv"
    table.write_bytes(text.getvalue().encode(chance.choice(ENCODINGS)))
    out.unlink(missing_ok=True)
    ended = subprocess.run(
        command(table, "-c", width, "-o", out, "--delimiter", mark), capture_output=True, text=True, encoding="utf-8"
    )
    if ended.returncode:
        said = [line for line in ended.stderr.splitlines() if line.startswith("Error: ")]
        return ended.returncode in (2, 3) and len(said) == 1 and not out.exists()
    with out.open(encoding="utf-8-sig", newline="") as lines:
        written = list(csv.reader(lines, delimiter=mark))
    return [row[:width] for row in written] == [row + [""] * (width - len(row)) for row in [header, *rows]]


def main() -> int:
    """Runs all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    csv.field_size_limit(1 << 26)
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        killed, disk = kills(folder, options.kills, chance), disks(folder)
        bad = sum(not ugly(folder, chance) for _ in range(options.files))
    print(f"{options.kills} kills, then a resumed run: {'the same' if killed else 'WRONG'}")
    print(f"full disk, read-only folder: {'not tried' if disk is None else 'refused in a sentence' if disk else 'WRONG'}")
    print(f"{options.files} ugly files: {bad} wrong")
    return int(not killed or disk is False or bad > 0)


if __name__ == "__main__":
    sys.exit(main())
