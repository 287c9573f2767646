"""Witness: the master equation in all 2^N dimensions, site by site, without symmetry; numpy only.

d rho/dt = -i [H, rho] + sum_J (J rho J+ - 1/2 {J+J, rho}),  J = j^(i) Gamma(Delta),  by the Taylor series of exp(t L).
"""

import numpy as np

import witness_files
import witness_model

PAULI = np.array([[[0, 1], [1, 0]], [[0, -1j], [1j, 0]], [[1, 0], [0, -1]]])
# Rounding of the Taylor steps; witness-selftest compares two step sizes.
RESOLUTION = 1e-12
DEFAULT_MAX_SPINS = 6


def at_site(matrix, site, total):
    """The 2^N matrix of a one-spin matrix at one site."""
    return np.kron(np.kron(np.eye(2**site), matrix), np.eye(2 ** (total - site - 1)))


class BruteForce:
    def __init__(self, model, n, initial):
        counts = witness_model.spins(model, n)
        self.counts, self.total = counts, sum(counts)
        ends = np.cumsum(counts)
        self.sites = [range(end - count, end) for end, count in zip(ends, counts)]
        self.collective = [[sum(at_site(pauli, i, self.total) for i in sites) for pauli in PAULI] for sites in self.sites]
        self.jumps = [self._jump(model, jump) for jump in model.jumps]
        drift = -1j * self._hamiltonian(model, n) - 0.5 * self._loss()
        self.bound = 2 * np.linalg.norm(drift, 2) + np.linalg.norm(drift + drift.conj().T, 2)
        self.drift = self._by_flips(drift)
        self.rho = np.ones((1, 1), dtype=complex)
        for count, vector in zip(counts, initial):
            for _ in range(count):
                self.rho = np.kron(self.rho, (np.eye(2) + np.tensordot(vector, PAULI, 1)) / 2)

    def _hamiltonian(self, model, n):
        h = np.zeros((2**self.total,) * 2, dtype=complex)
        for block, field in enumerate(model.fields):
            h += sum(field[a] * self.collective[block][a] for a in range(3))
        for c in model.couplings:
            s, t = self.collective[c.first][c.first_axis], self.collective[c.second][c.second_axis]
            h += c.strength / n * 0.5 * (s @ t + t @ s)
        return h

    def _jump(self, model, jump):
        """(operator, [(site, Gamma)]): Gamma a diagonal (vector) or a matrix; one object for all sites where they share it."""
        average = lambda k, a: self.collective[k][a] / self.counts[k]
        r = jump.argument
        delta = sum((r[k, a] * average(k, a) for k in range(len(r)) for a in range(3) if r[k, a]), np.zeros((2**self.total,) * 2))
        sites = self.sites[jump.block]
        if not r[:, :2].any():
            diagonal = np.diag(delta).real
            own = [0 if jump.own_site else r[jump.block, 2] / self.counts[jump.block] * np.diag(at_site(PAULI[2], i, self.total)).real for i in sites]
            return jump.operator, [(i, witness_model.gamma(jump.rate, diagonal - mine)) for i, mine in zip(sites, own)]
        values, vectors = np.linalg.eigh(delta)
        matrix = (vectors * witness_model.gamma(jump.rate, values)) @ vectors.conj().T
        return jump.operator, [(i, matrix) for i in sites]

    def _loss(self):
        """sum_J J+ J."""
        loss = np.zeros((2**self.total,) * 2, dtype=complex)
        for operator, sites in self.jumps:
            for site, gamma in sites:
                j = at_site(operator, site, self.total)
                j = j * gamma if gamma.ndim == 1 else j @ gamma
                loss += j.conj().T @ j
        return loss

    def _by_flips(self, matrix):
        """The matrix as [(rows that each row reads, coefficient)], one entry per set of flipped spins; the matrix itself if that is dense."""
        rows = np.arange(len(matrix))
        parts = [(rows ^ flip, matrix[rows, rows ^ flip]) for flip in rows]
        parts = [part for part in parts if np.any(part[1])]
        return parts if len(parts) < len(matrix) / 4 else matrix

    def generator(self, rho):
        """Half of it and the adjoint of that half: an anti-Hermitian rounding error would grow."""
        if isinstance(self.drift, list):
            half = sum(coefficient[:, None] * rho[source] for source, coefficient in self.drift)
        else:
            half = self.drift @ rho
        for operator, sites in self.jumps:
            previous = inner = None
            for site, gamma in sites:
                if previous is None or not np.array_equal(gamma, previous):
                    inner = gamma[:, None] * rho * gamma if gamma.ndim == 1 else gamma @ rho @ gamma
                    previous = gamma
                self._add_at_site(half, operator, inner, site)
        return half + half.conj().T

    def _add_at_site(self, half, operator, inner, site):
        """half += 1/2 j^(site) inner j^(site)+."""
        shape = (2**site, 2, 2 ** (self.total - site - 1)) * 2
        target, source = half.reshape(shape), inner.reshape(shape)
        for a, c in np.argwhere(operator):
            for b, d in np.argwhere(operator):
                target[:, a, :, :, b, :] += 0.5 * operator[a, c] * operator[b, d].conj() * source[:, c, :, :, d, :]

    def advance(self, time, step_bound=5.0):
        """Taylor series of exp(h L) in steps of h |L| <= step_bound, until a term no longer counts."""
        steps = max(1, int(np.ceil(time * self.bound / step_bound)))
        for _ in range(steps):
            term, power = self.rho, 0
            result = self.rho.copy()
            while np.abs(term).max() > 1e-19 or power < 2:
                power += 1
                term = self.generator(term) * (time / steps / power)
                result += term
            self.rho = result

    def moments(self):
        """Block averages and 1/2 <{F, F}>, ordered x, y, z of the first block, then the next."""
        operators = [s for block in self.collective for s in block]
        size = np.repeat(self.counts, 3)
        applied = [s @ self.rho for s in operators]
        mean = np.array([np.trace(x).real for x in applied])
        second = np.array([[np.sum(s.T * x).real for x in applied] for s in operators])
        return mean / size, (second - np.outer(mean, mean)) / np.sqrt(np.outer(size, size))


def evaluate(reference, options):
    answers = []
    limit = options.max_spins or DEFAULT_MAX_SPINS
    for n in sorted({row["n"] for row in reference.rows}):
        if sum(witness_model.spins(reference.model, n)) > limit:
            continue
        state, now = BruteForce(reference.model, n, reference.initial), 0.0
        for row in sorted((row for row in reference.rows if row["n"] == n), key=lambda row: row["time"]):
            state.advance(row["time"] - now)
            now = row["time"]
            answers.append((row, *state.moments()))
    return answers, RESOLUTION, f"2^N master equation, N up to {limit}."


if __name__ == "__main__":
    witness_files.main("brute-force", __doc__, evaluate, ["exact"])
