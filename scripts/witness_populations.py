"""Witness: the classical master equation of up spins per block, for models without a transverse part; numpy only.

Without x and y in the Hamiltonian, the arguments, the jumps and the start the state stays diagonal: p(k_1..k_B) obeys a birth-death equation.
Solved by uniformisation, p(t) = sum_s Poisson(s; Lambda t) P^s p(0): all terms positive, nothing cancels.
"""

import math

import numpy as np

import witness_files
import witness_model

RESOLUTION = 1e-12          # rounding of up to 1e5 positive steps; witness-selftest compares it with the 2^N witness
MAX_STATES = 250_000
MAX_WORK = 3e9              # states times steps


def check(model, initial):
    transverse = model.fields[:, :2].any() or initial[:, :2].any() or any(jump.argument[:, :2].any() for jump in model.jumps)
    transverse = transverse or any(c.first_axis != 2 or c.second_axis != 2 for c in model.couplings)
    if transverse or any(np.count_nonzero(jump.operator) > 1 and not is_diagonal(jump) for jump in model.jumps):
        raise witness_files.OutOfReach("coherences")


def is_diagonal(jump):
    """Such a jump leaves a diagonal state as it is."""
    return not (jump.operator[0, 1] or jump.operator[1, 0])


class Populations:
    def __init__(self, model, n, initial):
        self.counts = witness_model.spins(model, n)
        shape = [count + 1 for count in self.counts]
        ups = np.meshgrid(*map(np.arange, shape), indexing="ij")
        self.m = [(2 * k - count) / count for k, count in zip(ups, self.counts)]
        self.moves, exit_rate = [], np.zeros(shape)
        for jump in (jump for jump in model.jumps if not is_diagonal(jump)):
            up = ups[jump.block]
            for step, entry, present in ((1, jump.operator[0, 1], self.counts[jump.block] - up), (-1, jump.operator[1, 0], up)):
                delta = sum(r * m for r, m in zip(jump.argument[:, 2], self.m))
                if not jump.own_site:
                    delta = delta + step * jump.argument[jump.block, 2] / self.counts[jump.block]     # before the flip the spin is -step
                rate = abs(entry) ** 2 * witness_model.gamma(jump.rate, delta) ** 2 * present
                if rate.any():
                    self.moves.append((jump.block, step, rate))
                    exit_rate += rate
        self.top = float(exit_rate.max()) or 1.0
        self.stay = 1 - exit_rate / self.top
        self.p = np.ones([1] * len(shape))
        for h, count in enumerate(self.counts):
            up, row = (1 + initial[h, 2]) / 2, np.ones(1)
            for _ in range(count):
                row = np.convolve(row, [1 - up, up])
            self.p = self.p * row.reshape([-1 if axis == h else 1 for axis in range(len(shape))])

    def step(self, p):
        out = self.stay * p
        for axis, direction, rate in self.moves:
            flow = np.moveaxis(p * rate / self.top, axis, 0)
            target = np.moveaxis(out, axis, 0)
            if direction > 0:
                target[1:] += flow[:-1]
            else:
                target[:-1] += flow[1:]
        return out

    def advance(self, time):
        chunks = max(1, math.ceil(self.top * time / 200))
        mean = self.top * time / chunks
        for _ in range(chunks):
            weight, term, result, s = math.exp(-mean), self.p, 0 * self.p, 0
            while s < mean or weight > 1e-20:
                result = result + weight * term
                s += 1
                weight *= mean / s
                term = self.step(term)
            self.p = result

    def moments(self):
        """z from the populations; x and y are those of spins without coherence: mean 0, variance 1."""
        blocks = len(self.counts)
        mean, covariance = np.zeros(3 * blocks), np.eye(3 * blocks)
        z = [float(np.sum(self.p * m)) for m in self.m]
        for h in range(blocks):
            mean[3 * h + 2] = z[h]
            for k in range(blocks):
                second = float(np.sum(self.p * (self.m[h] - z[h]) * (self.m[k] - z[k])))
                covariance[3 * h + 2, 3 * k + 2] = second * math.sqrt(self.counts[h] * self.counts[k])
        return mean, covariance


def evaluate(reference, options):
    check(reference.model, reference.initial)
    answers, largest = [], 0
    for n in sorted({row["n"] for row in reference.rows}):
        counts = witness_model.spins(reference.model, n)
        if math.prod(c + 1 for c in counts) > MAX_STATES or sum(counts) > (options.max_spins or 10**6):
            continue
        rows = sorted((row for row in reference.rows if row["n"] == n), key=lambda row: row["time"])
        state, now = Populations(reference.model, n, reference.initial), 0.0
        if state.top * rows[-1]["time"] * state.p.size > MAX_WORK:
            continue
        for row in rows:
            state.advance(row["time"] - now)
            now = row["time"]
            answers.append((row, *state.moments()))
        largest = max(largest, sum(counts))
    return answers, RESOLUTION, f"birth-death master equation, N up to {largest}."


if __name__ == "__main__":
    witness_files.main("populations", __doc__, evaluate, ["exact"])
