"""``python -m lao_names`` is the command ``lao-names``."""

from __future__ import annotations

from lao_names.cli import main

if __name__ == "__main__":
    main(prog_name="lao-names")
