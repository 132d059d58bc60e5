"""Build hook: compile the gazetteer's YAML into the wheel as ``lao_names/compiled.json``.

Runs inside ``pip wheel``, ``python -m build`` and ``pip install``, from a checkout or from an unpacked sdist. An
editable install is left alone: there the package compiles on first use (see ``lao_names/builtin.py``).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledGazetteer(BuildHookInterface):
    """Adds the compiled gazetteer to the wheel without leaving a generated file in the tree."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile and add, before hatchling collects the files."""
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / "compiled.json"
        path.write_bytes(self._compile())
        build_data["force_include"][str(path)] = "lao_names/compiled.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder once the wheel is written."""
        if version != "editable":
            self._folder.cleanup()

    def _compile(self) -> bytes:
        # The tree that is being built must win over any lao_names that is installed.
        sys.path.insert(0, self.root)
        try:
            from lao_names import builtin

            return builtin.dump(builtin.compile_sources(Path(self.root) / "gazetteer"))
        finally:
            sys.path.remove(self.root)
