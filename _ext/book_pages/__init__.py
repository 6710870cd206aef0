"""The pages of the book: a small theme, and a few things that Sphinx does not do by itself.

`theme/` is the template of every page, `assets/` at the repository's root holds its style sheet and scripts.
Each module does one thing and has its own `setup`.
"""

from importlib import import_module
from pathlib import Path

MODULES = ("answer_boxes", "api", "embedded_assets", "as_numpy", "chapter_numbers", "claims_filter", "code_colours",
           "edition", "figure_index", "folded", "folded_code", "freshness", "front_page", "head", "letters", "licences",
           "mathematics", "moved", "notebook_links", "parser_stops", "part_anchors", "pictures", "prediction_room",
           "printed_tables", "read_aloud", "repository", "search", "section_sizes", "subtitles", "summary", "typefaces")


def setup(app):
    """Register the theme and the modules; called by Sphinx."""
    app.add_html_theme("book_pages", str(Path(__file__).parent / "theme"))
    app.add_config_value("comments_config", {}, "")  # Jupyter Book always sets it, for an extension that we do not load
    for name in MODULES:
        import_module(f"{__name__}.{name}").setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
