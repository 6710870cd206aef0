"""A virtual environment that holds what Colab ships, and kernels in it that believe to be in Colab."""

import contextlib
import json
import os
import subprocess
import sys

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

STARTUP = """import sys, types
sys.modules["google.colab"] = types.ModuleType("google.colab")  # how livefig knows where it is
"""
CELL_SECONDS = 300  # the first cell installs


class Environment:
    """A virtual environment in `folder`, with the given requirements, and nothing of this project."""

    def __init__(self, folder, requirements):
        self.folder = folder
        self.python = folder / "venv" / "bin" / "python"
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        self._pip("install", "--quiet", *requirements)
        self._write_kernel()

    def _pip(self, *arguments):
        command = [self.python, "-m", "pip", *arguments]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout

    def _write_kernel(self):
        startup = self.folder / "ipython" / "profile_default" / "startup" / "colab.py"
        startup.parent.mkdir(parents=True)
        startup.write_text(STARTUP)
        spec = self.folder / "kernels" / "colab" / "kernel.json"
        spec.parent.mkdir(parents=True)
        argv = [str(self.python), "-m", "ipykernel_launcher", "-f", "{connection_file}", "--log-level=CRITICAL"]
        spec.write_text(json.dumps({"argv": argv, "display_name": "Colab", "language": "python"}))

    def packages(self):
        """Return the installed packages, `{name: version}`."""
        return {found["name"]: found["version"] for found in json.loads(self._pip("list", "--format=json"))}

    @contextlib.contextmanager
    def clean_again(self):
        """Take out, at the end, every package that was added meanwhile."""
        before = self.packages()
        try:
            yield before
        finally:
            added = self.packages().keys() - before.keys()
            if added:
                self._pip("uninstall", "--yes", "--quiet", *added)

    def execute(self, notebook, folder):
        """Run all cells of `notebook`, in place, in `folder`; a cell that raises raises here."""
        specs = KernelSpecManager(kernel_dirs=[str(self.folder / "kernels")])
        client = NotebookClient(notebook, km=AsyncKernelManager(kernel_name="colab", kernel_spec_manager=specs),
                                timeout=CELL_SECONDS, resources={"metadata": {"path": str(folder)}})
        clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        # or its sockets stay open
        client.execute(env={**clean, "IPYTHONDIR": str(self.folder / "ipython")}, cleanup_kc=True)
