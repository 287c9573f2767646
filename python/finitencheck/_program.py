"""The program that computes, and how it is called."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Mapping, Sequence

from ._errors import FiniteNCheckError, InputError

_NAME = "finitencheck.exe" if os.name == "nt" else "finitencheck"
_VARIABLE = "FINITENCHECK_PROGRAM"
_BAD_INPUT = 2
_VERDICTS = (0, 1, 3)      # as expected, otherwise, inconclusive: each with a result


def program() -> str:
    """The path of the program: that of ``$FINITENCHECK_PROGRAM``, else the one in this package, else the one on ``PATH``."""
    named = os.environ.get(_VARIABLE)
    if named:
        if not Path(named).is_file():
            raise FileNotFoundError(f"{_VARIABLE} is '{named}', which is no file: give the path of the program, or unset it.")
        return named
    own = Path(__file__).with_name("bin") / _NAME
    found = str(own) if own.is_file() else shutil.which(_NAME)
    if found is None:
        raise FileNotFoundError(f"There is no {_NAME} in this package or on PATH: install the wheel of scripts/wheel, or set {_VARIABLE}.")
    return found


def version() -> str:
    """The version of the program, such as ``0.1.0``."""
    return call(["--version"]).split()[-1]


def call(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
    """Standard output of a run. What it says on standard error while it runs, progress and warnings, goes to ``sys.stderr``.

    :raises InputError: the input was refused.
    :raises FiniteNCheckError: the program failed.
    """
    process = subprocess.Popen(
        [program(), *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, **(environment or {})})
    assert process.stdout is not None and process.stderr is not None
    said: list[str] = []
    listener = threading.Thread(target=_listen, args=(process.stderr, said), daemon=True)
    listener.start()
    try:
        output = process.stdout.read()
        status = process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    finally:
        listener.join()
        process.stdout.close()
        process.stderr.close()
    if status in _VERDICTS:
        return output
    message = "\n".join(said).strip()
    message = message[len("error: "):] if message.startswith("error: ") else message
    raise (InputError if status == _BAD_INPUT else FiniteNCheckError)(message or f"finitencheck ended with status {status}", status)


def _listen(stream: IO[str], said: list[str]) -> None:
    failed = False
    for line in stream:
        line = line.rstrip("\n")
        failed = failed or line.startswith(("error: ", "This is a fault"))
        if failed:
            said.append(line)
        else:
            print(line, file=sys.stderr)


def main() -> None:
    """The command ``finitencheck``, which the wheel installs."""
    command = [program(), *sys.argv[1:]]
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)
