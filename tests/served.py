"""A folder of pages, served on 127.0.0.1 and opened in a browser."""

from contextlib import contextmanager
from types import SimpleNamespace

from tools.chromium import serve, visit


@contextmanager
def served(browser, folder, suffix="", **wanted):
    """Yield the served folder, with `browser`, `folder`, `address` and `open`.

    `open(name, **context)` yields `(page, log)` of the page `name + suffix`, with storage of its own and what is
    `wanted` of every context; at its end nothing may have gone wrong, unless `clean=False`.
    """
    @contextmanager
    def open_page(name, address=None, clean=True, **context):
        with visit(browser, (address or own) + name + suffix, **wanted | context) as (page, log):
            yield page, log
            if clean:
                log.assert_clean()

    with serve(folder) as own:
        yield SimpleNamespace(browser=browser, folder=folder, address=own, open=open_page)
