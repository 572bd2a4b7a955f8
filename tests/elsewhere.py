"""What other systems lack, taken away from a process and from those that it starts; and what they do otherwise.

`HIDING` is the text of a `sitecustomize.py`: Python runs it before anything else, in workers as well.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from command import environment

HIDING = """
import builtins, ctypes, multiprocessing.context, os, signal, sys, warnings

GONE = {"fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "posix", "readline", "syslog"}
LIBRARY = os.path.dirname(os.__file__)
real = builtins.__import__

def gone(name, globals=None, locals=None, fromlist=(), level=0):
    asks = (globals or {}).get("__file__") or ""
    ours = not asks.startswith((LIBRARY, "<")) or "site-packages" in asks
    if level == 0 and asks and ours and name.split(".")[0] in GONE:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    return real(name, globals, locals, fromlist, level)

builtins.__import__ = gone
for name in ("register_at_fork", "fork", "forkpty", "getuid", "geteuid", "getgid", "getegid", "getgroups", "fchmod",
             "fchown", "chown", "lchown", "sched_getaffinity", "mkfifo", "mknod", "setsid", "killpg", "statvfs"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGHUP", "SIGALRM", "SIGUSR1", "SIGCHLD", "pthread_sigmask", "setitimer", "alarm"):
    if hasattr(signal, name):
        delattr(signal, name)
for method in ("fork", "forkserver"):
    multiprocessing.context._concrete_contexts.pop(method, None)
multiprocessing.context._default_context._actual_context = None
multiprocessing.context._default_context._default_context = multiprocessing.context._concrete_contexts["spawn"]

def refused(*_, **__):
    raise OSError(22, "A required privilege is not held by the client")

os.symlink = refused
library = ctypes.CDLL

class CDLL(library):
    def __init__(self, name, *rest, **named):
        if name is None and "handboek" in sys._getframe(1).f_code.co_filename:
            raise TypeError("bad argument type for built-in operation")
        super().__init__(name, *rest, **named)

ctypes.CDLL = CDLL
warnings.filterwarnings("ignore", "only soft file lock")  # the library's lock for where the system has none at all
"""


def surroundings(folder: Path, **changes: str) -> dict[str, str]:
    """The surroundings of a command on such a system: output in cp1252, and Python tells of a file without an encoding."""
    hidden = folder / "verborgen"
    hidden.mkdir(exist_ok=True)
    (hidden / "sitecustomize.py").write_text(HIDING, encoding="utf-8")
    narrow = {"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "cp1252", "PYTHONWARNDEFAULTENCODING": "1"}
    there = environment(**{**narrow, **changes})
    return {**there, "PYTHONPATH": os.pathsep.join((str(hidden), there["PYTHONPATH"]))}


def run(
    root: Path, *arguments: str, answers: str = "", module: str = "handboek", told_in: str = "", **changes: str
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end on such a system. It never ends in a traceback, and names the encoding of each file."""
    result = subprocess.run(
        [sys.executable, "-m", module, *arguments], cwd=root, env=surroundings(root.parent, **changes),
        input=answers.encode("cp1252"), capture_output=True, timeout=300, check=False,
    )  # fmt: skip
    encoding = changes.get("PYTHONIOENCODING", "cp1252")
    out, err = result.stdout.decode(told_in or encoding), result.stderr.decode(encoding)
    told = subprocess.CompletedProcess(result.args, result.returncode, out, err)
    assert "Traceback" not in told.stderr, told.stderr
    assert not [line for line in told.stderr.splitlines() if "EncodingWarning" in line and "/src/handboek/" in line]
    return told
