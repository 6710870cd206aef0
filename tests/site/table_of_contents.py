"""Which pages the book has."""

import yaml

from tests.extent import some
from tests.site.stand_in import ROOT


def documents():
    """Return the documents of `_toc.yml`, in reading order, without suffix."""
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text())
    chapters = [chapter for part in toc["parts"] for chapter in part["chapters"]]
    return [toc["root"], *(page["file"] for chapter in chapters for page in (chapter, *chapter.get("sections", ())))]


DOCUMENTS = documents()
PAGES = [f"{document}.html" for document in [*DOCUMENTS, "search"]]
FURTHER = [f"{document}.html" for document in DOCUMENTS if document.startswith("further/")]
CHAPTERS = [f"{document}.html" for document in DOCUMENTS if document.startswith("chapters/")]
# Without most pages about the code, which one template makes: the two longest stand for them.
VARIED = [name for name in PAGES if not name.startswith("api/") or name in ("api/networks.html", "api/livefig.html")]
# For what scripts, styles and templates do, whatever a page says: a page of each kind, and the longest chapter.
OF_EACH_KIND = some(PAGES, ["index.html", "chapters/6_networks.html", "further/5_relu_elbow.html",
                            "guides/live_figure.html", "appendix/on_trial.html", "api/livefig.html", "search.html"])
LONGEST = some(CHAPTERS, ["chapters/4_ridge.html"])


def pages_of(stem):
    """Return the page of a chapter and, if there is one, the page that leads on from it."""
    return [page for page in (*CHAPTERS, *FURTHER) if page.partition("_")[2] == f"{stem}.html"]
