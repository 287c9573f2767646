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


def gamma_and_slope(rate, x):
    value = witness_model.gamma(rate, x + 1j * STEP)
    return value.real, value.imag / STEP


class Limit:
    def __init__(self, model, drift):
        self.model, self.count, self.full = model, len(model.names), drift == "full"
        self.ratio = np.sqrt(np.outer(model.shares, 1 / np.array(model.shares)))   # sqrt(N_h/N_k)

    def states(self, m):
        return [(np.eye(2) + np.tensordot(vector, PAULI, 1)) / 2 for vector in m]

    def classical_rates(self, m):
        return [witness_model.gamma(j.rate, np.sum(j.argument * m)) ** 2 for j in self.model.jumps]

    def flow(self, m, rates):
        """dm/dt at given classical rates."""
        model = self.model
        fields = [np.tensordot(field, PAULI, 1) for field in model.fields]
        for c in model.couplings:
            fields[c.first] = fields[c.first] + c.strength * model.shares[c.second] * m[c.second][c.second_axis] * PAULI[c.first_axis]
            fields[c.second] = fields[c.second] + c.strength * model.shares[c.first] * m[c.first][c.first_axis] * PAULI[c.second_axis]
        rho = self.states(m)
        change = [-1j * (h @ r - r @ h) for h, r in zip(fields, rho)]
        for jump, rate in zip(model.jumps, rates):
            j, r = jump.operator, rho[jump.block]
            jj = j.conj().T @ j
            change[jump.block] = change[jump.block] + rate * (j @ r @ j.conj().T - 0.5 * (jj @ r + r @ jj))
        return np.array([[np.trace(pauli @ x).real for pauli in PAULI] for x in change])

    def response(self, m):
        """At held rates the flow is quadratic in m, so that a central difference of any width is its derivative."""
        held = self.classical_rates(m)
        unit = np.eye(3 * self.count).reshape(-1, self.count, 3)
        q = np.array([(self.flow(m + e, held) - self.flow(m - e, held)).ravel() / 2 for e in unit]).T
        if self.full:
            still = self.flow(m, [0.0] * len(held))
            for jump, one in zip(self.model.jumps, np.eye(len(held))):
                value, slope = gamma_and_slope(jump.rate, np.sum(jump.argument * m))
                q += np.outer(self.flow(m, one) - still, 2 * value * slope * jump.argument)
        return q * np.repeat(np.repeat(self.ratio, 3, 0), 3, 1)

    def noise(self, m):
        rho = self.states(m)
        d = np.zeros((3 * self.count,) * 2)
        for jump in self.model.jumps:
            q, j = jump.block, jump.operator
            value, slope = gamma_and_slope(jump.rate, np.sum(jump.argument * m))
            commutators = []
            for h in range(self.count):
                delta = np.tensordot(jump.argument[h], PAULI, 1)
                for pauli in PAULI:
                    through_rate = np.trace(rho[h] @ (delta @ pauli - pauli @ delta)) * self.ratio[q, h]
                    own = (j @ pauli - pauli @ j) * value if h == q else 0
                    commutators.append(own + slope * through_rate * j)
            d += np.array([[np.trace(rho[q] @ a.conj().T @ b).real for b in commutators] for a in commutators])
        return d

    def solve(self, initial, times, tolerance):
        size = 3 * self.count

        def derivative(_, y):
            m, cov = y[:size].reshape(-1, 3), y[size:].reshape(size, size)
            q = self.response(m)
            moved = q @ cov + cov @ q.T + self.noise(m)
            return np.concatenate([self.flow(m, self.classical_rates(m)).ravel(), moved.ravel()])

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
    coarse = limit.solve(reference.initial, times, 1e-12)
    error = max(max(np.abs(a - b).max() for a, b in zip(f, c)) for f, c in zip(fine, coarse))
    answers = [(row, *moments) for row, moments in zip(reference.rows, fine)]
    return answers, max(error, 1e-13), f"one-site density matrices, drift {reference.header['drift']}, two integration tolerances."


if __name__ == "__main__":
    witness_files.main("limit", __doc__, evaluate, ["limit"])
