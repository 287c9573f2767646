"""Pictures, where matplotlib is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from ._results import Exact, Theory

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot(result: Exact | Theory, *elements: Union[str, "tuple[str, str]"], axes: Axes | None = None, **style: Any) -> Axes:
    """Draws elements against time: ``plot(run, "z.all", ("z.all", "z.all"))``. Exact runs have a curve for each size.

    :param elements: averages by name, elements of the covariance by pairs of names; all averages unless given.
    :param axes: where to draw; new axes unless given.
    :param style: passed on to ``Axes.plot``.
    :returns: the axes.
    """
    try:
        import matplotlib.pyplot as plt
    except ImportError as error:
        raise ImportError("Plots need matplotlib: pip install matplotlib.") from error
    target = plt.subplots()[1] if axes is None else axes
    for element in elements or result.observables:
        values = result[element]
        name = element if isinstance(element, str) else f"cov({element[0]}, {element[1]})"
        curves = [(values, "")] if values.ndim == 1 else [(curve, f", n = {n}") for curve, n in zip(values, result.n)]    # type: ignore[union-attr]
        for curve, size in curves:
            target.plot(result.times, curve, **{"label": f"{name}{size}", **style})
    target.set_xlabel("t")
    target.legend()
    return target
