"""Script modules that import each other as one classic script: browsers do not load modules from a folder (file://).

Each module becomes a function that runs once, in the order in which a browser would run the modules, and gives what
it exports; so modules keep their own names to themselves, and only exported names have to differ.
"""

import re
from pathlib import Path

IMPORT = re.compile(
    r"^import \{(?P<names>[^}]*)\} from '(?P<path>\./|\.\./)(?P<file>[\w/]+\.js)';\n",
    re.MULTILINE,
)
EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function\*?|class) (\w+))", re.MULTILINE)
SHARED = "globalThis.joinedScripts"
COMMENT = re.compile(r"^\s*(?:/\*\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)


class Joined:
    """The modules that an entry needs.

    Parameters
    ----------
    folder : Path of the script
    entry : the module that is run for its own sake, as "box/answers"
    after : the Joined of a script that has run before: its modules are not repeated
    """

    def __init__(self, folder, entry, after=None):
        self.folder, self.order, self.exports = Path(folder), [], {}
        self.after, self.taken = after, set()  # what is taken from the script before
        self._visit(f"{entry}.js", ())

    def _visit(self, file, importers):
        if self.after and file in self.after.order and importers:
            return
        if file in self.order or file in importers:
            return
        text = (self.folder / file).read_text(encoding="utf-8")
        for found in IMPORT.finditer(text):
            if " as " in found["names"]:
                raise ValueError(f"{file} renames what it imports from {found['file']}; give it another name there")
            other = _beside(file, found["path"] + found["file"])
            if self.after and other in self.after.order:
                self.taken |= {name.strip() for name in found["names"].split(",") if name.strip()}
            self._visit(other, (*importers, file))
        for name in EXPORT.findall(text):
            if name in self.exports:
                raise ValueError(
                    f"{name} is exported by {self.exports[name]} and by {file}; exported names have to differ"
                )
            self.exports[name] = file
        self.order.append(file)

    def script(self, shared=(), given=None):
        """Return the text of the script, which leaves the values with the names `shared` to scripts after it.

        given : the names that the script before it has left, if they are more than this one takes
        """
        parts = list(map(self._part, self.order))
        taken = ", ".join(name if name in self.taken else "" for name in sorted(given or self.taken))
        given = f"const [{taken}] = {SHARED};\n" if self.taken else ""
        left = f"{SHARED} = [{', '.join(sorted(shared))}];\n" if shared else ""
        return "(() => {\n'use strict';\n" + given + "".join(parts) + left + "})();\n"

    def _part(self, file):
        text = (self.folder / file).read_text(encoding="utf-8")
        names = EXPORT.findall(text)
        body = EXPORT.sub("", IMPORT.sub("", COMMENT.sub("", text)))
        lines = "".join(f"{line.strip()}\n" for line in body.splitlines() if line.strip())
        if not names:
            return f"(() => {{\n{lines}}})();\n"
        listed = ", ".join(names)
        return f"const [{listed}] = (() => {{\n{lines}return [{listed}];\n}})();\n"


def _beside(file, path):
    """Return where a relative path leads from a file, both within the script's folder."""
    parts = file.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
