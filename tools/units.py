"""Test the mathematics with other versions of what it stands on: `python tools/units.py newest`.

oldest: the lower bounds of pyproject.toml; newest: the newest releases; coming: pre-releases, too.
"""

import argparse
import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "_build" / "units"
VERSIONS = "import sys, numpy; print(sys.version.split()[0], numpy.__version__)"


def requirements(versions):
    """Return what to ask pip for besides the project itself."""
    bounds = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = [bound.split(">=")[0] for bound in bounds]
    return {"oldest": [bound.replace(">=", "==") for bound in bounds], "newest": names,
            "coming": ["--pre", *names]}[versions]


def main():
    """Make the environment anew, install, test; the exit status is that of the tests."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("versions", choices=["oldest", "newest", "coming"])
    parser.add_argument("pytest", nargs="*", help="arguments for pytest (default: all units of hw0)")
    options = parser.parse_args()
    subprocess.run([sys.executable, "-m", "venv", "--clear", FOLDER], check=True)
    python = FOLDER / "bin" / "python"
    python.with_name("node").symlink_to(Path(sys.executable).with_name("node").resolve())  # which runs the figures
    subprocess.run([python, "-m", "pip", "install", "--quiet", "-e", f"{ROOT}[chapters,test]",
                    *requirements(options.versions)], check=True)
    print("Python, NumPy:", flush=True)
    subprocess.run([python, "-c", VERSIONS], check=True)
    command = [python, "-m", "pytest", "-q", "-n", os.environ.get("JOBS", "2"), "--dist", "loadfile",
               *(options.pytest or ["tests/hw0"])]
    sys.exit(subprocess.run(command, cwd=ROOT).returncode)


if __name__ == "__main__":
    main()
