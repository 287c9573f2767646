"""Predictions of one's own: Python functions that the program calls."""

from __future__ import annotations

import json
import secrets
import sys
import threading
from dataclasses import dataclass
from multiprocessing.connection import Listener
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Callable, Mapping, Sequence, Union

if TYPE_CHECKING:
    import numpy as np

Values = Mapping[str, Sequence[Union[float, None]]]

_BRIDGE = Path(__file__).with_name("_bridge.py")


@dataclass(frozen=True)
class Request:
    """What a function is asked to predict."""

    times: np.ndarray
    """The times."""
    quantities: tuple[str, ...]
    """Averages (``z.all``), elements of the covariance (``z.all,z.all``) and quantities that the study names."""
    parameters: Mapping[str, float]
    """The parameters of the model and the values of a sweep's axes."""
    model: Mapping[str, Any]
    """The model, written out in full."""


@dataclass(frozen=True)
class Prediction:
    """A prediction of a Python function, to be put to the test by :func:`finitencheck.verify`.

    :param name: its name in the report.
    :param function: takes a :class:`Request` and returns a mapping from quantities to one value per time (``None`` where it says
        nothing), or a pair of such mappings, values and errors. What it leaves out is not judged.
    :param expect: the verdict that is expected, ``confirmed``, ``refuted`` or ``inconclusive``.
    :param time_limit: seconds after which it is given up.
    """

    name: str
    function: Callable[[Request], Union[Values, "tuple[Values, Values]"]]
    expect: str = "confirmed"
    time_limit: float = 60

    def _entry(self) -> dict[str, Any]:
        command = [sys.executable, str(_BRIDGE), self.name]
        return {"name": self.name, "command": command, "time-limit": self.time_limit, "expect": self.expect}


class Server:
    """Answers the questions that the program's child processes pass on, in this process, where the functions live."""

    def __init__(self, predictions: Sequence[Prediction]) -> None:
        self._functions = {prediction.name: prediction.function for prediction in predictions}
        self._key = secrets.token_bytes(32)
        self._listener = Listener(authkey=self._key)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._closing = False
        self.error: BaseException | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What the bridge needs to find this process."""
        address = self._listener.address
        return {"FINITENCHECK_BRIDGE": json.dumps([address if isinstance(address, str) else list(address), self._key.hex()])}

    def __enter__(self) -> Server:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._closing = True
        from multiprocessing.connection import Client

        # Wakes the thread that waits.
        Client(self._listener.address, authkey=self._key).close()
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while not self._closing:
            with self._listener.accept() as connection:
                if self._closing:
                    return
                try:
                    name, question = connection.recv()
                    connection.send((True, self._answer(name, json.loads(question))))
                except EOFError:
                    continue
                except BaseException as error:    # The program is told, and the caller gets the exception itself.
                    self.error = error
                    connection.send((False, f"{type(error).__name__}: {error}"))

    def _answer(self, name: str, question: Mapping[str, Any]) -> str:
        import numpy as np

        answer = self._functions[name](Request(
            np.array(question["times"], dtype=float), tuple(question["quantities"]), question["parameters"], question["model"]))
        values, errors = answer if isinstance(answer, tuple) else (answer, None)
        return json.dumps({"values": _plain(values), **({} if errors is None else {"errors": _plain(errors)})})


def _plain(values: Values) -> dict[str, list[float | None]]:
    if not isinstance(values, Mapping):
        raise TypeError(f"The function returned a {type(values).__name__}: it returns a mapping from quantities to one value per time.")
    return {name: [None if value is None else float(value) for value in series] for name, series in values.items()}


__all__ = ["Prediction", "Request", "Server"]
