"""The verbs of the program as functions."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Any, Iterable, Mapping, Sequence, Union

from . import _program, _text
from ._model import Model, of
from ._prediction import Prediction, Server
from ._results import Exact, Theory, Verification

Source = Union[Model, str, "os.PathLike[str]", Mapping[str, Any]]


def exact(
    model: Source,
    n: int | Sequence[int] | None = None,
    times: float | Sequence[float] = (),
    *,
    observables: Sequence[str] | None = None,
    tolerance: float | None = None,
    method: str | None = None,
    two_time: bool = False,
    threads: int | None = None,
    memory_limit: str | None = None,
    long: bool = False,
) -> Exact:
    """Exact means and covariances at finite N, with bounds of their errors.

    :param model: a :class:`Model`, the path of a model file, or a mapping with its keys.
    :param n: a ladder value (a block of share s holds s n spins), or a list of them; by default that of a model from PIQS.
    :param times: times of output, not negative and increasing.
    :param observables: only these, such as ``["z.all"]``; all unless given.
    :param tolerance: bound of the error of the state in trace norm, 1e-14 to 1e-3; 1e-12 unless given.
    :param method: ``auto``, ``full`` or ``window``.
    :param two_time: also ``<F_a(t) F_b(0)>``.
    :param threads: 0 for all cores; results do not depend on it.
    :param memory_limit: such as ``"8GB"``.
    :param long: also start what is estimated to take more than a day.
    """
    chosen = of(model)
    size = chosen.n if n is None else n
    if size is None:
        raise ValueError("n is missing: give a ladder value or a list of them, such as n=[10, 20].")
    several = not _is_number(size)
    sizes: list[Any] = list(size) if several else [size]    # type: ignore[call-overload]
    arguments = ["--n", ",".join(str(int(value)) if value == int(value) else repr(value) for value in sizes), "--times", _list(times)]
    arguments += _options(tolerance=tolerance, method=method, threads=threads, memory_limit=memory_limit)
    arguments += ["--observables", ",".join(observables)] if observables is not None else []
    arguments += ["--two-time"] if two_time else []
    arguments += ["--long"] if long else []
    return Exact._of(_call("exact", chosen, arguments), several)


def theory(
    model: Source,
    times: float | Sequence[float],
    *,
    drift: str = "full",
    order: int = 0,
    observables: Sequence[str] | None = None,
    two_time: bool = False,
) -> Theory:
    """Mean field and Gaussian fluctuations for N to infinity, with ``order=1`` also the coefficients of 1/n.

    :param drift: ``full``, the Jacobian of the mean-field flow, or ``printed``, that of Fiorelli (2024), eq. (35).
    """
    arguments = ["--times", _list(times), "--drift", drift, "--order", str(order)]
    arguments += ["--observables", ",".join(observables)] if observables is not None else []
    arguments += ["--two-time"] if two_time else []
    return Theory._of(_call("theory", of(model), arguments))


def verify(
    source: Source,
    n: Sequence[int] | None = None,
    times: float | Sequence[float] | None = None,
    *,
    predictions: Iterable[str | Prediction | Mapping[str, Any]] | None = None,
    quantities: Mapping[str, str] | None = None,
    tolerance: float | None = None,
    threads: int | None = None,
    memory_limit: str | None = None,
    allow_commands: bool = False,
) -> Verification:
    """Puts predictions to the test at growing N.

    :param source: a model; or the path of a study file, or the name of a bundled study, which says all else itself.
    :param n: the ladder, four or more increasing values; chosen for a minute unless given.
    :param times: the times, above 0; chosen unless given, needed with ``n``, ``predictions`` and ``quantities``.
    :param predictions: names (``mean-field``, ``covariance-full`` ...), :class:`Prediction` objects with a Python function, or entries of
        a study file (docs/study-file.md); mean field and covariance unless given.
    :param quantities: numbers of your own as formulas, such as ``{"squeezing": "squeezing('all')"}``.
    :param allow_commands: run commands that a study file names. Python functions need no such leave.
    """
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="finitencheck-")))
        out = folder / "out"
        arguments = ["--out", str(out), "--format", "json", *_options(threads=threads, memory_limit=memory_limit)]
        server: Server | None = None
        if isinstance(source, (str, os.PathLike)) and predictions is None and quantities is None and tolerance is None:
            target = [os.fspath(source)]
            arguments += _ladder(n, times) + (["--allow-commands"] if allow_commands else [])
        elif predictions is None and quantities is None and tolerance is None:
            model = of(source)
            target = [str(model._file(folder)), *model._arguments()]
            arguments += _ladder(n, times)
        else:
            if times is None:
                raise ValueError("times are missing: predictions are made for times, such as times=[0.5, 1].")
            model = of(source)
            entries = [*(["mean-field", "covariance-full"] if predictions is None else predictions)]
            functions = [entry for entry in entries if isinstance(entry, Prediction)]
            if len({function.name for function in functions}) < len(functions):
                raise ValueError("Two predictions have the same name: give each its own.")
            study: dict[str, Any] = {
                "name": "study", "model": str(model._file(folder).resolve()), "ladder": "auto" if n is None else list(n),
                "times": [times] if _is_number(times) else list(times),    # type: ignore[arg-type]
            }
            study |= {"quantities": dict(quantities)} if quantities else {}
            study |= {"tolerance": tolerance} if tolerance is not None else {}
            study["predictions"] = [_entry(entry) for entry in entries]
            path = folder / "study.yaml"
            path.write_text(_text.document(study), encoding="utf-8")
            target = [str(path), *model._arguments()]
            if functions:
                server = stack.enter_context(Server(functions))
            arguments += ["--allow-commands"] if functions or allow_commands else []
        try:
            _program.call(["verify", *target, *arguments], server.environment if server else None)
        except Exception as failure:
            if server and server.error:
                raise server.error from failure
            raise
        return Verification._of(out)


def _entry(entry: str | Prediction | Mapping[str, Any]) -> Mapping[str, Any]:
    if isinstance(entry, Prediction):
        return entry._entry()
    return {"prediction": entry, "expect": "confirmed"} if isinstance(entry, str) else entry


def _ladder(n: Sequence[int] | None, times: float | Sequence[float] | None) -> list[str]:
    return (["--n", ",".join(map(str, n))] if n is not None else []) + (["--times", _list(times)] if times is not None else [])


def _call(verb: str, model: Model, arguments: list[str]) -> str:
    with tempfile.TemporaryDirectory(prefix="finitencheck-") as folder:
        path = str(model._file(Path(folder)))
        return _program.call([verb, path, *model._arguments(), *arguments, "--format", "json"])


def _options(**values: Any) -> list[str]:
    given = {name.replace("_", "-"): value for name, value in values.items() if value is not None}
    return [word for name, value in given.items() for word in (f"--{name}", str(value))]


def _is_number(value: Any) -> bool:
    return not hasattr(value, "__len__") and not hasattr(value, "__iter__")


def _list(times: Any) -> str:
    values = [times] if _is_number(times) else list(times)
    if not values:
        raise ValueError("times are missing: give a time or a list of them, such as times=[0.5, 1].")
    return ",".join(repr(float(value)) for value in values)
