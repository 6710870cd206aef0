"""Write what the book is built with, and what the site ships of it, as CycloneDX: `python -m tools.bill_of_materials`.

It is read off the two lock files, so it names what a build installs, on any system.
"""

import base64
import json
import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "_ext"))  # where Sphinx finds the same module

from book_pages import edition, licences  # noqa: E402

BILL = ROOT / "_build" / "homework-zero.cdx.json"
LOCKED = re.compile(r"^([\w.-]+)(?:\[[\w,.-]+\])?==([^\s;\\]+)", re.MULTILINE)


def of_python(lock):
    """Return the components of a requirements.lock, given its text, as a list of dicts."""
    return [_component("pypi", name.lower(), version, _expression(name)) for name, version in LOCKED.findall(lock)]


def of_node(lock):
    """Return the components of a package-lock.json, given its text, as a list of dicts."""
    found = []
    for path, entry in json.loads(lock)["packages"].items():
        if path:
            name = path.rpartition("node_modules/")[2]
            component = _component("npm", name.replace("@", "%40"), entry["version"], entry.get("license"))
            algorithm, _, digest = entry["integrity"].partition("-")
            component["hashes"] = [{"alg": algorithm.upper().replace("SHA", "SHA-"),
                                    "content": base64.b64decode(digest).hex()}]
            found.append({**component, "name": name})
    return found


def bill(version, shipped=()):
    """Return the whole bill for a version of the book.

    Parameters
    ----------
    version : str
    shipped : iterable of str
        "npm:katex", "pip:sphinx" and the like, of which the site has files: they are required, the others are not.
    """
    components = of_python((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    components += of_node((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    required = {f"pkg:{package.replace('pip:', 'pypi:').replace(':', '/')}" for package in shipped}
    for component in components:
        component["scope"] = "required" if component["purl"].partition("@")[0] in required else "excluded"
    book = {"type": "application", "name": "homework-zero", "version": version,
            "licenses": [{"license": {"id": "BSD-3-Clause"}}, {"license": {"id": "CC-BY-4.0"}}]}
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": {"component": book},
            "components": components}


def _component(kind, name, version, licence):
    purl = f"pkg:{kind}/{name}@{version}"
    named = {"licenses": [{"expression": licence}]} if licence else {}
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl, **named}


def _expression(name):
    """The licence of an installed package as SPDX, None if it does not say so or is not installed here."""
    try:
        return metadata(name).get("License-Expression")
    except PackageNotFoundError:
        return None


def main():
    """Write the bill beside the editions, and say how many works it names."""
    made = bill(edition.version(), [work.package for work in licences.WORKS if work.package])
    BILL.parent.mkdir(exist_ok=True)
    BILL.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    print(f"{len(made['components'])} works in {BILL.relative_to(ROOT)}.")


if __name__ == "__main__":
    main()
