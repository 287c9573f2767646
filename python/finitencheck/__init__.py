"""FiniteNCheck: permutation-symmetric open spin systems, solved exactly for growing N, and verdicts on asymptotic claims.

>>> import finitencheck as fn
>>> model = fn.Model(
...     name="decay", blocks=[{"name": "all", "share": 1}],
...     jumps=[{"block": "all", "operator": "lower", "rate": {"polynomial": [1]}, "argument": {"all": [0, 0, 0]}}],
...     initial={"all": [0, 0, 1]})
>>> run = fn.exact(model, n=[10, 20], times=[0.5, 1])
>>> run["z.all"].shape
(2, 2)

Everything is computed by the program ``finitencheck``, which comes with the package: the numbers are those of the command line.
"""

from __future__ import annotations

from ._errors import FiniteNCheckError, InputError, Inconclusive
from ._model import Model
from ._plots import plot
from ._prediction import Prediction, Request
from ._program import program, version
from ._results import Exact, Finding, Theory, Verification
from ._run import exact, theory, verify

__all__ = [
    "Exact", "Finding", "FiniteNCheckError", "Inconclusive", "InputError", "Model", "Prediction", "Request", "Theory", "Verification",
    "exact", "plot", "program", "theory", "verify", "version",
]
