"""The rule that what is public shows how it is used; `tests/test_doctests.py` runs the examples."""

import ast
import re

STEMS = "learning_goals|vector_calculus|least_squares|ridge|relu_elbow|networks|study_log"
ALL_OF_IT = re.compile(rf"code/hw0/(?:(?:{STEMS})/(?!_)\w+|datasets|validation|style)\.py")
WHAT_IS_EXPORTED = ("code/hw0/checks", "code/livefig", "code/worksheet")
EXAMPLE = re.compile(r"^ *>>> .*\n(?:(?! *\n| *\"\"\").*\n)*", re.MULTILINE)
HEADING = re.compile(r"^ *Examples\n *-{3,}\n", re.MULTILINE)


def without_examples(text):
    """Return the text of a module without the examples in its docstrings."""
    return HEADING.sub("", EXAMPLE.sub("", text)) if ">>>" in text else text


def public(body):
    """Yield the public functions, classes and methods of a module's body; of a property its getter."""
    for node in body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        # its getter tells
        if not any(isinstance(mark, ast.Attribute) and mark.attr == "setter" for mark in node.decorator_list):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


def the_public_has_an_example(tree):
    """Every public function has an example; a class and a method has one, or is shown by one of its module.

    Public is all that the packages of the problems define, and what checks, livefig and worksheet export.
    """
    found = []
    for name in tree.modules("code/"):
        body = ast.parse(tree.text(name)).body
        wanted = body if ALL_OF_IT.fullmatch(name) else _exported(tree, name, body)
        used = set(re.findall(r"\w+", " ".join(EXAMPLE.findall(tree.text(name)))))
        found += [
            f"{name}:{node.lineno}: {node.name} has no example; show in its docstring what it gives (>>> ...)."
            for node in public(wanted)
            if not any(">>>" in (ast.get_docstring(each) or "") for each in (node, *_methods(node)))
            and (node.name not in used or (node in body and isinstance(node, ast.FunctionDef)))
        ]
    return found


def _methods(node):
    return public(node.body) if isinstance(node, ast.ClassDef) else ()


def _exported(tree, name, body):
    """Return what of a module's body its package exports, and the classes that an exported one is made of."""
    folder = name.rpartition("/")[0]
    if folder not in WHAT_IS_EXPORTED:
        return []
    names = set()
    for node in ast.parse(tree.text(f"{folder}/__init__.py")).body:
        if isinstance(node, ast.Assign) and node.targets[0].id == "__all__":
            names |= set(ast.literal_eval(node.value))
    classes = [node for each in tree.modules(f"{folder}/") for node in ast.parse(tree.text(each)).body
               if isinstance(node, ast.ClassDef) and node.name in names]
    names |= {base.id for node in classes for base in node.bases if isinstance(base, ast.Name)}
    return [node for node in body if getattr(node, "name", "") in names]
