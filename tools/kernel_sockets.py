"""A pytest plugin for nbval, `-p tools.kernel_sockets`: kernels listen on sockets in a folder, not on ports.

A port that was free when a kernel was told to use it may be another program's when it does, and then the kernel dies as
it starts. One run in a new clone ended like that; its cause was not printed, and the same run passed afterwards.
"""

import atexit
import functools
import os
import shutil
import tempfile

import nbval.kernel


def manager_of_sockets(make, *args, **knobs):
    """Return a KernelManager whose kernel has a new folder for its sockets, which goes with this process."""
    folder = tempfile.mkdtemp(prefix="kernel-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return make(*args, transport="ipc", ip=os.path.join(folder, "socket"), **knobs)


if os.name == "posix":
    nbval.kernel.KernelManager = functools.partial(manager_of_sockets, nbval.kernel.KernelManager)
