"""Executes the chapters and stores their outputs in canonical form: running twice changes no byte.

    python tools/run_notebooks.py [--check] [NOTEBOOK ...]      (default: those of index, chapters/ and appendix/)

Every notebook runs in a fresh kernel, in its own folder, two at a time.  A notebook whose cell raises, warns or
shows a widget that a static page cannot show is left as it was, and the command says which cell and why.
With --check nothing is written: a notebook whose stored outputs differ from what its code gives now is shown as a diff.
"""

import argparse
import asyncio
import concurrent.futures
import difflib
import hashlib
import json
import os
import pathlib
import re
import sys
import tempfile
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

ROOT = pathlib.Path(__file__).resolve().parent.parent
NOTEBOOKS = ("index.ipynb", "chapters/*.ipynb", "further/*.ipynb", "appendix/*.ipynb", "guides/*.ipynb")
AT_ONCE = 2
CELL_SECONDS = 60  # a whole chapter has to run in less
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
ANSI = re.compile(r"\x1b\[[0-9;]*m")
KEPT_OF_NOTEBOOK = ("kernelspec", "language_info", "mystnb")
# jupyter.source_hidden folds in JupyterLab what hide-input folds on the site
KEPT_OF_CELL = ("tags", "mystnb", "jupyter")
PINNED = {
    "OPENBLAS_NUM_THREADS": "1",  # sums of several threads are rounded in an order that varies
    "PYTHONHASHSEED": "0",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
}


class Refused(Exception):
    """A notebook that cannot be stored; the message says which cell, why, and what to do."""


def read(path):
    """Return the notebook at `path`, every cell with an id that the next run will find again.

    Raises
    ------
    Refused
        If the file is not a notebook.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        cells = list(raw["cells"])
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(f"{path.name} is not a notebook ({error}); restore it with git.") from error
    seen = set()
    for cell in cells:
        # Before nbformat sees the cells: it would give a cell without an id a random one.
        cell["id"] = _unused_id(cell, seen)
        seen.add(cell["id"])
    raw["nbformat_minor"] = 5
    return nbformat.reads(json.dumps(raw), as_version=4)


def _unused_id(cell, seen):
    candidate, salt = cell.get("id"), 0
    while not candidate or candidate in seen:
        text = f"{cell['cell_type']}{''.join(cell['source'])}{salt}"
        candidate, salt = hashlib.sha256(text.encode()).hexdigest()[:8], salt + 1
    return candidate


async def execute(notebook, folder):
    """Run all cells of `notebook`, in place, in a fresh kernel whose working directory is `folder`.

    Raises
    ------
    Refused
        If a cell raises or takes longer than `CELL_SECONDS`.
    """
    client = NotebookClient(notebook, timeout=CELL_SECONDS, kernel_name="python3",
                            extra_arguments=["--log-level=CRITICAL"], force_raise_errors=True, record_timing=False,
                            store_widget_state=False, resources={"metadata": {"path": str(folder)}})
    # A profile of its own: start-up files of whoever runs this must not reach a chapter.
    with tempfile.TemporaryDirectory(prefix="ipython-") as profile:
        try:
            await client.async_execute(env={**os.environ, **PINNED, "IPYTHONDIR": profile})
        except DeadKernelError as error:
            raise Refused("its kernel stopped: interrupted, or out of memory.") from error
        except CellTimeoutError as error:
            raise Refused(f"a cell takes more than {CELL_SECONDS} s; make it cheaper.\n{error}") from error
        except CellExecutionError as error:
            number, cell = next(
                (number, cell)
                for number, cell in enumerate(notebook.cells, 1)
                if any(output.output_type == "error" for output in cell.get("outputs", ()))
            )
            trace = ANSI.sub("", error.traceback).rstrip().splitlines()[-12:]
            raise Refused(f"{_place(number, cell)} raises:\n    " + "\n    ".join(trace)) from error


def canonical(notebook):
    """Return the text to store of an executed notebook: the same for every run and every machine of one lock file.

    Raises
    ------
    Refused
        If an output holds a warning, or a widget without a text/html form for the page.
    """
    for number, cell in enumerate(notebook.cells, 1):
        cell.metadata = {key: cell.metadata[key] for key in KEPT_OF_CELL if key in cell.metadata}
        if cell.cell_type == "code":
            cell.outputs = [_canonical_output(output, _place(number, cell)) for output in _merged(cell.outputs)]
    metadata = {key: notebook.metadata[key] for key in KEPT_OF_NOTEBOOK if key in notebook.metadata}
    metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata["language_info"] = {"name": "python"}
    metadata["executed"] = seal(notebook)
    notebook.metadata = nbformat.from_dict(metadata)
    nbformat.validate(notebook)
    return nbformat.writes(notebook) + "\n"


def seal(notebook):
    """Return a fingerprint of the code of `notebook` and its outputs, pictures included (nbval does not compare those).

    It is stored as `metadata.executed`.  When it no longer fits, a cell or an output was changed after the last run.
    """
    cells = [(cell.source, cell.execution_count, cell.outputs) for cell in notebook.cells if cell.cell_type == "code"]
    return hashlib.sha256(json.dumps(cells, sort_keys=True).encode()).hexdigest()[:16]


def _merged(outputs):
    """Return `outputs` with neighbouring pieces of one stream joined: how a kernel cuts a stream is chance."""
    merged = []
    for output in outputs:
        last = merged[-1] if merged else None
        if last and output.output_type == last.output_type == "stream" and output.name == last.name:
            last.text += output.text
        else:
            merged.append(output)
    return merged


def _canonical_output(output, place):
    if output.get("name") == "stderr":
        raise Refused(f"{place} writes to stderr; mend the cause, do not store it:\n    {output.text.strip()[:600]}")
    if WIDGET_VIEW in output.get("data", {}):
        if "text/html" not in output.data:
            raise Refused(f"{place} shows a widget that a static page cannot; give it a text/html form.")
        del output.data[WIDGET_VIEW]  # names a model that dies with this kernel
    return output


def _place(number, cell):
    return f"cell {number} ({cell.source.strip().splitlines()[0][:60]!r})" if cell.source.strip() else f"cell {number}"


def write(path, text):
    """Replace the file at `path` by `text` in one step, so that an interruption leaves the old or the new file."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".part")
    try:
        with open(handle, "w", encoding="utf-8") as part:
            part.write(text)
        os.chmod(name, path.stat().st_mode)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


