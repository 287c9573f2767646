"""QuTiP's PIQS (Shammah et al. 2018) as models: H + sum of local rates, and of collective ones."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Sequence

if TYPE_CHECKING:
    import qutip.piqs

_AXES = "xyz"
_RESIDUAL = 1e-9      # of the largest coefficient: a term of a third degree is no rounding


def keys(system: qutip.piqs.Dicke, initial: Sequence[float], name: str) -> dict[str, Any]:
    """The keys of a model file with one block, ``all``."""
    spins = int(system.N)
    hamiltonian = _hamiltonian(system, spins)
    # PIQS dephases with sigma_z/2. A jump is operator * Gamma, a rate Gamma squared.
    local = [("lower", system.emission), ("raise", system.pumping), ("z", system.dephasing / 4)]
    jumps = [_jump({"block": "all", "operator": operator}, rate) for operator, rate in local if rate]
    # A collective jump is n^(-1/2) sum op Gamma, and J_z half the sum of sigma_z.
    whole = [("lower", system.collective_emission), ("raise", system.collective_pumping), ("z", system.collective_dephasing / 4)]
    collective = [_jump({"operator": {"all": operator}}, rate * spins) for operator, rate in whole if rate]
    model: dict[str, Any] = {"name": name, "blocks": [{"name": "all", "share": 1}], "hamiltonian": hamiltonian, "jumps": jumps}
    if collective:
        model["collective-jumps"] = collective
    model["initial"] = {"all": [float(component) for component in initial]}
    return model


def _jump(what: dict[str, Any], rate: float) -> dict[str, Any]:
    if rate < 0:
        raise ValueError(f"A rate of the PIQS object is {rate}: rates are not negative.")
    return {**what, "rate": {"polynomial": [math.sqrt(rate)]}, "argument": {"all": [0, 0, 0]}}


def _hamiltonian(system: qutip.piqs.Dicke, spins: int) -> dict[str, Any]:
    """Fields and couplings, by a fit to S_a and {S_a, S_b}/2 that must leave nothing over."""
    if system.hamiltonian is None:
        return {"couplings": []}
    import numpy as np
    from qutip.piqs import jspin

    sums = [2 * spin.full() for spin in jspin(spins)]
    pairs = [(a, b) for a in range(3) for b in range(a, 3)]
    terms = [*sums, *((sums[a] @ sums[b] + sums[b] @ sums[a]) / 2 for a, b in pairs), np.eye(len(sums[0]))]
    target = system.hamiltonian.full()
    matrix = np.array([np.concatenate([term.real.ravel(), term.imag.ravel()]) for term in terms]).T
    values = np.concatenate([target.real.ravel(), target.imag.ravel()])
    found = np.linalg.lstsq(matrix, values, rcond=None)[0]
    left = float(np.abs(matrix @ found - values).max())
    if left > _RESIDUAL * max(1.0, float(np.abs(values).max())):
        raise ValueError(
            f"The Hamiltonian of the PIQS object leaves {left:.3g} over after fields and pair couplings: "
            "allowed are polynomials of degree two in the collective spins, in the Dicke basis.")
    # The program divides strengths by n.
    couplings = [
        {"between": ["all", "all"], "axes": [_AXES[a], _AXES[b]], "strength": float(value) * spins}
        for (a, b), value in zip(pairs, found[3:9]) if abs(value) > _RESIDUAL * np.abs(found).max()
    ]
    return {"fields": {"all": [float(value) for value in found[:3]]}, "couplings": couplings}
