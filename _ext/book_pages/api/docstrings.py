"""Docstrings are written for help(): plain text, `code` in backticks, blocks that are indented, NumPy's sections.

Here they become what autodoc reads: reStructuredText in which no sign of the mathematics is markup.  (Napoleon would
take what stands behind `name :` for a type; ours say there what the thing is.)
"""

import re

CODE = re.compile(r"(`+)(.+?)\1", re.DOTALL)
MARKUP = re.compile(r"[\\*|`]|(?<=\w)_(?!\w)")
RULE = re.compile(r"-{3,}$")
ITEM = re.compile(r"(\*{0,2}\w+(?:, \*{0,2}\w+)*) ?: (.*)")
TABLE = re.compile(r"\S {3,}\S")  # columns, which only a fixed width keeps ...
ROW = re.compile(r"(\S+) {2,}((?:\S| (?! ))+)")  # ... but for two, a name and what it is
FIELD = "Alias for field number"


def marked_up(text):
    """Return a piece of a docstring as reStructuredText: code in double backticks, everything else as it stands."""
    pieces, end = [], 0
    for code in CODE.finditer(text):
        pieces += [MARKUP.sub(r"\\\g<0>", text[end : code.start()]), f"``{code[2]}``"]
        end = code.end()
    return "".join([*pieces, MARKUP.sub(r"\\\g<0>", text[end:])])


def blocks(lines):
    """Yield the runs of lines without an empty one between them."""
    run = []
    for line in [*lines, ""]:
        if line.strip():
            run.append(line.rstrip())
        elif run:
            yield run
            run = []


def restructured(lines):
    """Return the lines of a docstring as lines of reStructuredText."""
    out, literal = [], False
    for block in blocks(lines):
        if len(block) > 1 and RULE.match(block[1]):
            out += [f".. rubric:: {block[0].strip()}", ""]
            block = block[2:]
        code = bool(block) and (block[0].startswith(" ") or any(map(TABLE.search, block)))
        if code and all(ROW.fullmatch(line.strip()) for line in block):
            rows = (ROW.fullmatch(line.strip()).groups() for line in block)
            out += [line for name, what in rows for line in (f"``{name}``", f"    {marked_up(what)}")] + [""]
            code = False
        elif code:
            columns = any(map(TABLE.search, block))
            begin = [] if literal else [".. code-block:: text" if columns else "::", ""]
            out += [*begin, *(f"    {line}" for line in block), ""]
        elif block and block[0].startswith(">>>"):
            out += [*block, ""]
        else:
            out += [*_text(block), ""]
        literal = code
    return out


def _text(block):
    """Return a paragraph; if lines of it are indented, the others are names, or the beginnings of a list's items."""
    hangs = any(line.startswith(" ") for line in block) or (len(block) > 1 and all(map(ITEM.match, block)))
    if not hangs and not (block and " : " in block[0] and ITEM.match(block[0])):
        return marked_up("\n".join(block)).split("\n")
    out = []
    for line in marked_up("\n".join(block)).split("\n"):
        item = ITEM.fullmatch(line)
        if item:
            out += [f"``{item[1]}``", f"    {item[2]}"]
        else:
            out.append(f"    {line.strip()}" if line.startswith(" ") else line)
    return out


def _process(app, what, name, obj, options, lines):
    lines[:] = restructured(lines)


def _skip(app, what, name, obj, skip, options):
    # the class says what its fields are
    return True if (getattr(obj, "__doc__", None) or "").startswith(FIELD) else None


def setup(app):
    """Come between the docstring and autodoc."""
    app.connect("autodoc-process-docstring", _process)
    app.connect("autodoc-skip-member", _skip)
