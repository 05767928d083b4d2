"""Build hook: make the gazetteer before the package is built or installed for editing."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SCRIPT = Path("scripts") / "build_gazetteer.py"
GAZETTEER = "src/dateline/gazetteer/places.sqlite"


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Write the gazetteer's file unless it is up to date, and put it into wheel and source although git ignores it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run the script; ``version`` is "standard" for a wheel, "editable" for an editable install."""
        del version
        sys.path.insert(0, str(Path(self.root) / SCRIPT.parent))  # the script's own modules lie beside it
        spec = importlib.util.spec_from_file_location("build_gazetteer", Path(self.root) / SCRIPT)
        if spec is None or spec.loader is None:
            raise FileNotFoundError(f"{SCRIPT} is missing; build from a full checkout or source distribution")
        script = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(script)
        script.build()
        build_data["artifacts"].append(GAZETTEER)
