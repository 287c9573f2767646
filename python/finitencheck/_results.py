"""Results as plain objects with NumPy arrays."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Mapping, Sequence

from ._errors import Inconclusive

if TYPE_CHECKING:
    import numpy as np


def _numpy() -> Any:
    try:
        import numpy
    except ImportError as error:
        raise ImportError("Results are NumPy arrays, and there is no numpy: pip install numpy, or finitencheck[arrays].") from error
    return numpy


def _array(values: Any) -> np.ndarray:
    """Numbers, with NaN for one that does not exist."""
    return _numpy().array(values, dtype=float)


def _complex(values: Any) -> np.ndarray:
    pairs = _array(values)
    return pairs[..., 0] + 1j * pairs[..., 1]


class _Moments:
    """What exact runs and predictions share: elements by name."""

    observables: tuple[str, ...]
    mean: np.ndarray
    covariance: np.ndarray

    def __getitem__(self, element: str | tuple[str, str]) -> np.ndarray:
        """``run["z.all"]``: an average; ``run["z.all", "z.all"]``: an element of the covariance; over all (sizes and) times."""
        names = (element,) if isinstance(element, str) else element
        if len(names) > 2 or any(name not in self.observables for name in names):
            raise KeyError(f"{element!r}: give one or two of {', '.join(self.observables)}")
        indices = tuple(self.observables.index(name) for name in names)
        return self.mean[..., indices[0]] if len(indices) == 1 else self.covariance[(..., *indices)]


@dataclass(frozen=True)
class Exact(_Moments):
    """Exact means and covariances at finite N. With a list of sizes, arrays have the size as their first index."""

    model: str
    n: Any
    """The ladder value, or an array of them."""
    spins: np.ndarray
    """``[block]``: the number of spins."""
    observables: tuple[str, ...]
    times: np.ndarray
    mean: np.ndarray
    """``[time, observable]``: Pauli averages per block."""
    covariance: np.ndarray
    """``[time, observable, observable]``: the symmetrised covariance of the fluctuations ``sqrt(N) (m - <m>)``."""
    mean_error: np.ndarray
    """``[time]``: a bound of the error of every mean."""
    covariance_error: np.ndarray
    """``[time]``: a bound of the error of every element of the covariance."""
    two_time: np.ndarray | None
    """``[time, a, b]``, complex: ``<F_a(t) F_b(0)>``; ``None`` where it was not asked for."""
    method: str | list[str]
    documents: tuple[dict[str, Any], ...] = field(repr=False)
    """The program's JSON, one document per size."""

    @classmethod
    def _of(cls, text: str, several: bool) -> Exact:
        document = json.loads(text)
        runs = document.get("runs", [document])

        def over(read: Any) -> Any:
            return [read(run) for run in runs] if several else read(runs[0])

        return cls(
            model=runs[0]["model"], n=_numpy().array(over(lambda run: run["n"])) if several else runs[0]["n"],
            spins=_numpy().array(over(lambda run: run["spins"])), observables=tuple(runs[0]["observables"]), times=_array(runs[0]["times"]),
            mean=_array(over(lambda run: run["mean"])), covariance=_array(over(lambda run: run["covariance"])),
            mean_error=_array(over(lambda run: [check["meanError"] for check in run["checks"]])),
            covariance_error=_array(over(lambda run: [check["covarianceError"] for check in run["checks"]])),
            two_time=_complex(over(lambda run: run["twoTime"])) if "twoTime" in runs[0] else None,
            method=over(lambda run: run["method"]), documents=tuple(runs))


