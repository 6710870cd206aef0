"""What `help(livefig)` lists from the code itself: the colour roles, and what of NumPy a page can compute again."""

import textwrap

from . import functions, graph, marks, tracer


def roles():
    """Return a line for each colour role: its name, its colour on a light page, its line and its marker.

    >>> print(roles().splitlines()[2])
    model    #D55E00       dashes 9 3      diamond
    """
    return "\n".join(f"{role:<9}{'of the text' if color == 'currentColor' else color:<14}"
                     f"{f'dashes {dash}' if dash else 'solid':<16}{marker}"
                     for role, (color, dash, marker) in marks.ROLES.items())


def traceable():
    """Return {kind: sorted names} of the NumPy functions and methods that take a Tracer.

    >>> [kind for kind, names in traceable().items() if "np.sinh" in names]
    ['entry by entry']
    """
    others = {tracer.called(func) for func in tracer.HANDLERS}
    return {
        "entry by entry": sorted(f"np.{name}" for name in graph.UFUNCS),
        "of whole arrays": sorted(others),
        "methods": sorted(f".{name}" for name in (*functions.METHODS, "astype", "T")),
    }


def text():
    """Return both as text, for the docstring of the package.

    >>> text().count("np.sinh")
    1
    """
    parts = ["Colours are roles. Each has a dash and a marker of its own, so that no meaning rests on colour alone:",
             roles(),
             "NumPy on a slider's value: + - * / // % ** @, comparisons, & | ^ ~, indexing by whole numbers, slices "
             "and masks that are constant, and"]
    for kind, names in traceable().items():
        parts += [f"{kind}:", textwrap.fill(" ".join(names), 100)]
    return "\n\n".join(part if part.endswith((":", "and")) else textwrap.indent(part, "    ") for part in parts) + "\n"
