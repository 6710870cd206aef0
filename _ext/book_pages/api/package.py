"""The directive `.. package:: hw0.ridge`: all that is public in a package, under the shortest name that imports it.

First what the package's `__all__` names, then for each of its modules what only the module has.
"""

import ast
import importlib
import pkgutil
from typing import ClassVar

from sphinx.util.docutils import SphinxDirective

AUTO = ".. automodule:: {name}\n   :members: {members}\n"
WHOLE = "   :inherited-members: TypeError, NDArrayOperatorsMixin\n"  # as far as these


def own(module):
    """Return the public functions and classes that a module defines, in its order."""
    with open(module.__file__, encoding="utf-8") as file:
        body = ast.parse(file.read()).body
    kinds = (ast.FunctionDef, ast.ClassDef)
    return [node.name for node in body if isinstance(node, kinds) and not node.name.startswith("_")]


def contents(name):
    """Return {module: names} of a package: what to describe where."""
    package = importlib.import_module(name)
    exported = [each for each in getattr(package, "__all__", own(package)) if callable(getattr(package, each))]
    found, taken = {name: exported}, {id(getattr(package, each)) for each in exported}
    for part in pkgutil.iter_modules(getattr(package, "__path__", ())):
        if part.ispkg or part.name.startswith("_"):
            continue
        module = importlib.import_module(f"{name}.{part.name}")
        rest = [each for each in own(module) if id(getattr(module, each)) not in taken]
        if rest:
            found[module.__name__] = rest
    return found


class Package(SphinxDirective):
    """The pages' one directive.

    Options: `only` leaves out what the package's `__all__` does not name; `whole` describes a class with what it
    inherits.
    """

    required_arguments = 1
    option_spec: ClassVar = {"only": lambda argument: True, "whole": lambda argument: True}

    def run(self):
        """Return the descriptions, each module under a heading of its own."""
        (name,), text = self.arguments, []
        for module, names in contents(name).items():
            if module == name:
                text.append(AUTO.format(name=module, members=", ".join(names)) + WHOLE * ("whole" in self.options))
            elif "only" not in self.options:
                text.append(f"{module}\n{'-' * len(module)}\n\n" + AUTO.format(name=module, members=", ".join(names)))
        return self.parse_text_to_nodes("\n".join(text), allow_section_headings=True)


def of_python(app, what, name, member, skip, options):
    """Leave out what a class has from Python itself: tuple.count, BaseException.add_note."""
    return True if getattr(member, "__objclass__", None) in (tuple, BaseException) else None


def setup(app):
    """Register the directive."""
    app.connect("autodoc-skip-member", of_python)
    app.add_directive("package", Package)
