"""Firefox for the browser tests, where the system has one: Debian's `firefox-esr`, driven by WebDriver BiDi.

Playwright drives a Firefox of its own only; the protocol of the real one is a WebSocket, and tornado, which Jupyter
brings, speaks it. Every host but 127.0.0.1 is unreachable in it, and its system is dark, which a profile alone can say.

    with firefox() as opened:
        (page := opened.page()).goto(address)
        page.wait("document.querySelector('[data-live]')")
"""

import asyncio
import contextlib
import json
import shutil
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from tornado.websocket import websocket_connect

from tools.tab import PATIENCE, Tab

NAMES = ("firefox-esr", "firefox")
LARGEST = 100_000_000  # bytes of a message: a printed chapter
PREFERENCES = {
    "layout.css.prefers-color-scheme.content-override": 0,  # dark
    "network.proxy.type": 1,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "print.always_print_silent": True,
} | {f"network.proxy.{kind}{end}": to for kind in ("http", "ssl") for end, to in (("", "127.0.0.1"), ("_port", 9))}
# Firefox does not tell WebDriver what a policy forbade
VIOLATIONS = """() => addEventListener("securitypolicyviolation", (event) => {
  (window.violations ??= []).push(`${event.violatedDirective} ${event.blockedURI}`);
})"""


def system_firefox():
    """Return the path of a Firefox of this system, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextlib.contextmanager
def firefox(executable=None):
    """Yield a `Firefox` that has shown a page; without `executable` it is the one of the system.

    Raises
    ------
    RuntimeError
        If there is none, or if it shows no page.
    """
    executable = executable or system_firefox()
    if executable is None:
        raise RuntimeError("No Firefox found (Debian: apt-get install firefox-esr).")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
        (Path(profile) / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [executable, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        opened = None
        try:
            try:
                opened = Firefox(_address(process, Path(profile) / "WebDriverBiDiServer.json"))
                opened.page().goto("data:text/html,<p>ready")
            except (OSError, TimeoutError, ValueError) as error:
                raise RuntimeError(f"{executable} shows no page: {error}") from error
            yield opened
        finally:
            if opened:
                opened.close()
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _address(process, file):
    """Return where the browser listens; it writes that into its profile."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError, ValueError):
            told = json.loads(file.read_text(encoding="utf-8"))
            return f"ws://{told['ws_host']}:{told['ws_port']}/session"
        time.sleep(0.1)
    raise TimeoutError("it does not listen")


class Firefox:
    """A browser at the other end of a WebSocket: `page` opens a tab that shares no storage with the others."""

    def __init__(self, address):
        """Connect, and begin a session."""
        self._loop = asyncio.new_event_loop()  # in a thread of its own: Playwright's runs in this one
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        try:
            self._socket = self._run(self._connect(address))
        except BaseException:
            self._end()
            raise
        self._sent = 0
        self.messages = []
        self.version = self.ask("session.new", capabilities={})["capabilities"]["browserVersion"]
        self.ask("session.subscribe", events=["log.entryAdded"])
        self.ask("script.addPreloadScript", functionDeclaration=VIOLATIONS)

    def ask(self, method, **parameters):
        """Return the result of a command of the protocol.

        Raises
        ------
        TimeoutError
            If there is no reply in `PATIENCE` seconds, or the browser is gone.
        ValueError
            If the browser refuses; the message is its own.
        """
        self._sent += 1
        text = json.dumps({"id": self._sent, "method": method, "params": parameters})
        return self._run(self._reply(text))

    def _run(self, steps):
        return asyncio.run_coroutine_threadsafe(asyncio.wait_for(steps, PATIENCE), self._loop).result()

    def _end(self):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _connect(self, address):
        return await websocket_connect(address, max_message_size=LARGEST)

    async def _reply(self, text):
        await self._socket.write_message(text)
        while (received := await self._socket.read_message()) is not None:
            message = json.loads(received)
            if message.get("method") == "log.entryAdded":
                entry = message["params"]
                self.messages.append((entry["source"].get("context"), f"{entry['level']}: {entry['text']}"))
            elif message.get("id") == self._sent:
                if message["type"] == "error":
                    raise ValueError(message["message"])
                return message["result"]
        raise TimeoutError("the browser is gone")

    def page(self):
        """Return a new `Page`."""
        user = self.ask("browser.createUserContext")["userContext"]
        return Page(self, self.ask("browsingContext.create", type="tab", userContext=user)["context"])

    def close(self):
        """End the session and the browser."""
        with contextlib.suppress(OSError, TimeoutError, ValueError):
            self.ask("browser.close")
        with contextlib.suppress(OSError, TimeoutError):
            self._run(self._disconnect())
        self._end()

    async def _disconnect(self):
        self._socket.close()
        while await self._socket.read_message() is not None:  # what is still under way
            pass


class Page(Tab):
    """A tab that evaluates JavaScript, types and prints."""

    def __init__(self, browser, context):
        """Remember the browser, and the id of the tab in it."""
        self._browser, self._context = browser, context

    def ask_for(self, address):
        """Ask for a document, or, without an address, for the present one again; do not wait for it."""
        what = {"method": "browsingContext.reload"} if address is None else {"method": "browsingContext.navigate",
                                                                              "url": address}
        self._browser.ask(context=self._context, wait="none", **what)

    def evaluate(self, expression):
        """Return what an expression of JavaScript gives, by way of JSON; a promise is awaited.

        Raises
        ------
        ValueError
            If it throws.
        """
        asked = f"Promise.resolve({expression}).then(found => JSON.stringify(found ?? null))"
        told = self._browser.ask("script.evaluate", target={"context": self._context}, awaitPromise=True,
                                 userActivation=True, expression=asked)
        if told["type"] == "exception":
            raise ValueError(told["exceptionDetails"]["text"])
        return json.loads(told["result"]["value"])

    def type(self, text):
        """Press the keys of a text, one after the other, where the focus is; `\\ue007` is Enter."""
        keys = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self._browser.ask("input.performActions", context=self._context,
                          actions=[{"type": "key", "id": "keyboard", "actions": keys}])

    def print(self):
        """Print the page, as a PDF that nobody keeps."""
        self._browser.ask("browsingContext.print", context=self._context, background=False)

    def complaints(self):
        """Return what this page said in the console, what it threw, and what its policy forbade."""
        # Firefox lays out what has arrived, and calls a power wrong whose exponent is still on its way: that all have
        # theirs is tested by tests/site/test_mathematics.py.
        said = [text for context, text in self._browser.messages
                if context == self._context and "Incorrect number of children" not in text]
        return said + self.evaluate("window.violations ?? []")

    def close(self):
        """Close the tab."""
        self._browser.ask("browsingContext.close", context=self._context)
