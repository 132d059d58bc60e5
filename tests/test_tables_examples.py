"""The example scripts run, and a process that is killed leaves the input and the target as they were."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}


@pytest.mark.parametrize(
    ("engine", "part"),
    [("pandas", "Bolikhamxay"), ("polars", "province"), ("duckdb", "Bolikhamxay")],  # Spark's: test_tables_spark.py
)
def test_an_example_runs(engine, part):
    pytest.importorskip(engine, reason=f"the extra for {engine} is not installed")
    script = ROOT / "examples" / f"normalize_{engine}.py"
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, env=ENVIRONMENT)
    assert 0 == done.returncode, done.stderr
    assert part in done.stdout


def test_a_killed_process_leaves_no_half_output(tmp_path):
    table, out = tmp_path / "in.csv", tmp_path / "out.csv"
    table.write_text("name,x\n" + "Pakse,1\nBolikhamxay,2\n" * 300_000)
    out.write_text("old")
    before = table.read_bytes()
    command = [sys.executable, "-m", "lao_names", "normalize", str(table), "-c", "name", "-o", str(out), "-q"]
    command += ["--cache", str(tmp_path / "cache.sqlite")]
    start = time.monotonic()
    subprocess.run(command, env=ENVIRONMENT, check=True)
    needed, whole = time.monotonic() - start, out.read_bytes()
    for n in range(4):
        out.write_text("old")
        process = subprocess.Popen(command, env=ENVIRONMENT)
        time.sleep(random.Random(n).random() * needed * 0.9)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert before == table.read_bytes()
        assert out.read_bytes() in (b"old", whole)
    subprocess.run(command, env=ENVIRONMENT, check=True)
    assert whole == out.read_bytes()
