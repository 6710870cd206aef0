"""A script with short names and without spaces, for pages to load.

Every name but those of properties gets a short one, the same in all of the text.  Names that no statement of a module
holds both of may get the same one: where one is said, it hides the other from nobody.  Line breaks stay where a
statement may end; before a } its semicolon is left out.  What
is constant need not say so once it has been tested: let is shorter, and one let serves declarations that follow each
other.
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
Array BigInt Blob Boolean CustomEvent Error Event Infinity IntersectionObserver JSON Map Math MessageChannel NaN
Number Object Promise RangeError RegExp Set String Symbol URL addEventListener clearTimeout confirm console
dispatchEvent document globalThis localStorage navigator performance setTimeout
""",
    )
)
TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*[\s\S]*?\*/)|(?P<name>[A-Za-z_$][\w$]*)
    |(?P<number>(?:0x[\da-f]+|\d[\d_]*\.?\d*(?:e[+-]?\d+)?|\.\d+)n?)
    |(?P<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")
    |(?P<mark>\.\.\.|=>|\?\.|\?\?=|&&=|\|\|=|\?\?|&&|\|\||[=!]==?
        |\*\*=?|<<|>>>?|[<>]=?|[-+*/%&|^]=|\+\+|--|[-+*/%&|^~!=?:;,.(){}[\]])""",
    re.VERBOSE,
)
FREE = KEYWORDS | GLOBALS
REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*")
ENDS = re.compile(r"[\w$)\]}'\"`]$")
NO_BEGINNING = re.compile(r"[.?:,)\]}&|+*/%<>=-]")
TOUCHING = re.compile(r"[\w$]{2}|\+\+|--|//")
MODULE = 4  # brackets around the statements of a module: those of the script and its own
DECLARING = frozenset(["function", "class", "async"])
OBJECT_AFTER = frozenset(["(", ",", "=", ":", "[", "?", "return", "const", "let", "||", "&&", "??", "..."])


def compact(text):
    """Return a script, made of the language that ours are written in, in fewer letters."""
    tokens = list(_roles(_tokens(text)))
    names = _short_for(tokens)
    out, last, broken = [], "", False
    heads, is_head = [], False  # whether the brackets are those of a for, a while, an if
    declares = [False]  # whether the statement within each bracket is a let
    for kind, word, role in tokens:
        if kind == "space":
            broken = broken or "\n" in word
            continue
        new = word if kind != "name" or role == "property" else names.get(word, word)
        new = "let" if new == "const" and role != "property" else new
        new = f"{word}:{new}" if role == "shorthand" and new != word else new
        if new == "(":
            heads.append(last in ("for", "while", "if"))
        elif new == ")":
            is_head = heads.pop()
        elif new == "}" and last == ";" and not is_head:  # for (...);} needs it
            out.pop()
        is_head = is_head and new in ");"
        if kind == "mark" and new in "([{":
            declares.append(False)
        elif kind == "mark" and new in ")]}":
            declares.pop()
        elif new == "let" and last == ";" and declares[-1]:
            out[-1] = last = ","
            continue
        elif new == "let" or last == ";":
            declares[-1] = new == "let"
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
        found = REGEX.match(text, at) if text[at] == "/" and text[at : at + 2] not in ("//", "/*") and wanted else None
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


def _short_for(tokens):
    """Return the short name of each name: the most frequent first, each the shortest free one."""
    used, places, within, taken = Counter(), {}, {}, {}
    for word, (module, *found) in _places(tokens):
        used[word] += 1
        places.setdefault(word, set()).update(found)
        within.setdefault(word, set()).add(module)
    for word, found in places.items():
        if "script" in found:  # what a module declares would hide it there
            found |= within[word]
    names, shorts = {}, []
    more = _short_names(FREE)
    for word, _ in used.most_common():
        at = 0
        while at < len(shorts) and not taken[shorts[at]].isdisjoint(places[word]):
            at += 1
        if at == len(shorts):
            shorts.append(next(more))
            taken[shorts[at]] = set()
        taken[shorts[at]] |= places[word]
        names[word] = shorts[at]
    return names


def _places(tokens):
    """Yield (name, (module, places)) of each name that gets another: the statement of a module that it stands in (see
    joined.py), and the module, if it is declared there; names outside of modules have the script as their place."""
    depth = module = statement = 0
    first, before, pattern = "", "", False
    for kind, word, role in tokens:
        if kind == "space":
            continue
        if kind == "mark" and word in ")]}":
            depth -= 1
            pattern = pattern and depth > MODULE
        first = first or word
        if kind == "name" and role != "property" and word not in FREE:
            found = [statement] if depth >= MODULE else ["script"]
            own = ("module", module)
            yield word, [own, *found] + [own] * (depth == MODULE or pattern)
        if kind == "mark" and word in "([{":
            pattern = pattern or (depth == MODULE and before in ("const", "let", ","))
            depth += 1
        module += depth < MODULE
        ends = word == ";" or (word == "}" and first in DECLARING)
        if depth <= MODULE and ends:
            statement, first = statement + 1, ""
        elif depth == MODULE + 1 and word == "}" and first == "class":
            statement += 1  # methods know nothing of each other's names
        before = word


def _short_names(taken):
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$"
    for size in count(1):
        for first, *rest in product(letters, *[letters + "0123456789"] * (size - 1)):
            name = first + "".join(rest)
            if name not in taken:
                yield name
