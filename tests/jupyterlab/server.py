"""A real JupyterLab on copies of the notebooks, and its window in the headless browser."""

import contextlib
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

from playwright.sync_api import Error

from tools.chromium import visit

PATIENCE = 150  # s: a whole chapter runs in some of the waits
SETTINGS = {"@jupyterlab/apputils-extension/notification.jupyterlab-settings": '{"fetchNews": "false"}'}


def install(folder, project):
    """Make a virtual environment in `folder` with the newest JupyterLab and this project; return its Python."""
    subprocess.run(["python3", "-m", "venv", folder], check=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "jupyterlab", f"{project}[chapters]"], check=True)
    return python


@contextlib.contextmanager
def serve(python, notebooks, home):
    """Yield the address of a JupyterLab that serves copies of `notebooks` and knows nothing of who runs this."""
    work = home / "work"
    work.mkdir()
    for notebook in notebooks:
        shutil.copy(notebook, work)
    for name, text in SETTINGS.items():
        file = home / "settings" / name
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    places = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "JUPYTER_RUNTIME_DIR": "runtime",
              "JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTERLAB_WORKSPACES_DIR": "workspaces", "IPYTHONDIR": "ipython"}
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONSTARTUP")}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with open(home / "server.log", "w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [python, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}", "--IdentityProvider.token=",
             "--LabApp.expose_app_in_browser=True", f"--ServerApp.root_dir={work}",
             "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"],
            env={**clean, **{name: str(home / place) for name, place in places.items()}}, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}/"
    try:
        _wait_for(address + "api", process, home / "server.log")
        yield address
    finally:
        process.terminate()
        process.wait()


def _wait_for(address, process, log):
    end = time.monotonic() + PATIENCE
    while True:
        with contextlib.suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(address)
            return
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(f"JupyterLab does not start:\n{log.read_text(encoding='utf-8')}")
        time.sleep(0.2)


class Notebook:
    """A notebook in JupyterLab's window: it runs commands, changes and runs cells, and shows their outputs."""

    def __init__(self, page, log):
        """Remember the window, and the log of what it asked for and complained about."""
        self.page, self.log = page, log

    def open(self, address, name):
        """Open `name` alone, in a new workspace."""
        self.page.goto(f"{address}lab/workspaces/{name.partition('.')[0]}/tree/{name}?reset")
        self.ready()

    def ready(self):
        """Wait until the cells are there, and a kernel that has nothing to do."""
        self.page.wait_for_function(
            "window.jupyterapp?.shell.currentWidget?.content?.widgets?.length > 1"
            " && jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'",
            timeout=1000 * PATIENCE)

    def command(self, name):
        """Run one of JupyterLab's commands to its end."""
        self.page.evaluate("async (name) => { await jupyterapp.commands.execute(name) }", name)

    def trust(self):
        """Trust the notebook, as its reader would, by the command and its dialog."""
        self.page.evaluate("void jupyterapp.commands.execute('notebook:trust')")
        self.page.locator(".jp-Dialog button.jp-mod-accept").click()
        self.page.wait_for_selector(".jp-Dialog", state="detached")

    def find(self, text):
        """Return the number of the code cell whose source contains `text`; there is one."""
        found = self.page.evaluate(
            "(text) => jupyterapp.shell.currentWidget.content.widgets.flatMap((cell, k) =>"
            " cell.model.type === 'code' && cell.model.sharedModel.getSource().includes(text) ? [k] : [])", text)
        assert len(found) == 1, f"{len(found)} cells with {text!r}"
        return found[0]

    def run(self, number, source=None):
        """Run a cell, with another source if one is given."""
        self.page.evaluate(
            "([number, source]) => { const content = jupyterapp.shell.currentWidget.content;"
            " content.activeCellIndex = number; content.deselectAll();"
            " if (source !== null) content.activeCell.model.sharedModel.setSource(source) }", [number, source])
        self.command("notebook:run-cell")

    def output(self, number):
        """Return the element that shows the outputs of a cell, scrolled into view; JupyterLab has only those near."""
        end = time.monotonic() + PATIENCE
        while True:
            self.page.evaluate("(k) => jupyterapp.shell.currentWidget.content.scrollToItem(k, 'center')", number)
            cell = self.page.evaluate_handle("(k) => jupyterapp.shell.currentWidget.content.widgets[k].node", number)
            with contextlib.suppress(Error):  # taken away while it was looked for
                output = cell.as_element().wait_for_selector(".jp-Cell-outputArea", timeout=5_000)
                output.scroll_into_view_if_needed()
                return output
            assert time.monotonic() < end, f"cell {number} does not come into view"

    def errors(self):
        """Return what the cells wrote to stderr or raised."""
        return self.page.evaluate(
            "jupyterapp.shell.currentWidget.content.widgets.flatMap((cell) =>"
            " cell.model.type === 'code' ? cell.model.outputs.toJSON() : [])"
            ".filter((output) => output.output_type === 'error' || output.name === 'stderr')")

    def is_dirty(self):
        """Return whether there is something that is not saved."""
        return self.page.evaluate("jupyterapp.shell.currentWidget.context.model.dirty")


@contextlib.contextmanager
def window(browser):
    """Yield a `Notebook` in a fresh window."""
    with visit(browser, viewport={"width": 1400, "height": 1000}) as (page, log):
        page.set_default_timeout(1000 * PATIENCE)
        yield Notebook(page, log)
