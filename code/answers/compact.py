"""A script with short names and without spaces, for pages to load.

Every name but those of properties gets a short one, the same in all of the text and used for nothing else there; what
a name means depends on which names are equal alone, so the script does what it did.  Line breaks stay where a statement
may end.
"""

import re
from collections import Counter
from itertools import count, product

KEYWORDS = frozenset(
    re.findall(
        r"\w+",
        """
async await break case catch class const continue default delete do else export extends false
finally for from function get if import in instanceof let new null of return set static super switch
this throw true try typeof undefined var void while with yield constructor arguments
""",
    )
)
# What the browser brings along.
GLOBALS = frozenset(
    re.findall(
        r"\w+",
        """
Array BigInt Blob Boolean CustomEvent Error Event Infinity IntersectionObserver JSON Map Math NaN
Number Object Promise RangeError RegExp Set String Symbol URL addEventListener clearTimeout console
dispatchEvent document globalThis localStorage navigator performance setTimeout
""",
    )
)
TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*)|(?P<name>[A-Za-z_$][\w$]*)|(?P<number>(?:0x[\da-f]+|\d[\d_]*\.?\d*(?:e[+-]?\d+)?|\.\d+)n?)
    |(?P<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")
    |(?P<mark>\.\.\.|=>|\?\.|\?\?=|&&=|\|\|=|\?\?|&&|\|\||[=!]==?|\*\*=?|<<|>>>?|[<>]=?|[-+*/%&|^]=|\+\+|--|[-+*/%&|^~!=?:;,.(){}[\]])""",
    re.VERBOSE,
)
FREE = KEYWORDS | GLOBALS
REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*")
ENDS = re.compile(r"[\w$)\]}'\"`]$")
NO_BEGINNING = re.compile(r"[.?:,)\]}&|+*/%<>=-]")
TOUCHING = re.compile(r"[\w$]{2}|\+\+|--|//")
OBJECT_AFTER = frozenset(["(", ",", "=", ":", "[", "?", "return", "const", "let", "||", "&&", "??", "..."])


def compact(text):
    """Return a script, made of the language that ours are written in, in fewer letters."""
    tokens = list(_roles(_tokens(text)))
    used = Counter(word for kind, word, role in tokens if kind == "name" and role != "property" and word not in FREE)
    short = _short_names(FREE)
    names = {word: next(short) for word, _ in used.most_common()}
    out, last, broken = [], "", False
    for kind, word, role in tokens:
        if kind == "space":
            broken = broken or "\n" in word
            continue
        new = word if kind != "name" or role == "property" else names.get(word, word)
        new = f"{word}:{new}" if role == "shorthand" and new != word else new
        if broken and ENDS.search(last) and not NO_BEGINNING.match(new) and kind != "inside":
            out.append("\n")
        elif kind != "inside" and TOUCHING.search(last[-1:] + new[0]):
            out.append(" ")
        out.append(new)
        last, broken = ("(" if kind == "inside" and new.endswith("${") else new), False
    return "".join(out) + "\n"


def _tokens(text, at=0, closing=None):
    """Yield (kind, text): name, number, string, regex, mark, space, and inside for the pieces of a template."""
    before, depth = "", 0
    while at < len(text):
        if text[at] == "`":
            pieces, at = _template(text, at)
            yield from pieces
            before = "`"
            continue
        # a / begins a regular expression where a value is wanted
        wanted = not ENDS.search(before) or before in ("return", "case", "typeof", "in", "of")
        found = REGEX.match(text, at) if text[at] == "/" and text[at : at + 2] != "//" and wanted else None
        kind = "regex" if found else None
        if not found:
            found = TOKEN.match(text, at)
            if not found:
                raise ValueError(f"cannot read the script at {text[at : at + 40]!r}")
            kind = found.lastgroup
        word = found[0]
        depth += (word == "{") - (word == "}") if kind == "mark" else 0
        if closing is not None and depth < 0:
            closing.append(at)
            return
        yield kind, word
        at = found.end()
        before = before if kind == "space" else word


def _template(text, at):
    """Return the tokens of a template with those of the expressions in it, and where it ends."""
    found, start, at = [], at, at + 1
    while text[at] != "`":
        if text[at] == "\\":
            at += 2
        elif text.startswith("${", at):
            found.append(("inside", text[start : at + 2]))
            end = []
            found += _tokens(text, at + 2, end)
            start = at = end[0]
        else:
            at += 1
    return [*found, ("inside", text[start : at + 1])], at + 1


def _roles(tokens):
    """Yield (kind, text, role): "property" of a name after a point, of a key and of a method, "shorthand" of a name
    that is key and value in one."""
    tokens = list(tokens)
    words = [(kind, word) for kind, word in tokens if kind != "space"]
    roles, open_ = {}, []
    for k, (kind, word) in enumerate(words):
        before = words[k - 1][1] if k else ""
        after = words[k + 1][1] if k + 1 < len(words) else ""
        if before == "*" and k > 1 and words[k - 2][1] in ("{", "}", ",", ";", "static", "async"):
            before = words[k - 2][1]  # * name() { ... }
        if kind == "mark" and word in "([{":
            is_class = word == "{" and any(w == "class" for _, w in words[max(0, k - 4) : k])
            is_object = word == "{" and not is_class and (before in OBJECT_AFTER or before.endswith("${"))
            open_.append("class" if is_class else "object" if is_object else word)
        elif kind == "mark" and word in ")]}":
            open_.pop()
        elif kind == "name":
            inside = open_[-1] if open_ else ""
            begins = inside == "object" and before in ("{", ",", "get", "async")
            is_member = inside == "class" and before in ("{", "}", ";", "get", "static", "async")
            if before in (".", "?.") or is_member or (begins and after in (":", "(")):
                roles[k] = "property"
            elif begins and after in (",", "}", "="):
                roles[k] = "shorthand"
    place = 0
    for kind, word in tokens:
        yield kind, word, None if kind == "space" else roles.get(place)
        place += kind != "space"


def _short_names(taken):
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$"
    for size in count(1):
        for first, *rest in product(letters, *[letters + "0123456789"] * (size - 1)):
            name = first + "".join(rest)
            if name not in taken:
                yield name