@dataclass(frozen=True)
class Theory(_Moments):
    """What the theory predicts as N goes to infinity."""

    model: str
    observables: tuple[str, ...]
    times: np.ndarray
    mean: np.ndarray
    """``[time, observable]``: the mean field."""
    covariance: np.ndarray
    """``[time, observable, observable]``: the covariance of the fluctuations."""
    stationary_covariance: np.ndarray | None
    mean_correction: np.ndarray | None
    """``[time, observable]``: the coefficient of 1/n, with ``order=1``."""
    covariance_correction: np.ndarray | None
    two_time: np.ndarray | None
    document: dict[str, Any] = field(repr=False)
    """The program's JSON."""

    @classmethod
    def _of(cls, text: str) -> Theory:
        document = json.loads(text)

        def optional(key: str) -> Any:
            return None if document.get(key) is None else _array(document[key])

        return cls(
            model=document["model"], observables=tuple(document["observables"]), times=_array(document["times"]),
            mean=_array(document["mean"]), covariance=_array(document["covariance"]),
            stationary_covariance=optional("stationaryCovariance"), mean_correction=optional("meanCorrection"),
            covariance_correction=optional("covarianceCorrection"),
            two_time=_complex(document["twoTime"]) if "twoTime" in document else None, document=document)


@dataclass(frozen=True)
class Finding:
    """The verdict on one prediction of one study."""

    study: str
    prediction: str
    verdict: str
    """``confirmed``, ``refuted`` or ``inconclusive``."""
    expected: str
    reason: str
    elements: Sequence[Mapping[str, Any]] = field(repr=False)
    """Element by element and time by time: ``observable``, ``time``, ``ladder``, ``limit``, ``predicted``, ``verdict`` ..."""

    def element(self, observable: str, time: float) -> Mapping[str, Any]:
        """What was found of an element (``z.all``, or ``z.all,z.all``) at a time of the study."""
        for found in self.elements:
            if found["observable"] == observable and found["time"] == time:
                return found
        names = sorted({found["observable"] for found in self.elements})
        raise KeyError(f"{observable} at {time}: elements are {', '.join(names)}, at the times of the study")


@dataclass(frozen=True)
class Verification:
    """The verdicts of studies. A notebook shows the report itself."""

    outcome: str
    """``as expected``, ``otherwise`` or ``inconclusive``."""
    findings: tuple[Finding, ...]
    text: str = field(repr=False)
    """The tables of the terminal."""
    html: str = field(repr=False)
    """The report, one page without links to anything else."""
    document: dict[str, Any] = field(repr=False)
    """The program's JSON."""

    @classmethod
    def _of(cls, folder: Path) -> Verification:
        document = json.loads((folder / "verify.json").read_text(encoding="utf-8"))
        findings = tuple(
            Finding(study["study"], each["prediction"], each["verdict"], each["expected"], each["reason"], each["elements"])
            for study in document["studies"] for each in study["predictions"])
        page = (folder / "verify.html").read_text(encoding="utf-8")
        return cls(document["outcome"], findings, (folder / "verify.txt").read_text(encoding="utf-8"), page, document)

    @property
    def verdicts(self) -> dict[str, str]:
        """The verdict of each prediction; of several studies under ``study: prediction``."""
        several = len({finding.study for finding in self.findings}) > 1
        return {f"{each.study}: {each.prediction}" if several else each.prediction: each.verdict for each in self.findings}

    def check(self) -> Verification:
        """This result, for tests: raises ``AssertionError`` where something came out otherwise than expected, and its subclass
        :class:`Inconclusive` where something stayed open."""
        if self.outcome == "as expected":
            return self
        wrong = [f"{each.prediction}: {each.verdict}. {each.reason}" for each in self.findings if each.verdict != each.expected]
        raise (Inconclusive if self.outcome == "inconclusive" else AssertionError)("\n".join(wrong))

    def save(self, path: str | Path) -> None:
        """Writes the report to an HTML file."""
        Path(path).write_text(self.html, encoding="utf-8")

    def _repr_html_(self) -> str:
        # In a frame of its own: the page has its own styles.
        return f'<iframe srcdoc="{html.escape(self.html)}" style="width: 100%; height: 40em; border: 0"></iframe>'

    def __str__(self) -> str:
        return self.text
