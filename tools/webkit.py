"""WebKit, the engine of Safari, for the browser tests, where the system has it: Debian's `webkit2gtk-driver`.

Selenium speaks to it; it has a window, hence the display in memory (Debian's `xvfb`). Its system is dark.

    with webkit() as opened:
        page = opened.page()
        page.goto(address)
        page.wait("document.querySelector('[data-live]')")
"""

import contextlib
import glob
import json
import os
import shutil
import subprocess
import warnings

from selenium.common.exceptions import JavascriptException, WebDriverException
from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tools.tab import PATIENCE, Tab

DRIVER, DISPLAY = "WebKitWebDriver", "Xvfb"
WINDOWS = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"  # no part of PATH
SETTINGS = {
    "GTK_THEME": "Adwaita:dark",
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",  # root in a container has no user namespace to sandbox in
    "http_proxy": "http://127.0.0.1:9",  # nobody is there
    "https_proxy": "http://127.0.0.1:9",
    "no_proxy": "127.0.0.1",
}
VALUE = """const done = arguments[0];
Promise.resolve().then(() => ({0})).then((found) => done(JSON.stringify({{found: found ?? null}})),
  (error) => done(JSON.stringify({{error: String(error)}})));"""


def system_webkit():
    """Return the path of a WebKit with a window of this system, or None if it, its driver or the display is lacking."""
    found = sorted(glob.glob(WINDOWS))
    return found[-1] if found and shutil.which(DRIVER) and shutil.which(DISPLAY) else None


@contextlib.contextmanager
def webkit():
    """Yield the system's `WebKit`, which has shown a page.

    Raises
    ------
    RuntimeError
        If there is none, or if it shows no page.
    """
    executable = system_webkit()
    if executable is None:
        raise RuntimeError("No WebKit found (Debian: apt-get install webkit2gtk-driver xvfb).")
    with _display() as display:
        options = Options()
        options.binary_location = executable
        options.add_argument("--automation")
        options.page_load_strategy = "none"
        service = Service(executable_path=shutil.which(DRIVER), env={**os.environ, **SETTINGS, "DISPLAY": display})
        try:
            with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # Selenium's of itself
                driver = WebKitGTK(options=options, service=service)
        except WebDriverException as error:
            raise RuntimeError(f"{executable} shows no page: {error.msg}") from error
        try:
            driver.set_script_timeout(PATIENCE)
            yield WebKit(driver)
        finally:
            with contextlib.suppress(WebDriverException):
                driver.quit()


@contextlib.contextmanager
def _display():
    process = subprocess.Popen([DISPLAY, "-displayfd", "1", "-screen", "0", "1280x900x24"], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
    try:
        yield f":{process.stdout.readline().strip()}"
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


class WebKit:
    """A browser behind Selenium, with one page after the other: in a second tab WebKit paints nothing."""

    def __init__(self, driver):
        """Keep the driver."""
        self.driver = driver

    def page(self):
        """Return a new `Page`; the one before it must be closed."""
        return Page(self.driver)


class Page(Tab):
    """The tab, which evaluates JavaScript and types; its driver cannot print."""

    def __init__(self, driver):
        """Remember the driver."""
        self._driver = driver

    def ask_for(self, address):
        """Ask for a document, or, without an address, for the present one again; do not wait for it."""
        if address is None:
            self._driver.refresh()
        else:
            self._driver.get(address)

    def evaluate(self, expression):
        """Return what an expression of JavaScript gives, by way of JSON; a promise is awaited.

        Raises
        ------
        ValueError
            If it throws, or if there is no page to ask.
        """
        try:
            told = json.loads(self._driver.execute_async_script(VALUE.format(expression)))
        except (JavascriptException, WebDriverException) as error:
            raise ValueError(error.msg) from error
        if "error" in told:
            raise ValueError(told["error"])
        return told["found"]

    def type(self, text):
        """Press the keys of a text, one after the other, where the focus is; `\\ue007` is Enter."""
        self._driver.switch_to.active_element.send_keys(text)

    def print(self):
        """Let the page do what it does before and after printing: its driver cannot print."""
        self.evaluate("void (dispatchEvent(new Event('beforeprint')), dispatchEvent(new Event('afterprint')))")

    def complaints(self):
        """Return nothing: its driver tells neither what was thrown nor what a policy forbade."""
        return []

    def close(self):
        """Forget what the last page kept, and leave it."""
        with contextlib.suppress(ValueError):
            self.evaluate("void (localStorage.clear(), sessionStorage.clear())")
        self._load("about:blank")
