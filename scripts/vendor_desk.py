"""Copy the desk's libraries of JavaScript and its map from npm, with their licences and digests.

    python scripts/vendor_desk.py          fetch, write src/dateline/desk/static/vendor
    python scripts/vendor_desk.py --check  compare what lies there with VENDORED.toml; needs no network

A browser resolves no bare name such as "d3-array" without an inline map, which the desk's policy forbids, so that the
names in the copies are turned into paths. VENDORED.toml keeps the digest of each file as published and as copied.
"""

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

VENDOR = Path(__file__).parents[1] / "src" / "dateline" / "desk" / "static" / "vendor"
LIST = VENDOR / "VENDORED.toml"
BARE = re.compile(r'(from\s*)"(d3-[a-z-]+)"')


@dataclass(frozen=True, slots=True)
class Package:
    """One package of npm, and the files that are taken out of it: its name inside to its name here."""

    name: str
    version: str
    files: dict[str, str]
    why: str


def _d3(name: str, version: str, why: str) -> Package:
    return Package(f"d3-{name}", version, {f"dist/d3-{name}.min.mjs": f"d3-{name}.js"}, why)


def _topojson() -> Package:
    parts = ("feature", "identity", "mesh", "reverse", "stitch", "transform")
    files = {f"src/{part}.js": f"topojson/{part}.js" for part in parts}
    return Package("topojson-client", "3.1.0", files, "shapes and shared borders out of the map's file")


PACKAGES = (
    _d3("array", "3.2.5", "d3-geo and d3-scale need it"),
    _d3("color", "3.1.1", "d3-interpolate needs it"),
    _d3("dispatch", "3.0.2", "d3-force needs it"),
    _d3("force", "3.0.1", "the layout of the network"),
    _d3("format", "3.1.3", "d3-scale needs it"),
    _d3("geo", "3.1.2", "projections, and circles of a radius in kilometres"),
    _d3("interpolate", "3.0.2", "d3-scale needs it"),
    _d3("quadtree", "3.0.2", "d3-force needs it; what lies under the pointer"),
    _d3("scale", "4.0.3", "time axes"),
    _d3("time", "3.1.1", "d3-scale needs it"),
    _d3("time-format", "4.1.1", "d3-scale needs it"),
    _d3("timer", "3.0.2", "d3-force needs it"),
    _topojson(),
    Package(
        "world-atlas",
        "2.0.2",
        {"countries-110m.json": "countries-110m.json", "countries-50m.json": "countries-50m.json"},
        "coasts and borders, from Natural Earth (public domain)",
    ),
)


def main() -> int:
    """Fetch or check, as asked."""
    if sys.argv[1:] == ["--check"]:
        faults = list(differences())
        print("\n".join(faults) or f"{VENDOR.name}: all as listed")
        return 1 if faults else 0
    VENDOR.mkdir(parents=True, exist_ok=True)
    LIST.write_text("".join(_listing()), encoding="utf-8")
    return 0


def differences() -> Iterator[str]:
    """Yield what lies in the folder otherwise than the list says."""
    listed = {row["path"]: row["sha256"] for p in _read()["package"] for row in p["file"]}
    there = {f.relative_to(VENDOR).as_posix(): f for f in VENDOR.rglob("*") if f.is_file() and f != LIST}
    yield from (f"{path}: listed, but not there; run scripts/vendor_desk.py" for path in listed.keys() - there.keys())
    yield from (f"{path}: there, but not listed" for path in there.keys() - listed.keys())
    for path in sorted(listed.keys() & there.keys()):
        if _digest(there[path].read_bytes()) != listed[path]:
            yield f"{path}: not what was copied; run scripts/vendor_desk.py"


def _read() -> dict[str, list[dict[str, list[dict[str, str]]]]]:
    return tomllib.loads(LIST.read_text(encoding="utf-8"))


def _listing() -> Iterator[str]:
    yield "# What is copied from npm by scripts/vendor_desk.py: versions, licences, digests. Written by that script.\n"
    with tempfile.TemporaryDirectory() as folder:
        for package in PACKAGES:
            yield from _package(package, Path(folder))


def _package(package: Package, folder: Path) -> Iterator[str]:
    name = f"{package.name}@{package.version}"
    packed = subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True, capture_output=True, text=True)
    tarball = folder / packed.stdout.split()[-1]
    with tarfile.open(tarball) as tar:
        yield f'\n[[package]]\nname = "{package.name}"\nversion = "{package.version}"\nlicence = "ISC"\n'
        yield f'address = "https://www.npmjs.com/package/{package.name}/v/{package.version}"\nwhy = "{package.why}"\n'
        yield f'tarball_sha256 = "{_digest(tarball.read_bytes())}"\n'
        licence = {"LICENSE": f"licences/{package.name}.txt"}
        for inside, here in (package.files | licence).items():
            member = tar.extractfile(f"package/{inside}")
            if member is None:
                raise FileNotFoundError(f"{name} has no {inside}")
            published = member.read()
            copied = published if here.endswith((".json", ".txt")) else _with_paths(published)
            target = VENDOR / here
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(copied)
            yield f'[[package.file]]\npath = "{here}"\nsha256 = "{_digest(copied)}"\npublished = "{inside}"\n'
            yield f'published_sha256 = "{_digest(published)}"\n'


def _with_paths(script: bytes) -> bytes:
    return BARE.sub(r'\1"./\2.js"', script.decode()).encode()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
