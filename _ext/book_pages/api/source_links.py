"""The link [source] beside each function: its lines on GitHub, in the very commit that the page is made from."""

import importlib
import inspect
from pathlib import Path

ADDRESS = "https://github.com/{name}/blob/{commit}/{path}#L{first}-L{last}"


def place(module, name, root):
    """Return (path below `root`, first line, last line) of what `name` is in a module, or None of what is no code
    there."""
    found = importlib.import_module(module)
    for part in name.split("."):
        found = getattr(found, part, None)
    found = inspect.unwrap(found.fget if isinstance(found, property) else found) if found is not None else None
    try:
        lines, first = inspect.getsourcelines(found)
        path = Path(inspect.getsourcefile(found)).resolve().relative_to(Path(root).resolve())
    except (TypeError, OSError, ValueError):
        return None
    return path.as_posix(), first, first + len(lines) - 1


def address(repository, module, name, root):
    """Return the address of the source in a `Repository`, or None."""
    found = place(module, name, root) if repository else None
    return found and ADDRESS.format(**repository._asdict(), path=found[0], first=found[1], last=found[2])


def _tell(app, config):
    root = Path(__file__).resolve().parents[3]

    def resolve(domain, info):
        return address(config.book_repository, info["module"], info["fullname"], root)

    config.linkcode_resolve = resolve


def setup(app):
    """Come after the repository is found."""
    app.connect("config-inited", _tell, priority=900)  # harmless: any above 500, the usual one
