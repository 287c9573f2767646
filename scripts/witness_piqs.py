"""Witness: QuTiP's PIQS, the permutation-symmetric solver of other authors (Shammah et al. 2018), for constant rates.

One block; raise, lower and z jumps at constant rates; any fields and couplings. PIQS holds the coefficients of its Liouvillian in 32 bits, which
limits it to about 1e-7 per mean; how much that is here is measured by running it in several units of time.
"""

import numpy as np
from qutip import Qobj
from qutip.piqs import Dicke, jspin, state_degeneracy
from scipy.sparse.linalg import expm_multiply

import witness_files
import witness_model

SCALES = (1.0, 0.7, 1.3, 3.1)     # units of time, each with its own rounding to 32 bits
DEFAULT_MAX_SPINS = 20


def constant_rates(model):
    """The rates of PIQS (emission, pumping, dephasing) from J = j Gamma; PIQS dephases with J_z = sigma_z/2, hence the 4."""
    if len(model.names) > 1:
        raise witness_files.OutOfReach("more than one block")
    rates = dict(emission=0.0, pumping=0.0, dephasing=0.0)
    keys = {(0, 1): "pumping", (1, 0): "emission"}
    for jump in model.jumps:
        if not witness_model.is_constant(jump.rate):
            raise witness_files.OutOfReach("rates that are not constant")
        j, size = jump.operator, witness_model.gamma(jump.rate, 0.0) ** 2
        entries = [tuple(entry) for entry in np.argwhere(j)]
        if len(entries) == 1 and entries[0] in keys:
            rates[keys[entries[0]]] += size * abs(j[entries[0]]) ** 2
        elif entries == [(0, 0), (1, 1)] and j[0, 0] == -j[1, 1]:
            rates["dephasing"] += 4 * size * abs(j[0, 0]) ** 2
        else:
            raise witness_files.OutOfReach("a jump other than raise, lower or z")
    return rates


def product_state(spins, vector, collective):
    """The product state in PIQS's basis: in block J the eigenvalues p_+^(N/2+M) p_-^(N/2-M) along the Bloch vector, times the degeneracy."""
    length = np.linalg.norm(vector)
    axis = vector / length if length > 0 else np.array([0, 0, 1.0])
    along = sum(a * s for a, s in zip(axis, collective)) / 2
    rho, start = np.zeros(along.shape, dtype=complex), 0
    j = spins / 2
    while j >= 0:
        part = slice(start, start + int(2 * j + 1))
        m, vectors = np.linalg.eigh(along[part, part])
        weights = ((1 + length) / 2) ** (spins / 2 + m.round(1)) * ((1 - length) / 2) ** (spins / 2 - m.round(1))
        rho[part, part] = (vectors * weights) @ vectors.conj().T * float(state_degeneracy(spins, j))
        start, j = part.stop, j - 1
    return rho


def moments(rho, collective, spins):
    mean = np.array([np.trace(s @ rho).real for s in collective])
    second = np.array([[np.trace(s @ t @ rho).real for t in collective] for s in collective])
    return mean / spins, (second - np.outer(mean, mean)) / spins


def evolve(model, initial, n, spins, rates, times, scale):
    """Moments at the times, with all rates multiplied and all times divided by `scale`: the same numbers but for the 32-bit rounding."""
    collective = [2 * s.full() for s in jspin(spins)]
    h = sum(f * s for f, s in zip(model.fields[0], collective))
    for c in model.couplings:
        s, t = collective[c.first_axis], collective[c.second_axis]
        h = h + c.strength / n * 0.5 * (s @ t + t @ s)
    scaled = {name: rate * scale for name, rate in rates.items()}
    liouvillian = Dicke(spins, hamiltonian=Qobj(h * scale), **scaled).liouvillian().data
    rho, now, found = product_state(spins, initial[0], collective), 0.0, []
    for time in times:
        if time > now:
            rho = expm_multiply(liouvillian * ((time - now) / scale), rho.ravel(order="F")).reshape(rho.shape, order="F")
            now = time
        found.append(moments(rho, collective, spins))
    return found


def evaluate(reference, options):
    model, rates = reference.model, constant_rates(reference.model)
    limit, answers, spread = options.max_spins or DEFAULT_MAX_SPINS, [], dict(mean=0.0, cov=0.0)
    for n in sorted({row["n"] for row in reference.rows}):
        (spins,) = witness_model.spins(model, n)
        if spins > limit:
            continue
        rows = sorted((row for row in reference.rows if row["n"] == n), key=lambda row: row["time"])
        times = [row["time"] for row in rows]
        runs = [evolve(model, reference.initial, n, spins, rates, times, scale) for scale in SCALES]
        answers += [(row, *found) for row, found in zip(rows, runs[0])]
        for other in runs[1:]:
            for (mean, cov), (mean2, cov2) in zip(runs[0], other):
                spread = dict(mean=max(spread["mean"], np.abs(mean - mean2).max()), cov=max(spread["cov"], np.abs(cov - cov2).max()))
    # The true value lies about as far outside the spread of a few roundings as that spread is wide.
    resolution = {kind: float(2 * value) for kind, value in spread.items()}
    return answers, resolution, f"QuTiP PIQS, N up to {limit}; 32-bit coefficients: resolution from {len(SCALES)} roundings."


if __name__ == "__main__":
    witness_files.main("piqs", __doc__, evaluate, ["exact"])