async def _run(path, check, turn):
    """Execute one notebook when it is its turn; return True if it is now (with `check`: was already) as it should
    be."""
    async with turn:
        start = time.perf_counter()
        print(f"{path.name}: running", flush=True)
        try:
            notebook = read(path)
            await execute(notebook, path.parent)
            text = canonical(notebook)
        except Refused as refusal:
            print(f"{path.name}: left as it was: {refusal}", file=sys.stderr, flush=True)
            return False
        old = path.read_text(encoding="utf-8")
        same = text == old
        if not same and not check:
            write(path, text)
        verdict = "unchanged" if same else "differs" if check else "stored"
        print(f"{path.name}: {verdict}, {time.perf_counter() - start:.1f} s", flush=True)
        if check and not same:
            diff = list(difflib.unified_diff(old.splitlines(), text.splitlines(), "stored", "executed now", "", "", 1,
                                             ""))
            print("\n".join(line[:120] for line in diff[:24]))
            print("To store what the code gives now: python tools/run_notebooks.py")
        return same or not check


async def _run_all(paths, check, handle):
    handle.set_result((asyncio.get_running_loop(), asyncio.current_task()))
    turn = asyncio.Semaphore(AT_ONCE)
    return all(await asyncio.gather(*(_run(path, check, turn) for path in paths)))


def run_all(paths, check=False):
    """Execute the notebooks at `paths`; return True if every one is now (with `check`: was already) as it should be."""
    # In a second thread, because in the main one nbclient takes Ctrl-C for itself and stops one kernel of the two.
    with concurrent.futures.ThreadPoolExecutor(1) as thread:
        handle = concurrent.futures.Future()
        work = thread.submit(asyncio.run, _run_all(paths, check, handle))
        try:
            return work.result()
        except KeyboardInterrupt:
            loop, task = handle.result()
            # nbclient's watch over a kernel that is just being stopped fails in a task that nobody awaits
            loop.call_soon_threadsafe(loop.set_exception_handler, lambda *_: None)
            loop.call_soon_threadsafe(task.cancel)
            raise


def main(arguments=None):
    """Run the command; return its exit status: 0 if every notebook is as it should be, else 1."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    parser.add_argument("notebooks", nargs="*", type=pathlib.Path, metavar="NOTEBOOK")
    options = parser.parse_args(arguments)
    paths = [path.resolve() for path in options.notebooks] or [path for pattern in NOTEBOOKS
                                                               for path in sorted(ROOT.glob(pattern))]
    missing = [str(path) for path in paths if not path.is_file()]
    if missing:
        parser.error(f"no such notebook: {', '.join(missing)}")
    try:
        return 0 if run_all(paths, options.check) else 1
    except KeyboardInterrupt:
        print("Interrupted: notebooks not yet reported are as they were.", file=sys.stderr, flush=True)
        os._exit(130)  # past the exit handlers that nbclient leaves for a kernel which was still starting: they fail


if __name__ == "__main__":
    sys.exit(main())
