"""Which Python can run a witness, and Debian's packages where none can. Standard library only."""

import os
import shutil
import subprocess
import sys

PACKAGES = {"numpy": "python3-numpy", "yaml": "python3-yaml", "scipy": "python3-scipy", "qutip": "python3-qutip"}
_found = {}


def find(modules):
    """(interpreter, None) that has the modules, or (None, reason). $WITNESS_PYTHON goes first, then this one, then the system's."""
    key = tuple(modules)
    if key not in _found:
        _found[key] = _search(modules) or _install(modules)
    return _found[key]


def _search(modules):
    named = [os.environ.get("WITNESS_PYTHON"), sys.executable, shutil.which("python3"), shutil.which("python3", path=os.defpath)]
    for candidate in dict.fromkeys(name for name in named if name):
        if _runs([candidate, "-c", "import " + ", ".join(modules)]):
            return candidate, None
    return None


def _install(modules):
    packages = [PACKAGES[module] for module in modules]
    wanted = f"no python3 with {', '.join(modules)}"
    if os.environ.get("WITNESS_INSTALL") == "0":
        return None, f"{wanted}; installing is switched off (WITNESS_INSTALL=0)"
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None, f"{wanted}; as root of a Debian system: apt-get install {' '.join(packages)}"
    print(f"installing {' '.join(packages)} with apt-get", file=sys.stderr, flush=True)
    for refresh in (False, True):
        if refresh:
            _runs(["apt-get", "update"])
        if _runs(["apt-get", "install", "-y", *packages]):
            return _search(modules) or (None, f"{wanted}, although {' '.join(packages)} are installed")
    return None, f"{wanted}; apt-get could not install {' '.join(packages)}"


def _runs(command):
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, check=False).returncode == 0
    except OSError:
        return False
