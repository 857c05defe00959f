"""How long a run of Python takes, and how much memory."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]

# Installed libraries have their byte code; so has the project, from its second start on.
_ENVIRONMENT = {name: v for name, v in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

# A process starts with the peak of the one that forked it, so a small one must do that.
_LAUNCHER = """\
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
seconds = time.perf_counter() - start
print(os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss)
"""


class Run(NamedTuple):
    """Seconds that a process took, and the megabytes of its largest resident set."""

    seconds: float
    megabytes: float


def run(arguments: Sequence[str]) -> Run:
    """Run Python once in the folder of the project; end if it fails."""
    command = [sys.executable, "-I", "-S", "-c", _LAUNCHER, sys.executable, *arguments]
    told = subprocess.run(
        command, cwd=ROOT, env=_ENVIRONMENT, capture_output=True, text=True, check=True
    )
    code, seconds, peak = told.stdout.split()
    if code != "0":
        sys.exit(f"python {' '.join(arguments)} failed with {code}: {told.stderr}")
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Run(float(seconds), int(peak) / unit)
