"""Test the mathematics with other versions of what it stands on, in an environment of its own: `python tools/units.py newest`.

oldest: the lower bounds of pyproject.toml; newest: the newest releases; coming: pre-releases, too.
"""

import argparse
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "_build" / "units"


def requirements(versions):
    """Return what to ask pip for besides the project itself."""
    bounds = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = [bound.split(">=")[0] for bound in bounds]
    return {"oldest": [bound.replace(">=", "==") for bound in bounds], "newest": names, "coming": ["--pre", *names]}[versions]


def main():
    """Make the environment anew, install, test; the exit status is that of the tests."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("versions", choices=["oldest", "newest", "coming"])
    parser.add_argument("pytest", nargs="*", help="arguments for pytest (default: all units of hw0)")
    options = parser.parse_args()
    subprocess.run([sys.executable, "-m", "venv", "--clear", FOLDER], check=True)
    python = FOLDER / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "-e", f"{ROOT}[chapters,test]", *requirements(options.versions)], check=True)
    print(subprocess.run([python, "-m", "pip", "list"], capture_output=True, text=True, check=True).stdout)
    sys.exit(subprocess.run([python, "-m", "pytest", "-q", *(options.pytest or ["tests/hw0"])], cwd=ROOT).returncode)


if __name__ == "__main__":
    main()
