"""Witness: the limit of infinite N, from one-site density matrices alone; numpy and scipy.

Mean field: d rho_h/dt = -i [H_h, rho_h] + sum_l Gamma(Delta)^2 (j rho j+ - 1/2 {j+j, rho}), Delta and H_h at the averages themselves.
Covariance: dSigma/dt = Q Sigma + Sigma Q^T + D. Q: derivative of that flow, with the rates moving along (drift `full`) or held
(`printed`). D: sum_J Re <[J, F_a]+ [J, F_b]> with [J, F] to leading order, every commutator a product of 2x2 matrices.
"""

import numpy as np
from scipy.integrate import solve_ivp

import witness_files
import witness_model

PAULI = np.array([[[0, 1], [1, 0]], [[0, -1j], [1j, 0]], [[1, 0], [0, -1]]])
STEP = 1e-30


def bloch(matrices):
    return np.trace(PAULI @ matrices[..., None, :, :], axis1=-2, axis2=-1).real


class Limit:
    """Arrays: block h, jump j, Bloch component a, site matrix (2, 2); in front of them `...`, any number of points m at once."""

    def __init__(self, model, drift):
        self.model, self.count, self.full = model, len(model.names), drift == "full"
        self.ratio = np.sqrt(np.outer(model.shares, 1 / np.array(model.shares)))   # sqrt(N_h/N_k)
        self.block = np.array([jump.block for jump in model.jumps])
        self.operator = np.array([jump.operator for jump in model.jumps])
        self.adjoint = self.operator.conj().swapaxes(-1, -2)
        self.argument = np.array([jump.argument for jump in model.jumps])          # Delta of jump j = sum of argument[j, h, a] m[h, a]
        self.into = (self.block[:, None] == np.arange(self.count)).astype(float)   # jump j changes block h
        self.coupling = np.zeros((self.count, 3, self.count, 3))                   # field [h, a] by the average [k, b]
        for c in model.couplings:
            self.coupling[c.first, c.first_axis, c.second, c.second_axis] += c.strength * model.shares[c.second]
            self.coupling[c.second, c.second_axis, c.first, c.first_axis] += c.strength * model.shares[c.first]
        delta = np.tensordot(self.argument, PAULI, 1)[:, :, None]
        self.moved_delta = delta @ PAULI - PAULI @ delta                           # [Delta at site of block h, sigma_a]
        operator = self.operator[:, None]
        own = operator @ PAULI - PAULI @ operator                                  # [J, sigma_a] at the jump's own site
        self.own = self.into[:, :, None, None, None] * own[:, None]

    def states(self, m):
        return (np.eye(2) + np.tensordot(m, PAULI, 1)) / 2

    def gammas(self, m):
        """Gamma and its slope, of every jump; the slope by a complex step."""
        points = np.sum(self.argument * m, (1, 2)) + 1j * STEP
        found = np.array([witness_model.gamma(jump.rate, x) for jump, x in zip(self.model.jumps, points)])
        return found.real, found.imag / STEP

    def dissipators(self, rho):
        """What every jump would change at rate 1, as a Bloch vector of its own block."""
        r = rho[..., self.block, :, :]
        jj = self.adjoint @ self.operator
        return bloch(self.operator @ r @ self.adjoint - 0.5 * (jj @ r + r @ jj))

    def flow(self, m, rates):
        """dm/dt at given classical rates."""
        rho = self.states(m)
        h = np.tensordot(self.model.fields + np.tensordot(m, self.coupling, ((-2, -1), (2, 3))), PAULI, 1)
        return bloch(-1j * (h @ rho - rho @ h)) + (self.into * rates[:, None]).T @ self.dissipators(rho)

    def response(self, m, value, slope):
        """At held rates the flow is quadratic in m, so that a central difference of any width is its derivative."""
        size = 3 * self.count
        unit = np.eye(size).reshape(size, self.count, 3)
        q = ((self.flow(m + unit, value**2) - self.flow(m - unit, value**2)) / 2).reshape(size, size).T
        if self.full:
            one = self.into[:, :, None] * self.dissipators(self.states(m))[:, None]
            q = q + one.reshape(-1, size).T @ ((2 * value * slope)[:, None] * self.argument.reshape(-1, size))
        return q * np.repeat(np.repeat(self.ratio, 3, 0), 3, 1)

    def noise(self, m, value, slope):
        rho = self.states(m)
        through_rate = np.trace(rho[:, None] @ self.moved_delta, axis1=-2, axis2=-1) * self.ratio[self.block][:, :, None]
        moved = self.own * value[:, None, None, None, None]
        moved = moved + (slope[:, None, None] * through_rate)[..., None, None] * self.operator[:, None, None]
        seen = (moved @ rho[self.block][:, None, None]).reshape(len(moved), 3 * self.count, 4)
        return np.sum(moved.reshape(seen.shape).conj() @ seen.swapaxes(-1, -2), 0).real

    def solve(self, initial, times, tolerance):
        size = 3 * self.count

        def derivative(_, y):
            m, cov = y[:size].reshape(-1, 3), y[size:].reshape(size, size)
            value, slope = self.gammas(m)
            q = self.response(m, value, slope)
            moved = q @ cov + cov @ q.T + self.noise(m, value, slope)
            return np.concatenate([self.flow(m, value**2).ravel(), moved.ravel()])

        start = np.zeros((size, size))
        for h, v in enumerate(initial):
            start[3 * h : 3 * h + 3, 3 * h : 3 * h + 3] = np.eye(3) - np.outer(v, v)
        y = np.concatenate([initial.ravel(), start.ravel()])
        found, now = [], 0.0
        for time in times:
            if time > now:
                y = solve_ivp(derivative, (now, time), y, "DOP853", rtol=tolerance, atol=tolerance).y[:, -1]
                now = time
            found.append(y)
        return [(y[:size], y[size:].reshape(size, size)) for y in found]


def evaluate(reference, _options):
    limit = Limit(reference.model, reference.header["drift"])
    times = [row["time"] for row in reference.rows]
    fine = limit.solve(reference.initial, times, 3e-14)
    coarse = limit.solve(reference.initial, times, 3e-13)
    mean, cov = (max(1e-13, *(np.abs(f[kind] - c[kind]).max() for f, c in zip(fine, coarse))) for kind in (0, 1))
    answers = [(row, *moments) for row, moments in zip(reference.rows, fine)]
    return answers, dict(mean=mean, cov=cov), f"one-site density matrices, drift {reference.header['drift']}, two integration tolerances."


if __name__ == "__main__":
    witness_files.main("limit", __doc__, evaluate, ["limit"])
