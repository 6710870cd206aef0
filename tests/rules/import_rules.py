"""Which names each part of the project may import from outside itself; import-linter orders what is inside `hw0`."""

import ast
import sys

ALLOWED = {
    "answers": {"answers", "numpy", "embedded_assets"},
    "embedded_assets": set(),
    "hw0": {"hw0", "numpy"},
    "hw0.audit": {"hw0", "numpy"},
    "hw0.audit.table": {"hw0", "livefig"},
    "hw0.audit.taxonomy": {"hw0", "livefig"},
    "hw0.checks": {"hw0", "numpy"},
    "hw0.checks.page_data": {"hw0", "numpy", "answers"},
    "hw0.checks.derivable": {"hw0", "numpy", "answers"},
    "hw0.figures": {"hw0", "numpy", "livefig"},
    "hw0.figures.networks.panel": {"hw0", "numpy", "ipywidgets"},
    "hw0.datasets": {"hw0", "numpy", "sklearn"},
    "hw0.networks.training": {"hw0", "numpy", "tqdm"},
    "hw0.style": {"numpy", "matplotlib"},
    "hw0.notation": {"hw0", "numpy", "formula"},
    "hw0.predictions": {"hw0", "numpy", "livefig", "prediction"},
    "hw0.worksheets": {"hw0", "livefig", "worksheet"},
    "formula": {"formula", "numpy"},
    "livefig": {"livefig", "numpy", "embedded_assets"},
    "livefig.widget": {"livefig", "anywidget", "traitlets"},
    "prediction": {"prediction", "embedded_assets"},
    "worksheet": {"worksheet", "embedded_assets"},
    "worksheet.form": {"worksheet", "ipywidgets"},
}

# Rooms from which one may only take: what nobody imports can be changed without asking.
CLOSED = {"_ext": {"chapters", "tests", "tools"}, "tools": {"chapters", "tests"}}


def modules(root):
    """Return the Python files below `root`/code, by the name under which they are imported."""
    shelf = root / "code"
    names = {}
    for path in sorted(shelf.rglob("*.py")):
        parts = path.relative_to(shelf).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return names


def imports(path):
    """Return line and full name of every module that a file imports from outside its package, in functions too."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.append((node.lineno, node.module))
    return found


def foreign_imports(root):
    """Every module of the packages imports the standard library and what `ALLOWED` grants it, nothing else."""
    found = []
    for name, path in modules(root).items():
        parents = [name.rsplit(".", depth)[0] for depth in range(name.count(".") + 1)]
        allowed = next(ALLOWED[parent] for parent in parents if parent in ALLOWED) | sys.stdlib_module_names
        granted = ", ".join(sorted(allowed - sys.stdlib_module_names))
        found += [
            f"{path.relative_to(root)}:{line}: {name} imports {imported}; beside the standard library it may import "
            f"{granted}."
            for line, imported in imports(path)
            if imported.split(".")[0] not in allowed
        ]
    return found


def imports_of_closed_rooms(root):
    """The site's extension imports no tests, tools and chapters; tools import no tests and chapters."""
    return [f"{path.relative_to(root)}:{line}: imports {imported}; move what both need to code/ or tools/."
            for room, closed in CLOSED.items() for path in sorted((root / room).rglob("*.py"))
            for line, imported in imports(path) if imported.split(".")[0] in closed]
