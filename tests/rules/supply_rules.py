"""Rules on what is installed: each takes the text of a file and returns its violations, in words."""

import json
import re

PINNED = re.compile(r"[\w.-]+(?:\[[\w,.-]+\])?==[^\s;\\]+(?: ;[^\\]+?)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
INSTALLS = re.compile(r"\b(?:pip|npm) (?:install|ci)\b[^&|;\n]*")
KEPT = (  # what may be installed, and how: by the hashes of a lock, or the project itself with nothing else
    re.compile(r"pip install (?:--[\w-]+ (?:off )?)*--require-hashes -r requirements\.lock"),
    re.compile(r"pip install -q --no-deps --no-build-isolation -e \."),
    re.compile(r"npm ci"),
)
RENEWS = ("lock",)  # targets that ask for what is new


def requirements_are_hashed(lock):
    """Each requirement of requirements.lock is one version, with the hashes of its files, and nothing else is there."""
    found = []
    for entry in re.sub(r" *\\\n *", " \\ ", re.sub(r"^ *#.*\n?", "", lock, flags=re.MULTILINE)).splitlines():
        name, *hashes = entry.split(" \\ ")
        if not PINNED.fullmatch(name.strip()):
            found.append(f"{entry[:60]}: one version of a package of the registry, please.")
        elif not hashes or not all(HASH.fullmatch(each.strip()) for each in hashes):
            found.append(f"{name.strip()}: without a hash.")
    return found


def node_packages_are_hashed(lock):
    """Each package of package-lock.json has a hash, comes from the registry, and runs nothing when it is installed."""
    found = []
    for path, entry in json.loads(lock)["packages"].items():
        if not path:
            continue
        if not re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", entry.get("integrity", "")):
            found.append(f"{path}: without a hash.")
        if entry.get("hasInstallScript") or entry.get("link"):
            found.append(f"{path}: runs a script when it is installed, or is a link.")
        if "resolved" in entry:
            found.append(f"{path}: its address is a matter of the registry.")
    return found


def make_installs_what_is_locked(makefile):
    """What `make` installs is what the locks say; only the target that renews them asks for more."""
    found = []
    for rule in re.split(r"\n(?=[\w./-]+:)", makefile):
        if rule.partition(":")[0] not in RENEWS:
            found += [f"{command.strip()}: not by the hashes of a lock." for command in INSTALLS.findall(rule)
                      if not any(kept.fullmatch(command.strip()) for kept in KEPT)]
    return found


RULES = {
    "requirements.lock": requirements_are_hashed,
    "package-lock.json": node_packages_are_hashed,
    "Makefile": make_installs_what_is_locked,
}
