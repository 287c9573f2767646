"""Witness: stationary moments at zero transverse field from the Gibbs weights, in exact integers and 60-digit decimals.

pi ~ prod_h binom(N_s, k_h) exp(N_s/2 sum_hk c_hk m_h m_k), c = beta w: detailed balance of rates ~ exp(+-c m), with the jumping spin's own
term or without it. Blocks whose rows of c agree up to a sign are one group of spins; groups without a coupling are independent.
"""

import itertools
from decimal import Decimal, getcontext
from fractions import Fraction

import numpy as np

import witness_files
import witness_model

getcontext().prec = 60
EXACT_SPINS = 2000          # up to here binomials are big integers, beyond that products of 60-digit ratios
MAX_STATES = 300_000        # of coupled groups, which are summed one state at a time
RESOLUTION = 1e-15


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def couplings(model):
    """The exact c_hk, after checking that the model is one with detailed balance."""
    count = len(model.names)
    table = [[Fraction(0)] * count for _ in range(count)]
    if model.fields.any() or any(c.first_axis != 2 or c.second_axis != 2 for c in model.couplings):
        raise witness_files.OutOfReach("the Hamiltonian moves populations")
    if len(set(model.shares)) > 1:
        raise witness_files.OutOfReach("blocks of different sizes")
    for h in range(count):
        jumps = [jump for jump in model.jumps if jump.block == h]
        operators = [jump.operator.real.tolist() for jump in jumps]
        if sorted(operators) != sorted([witness_model.OPERATORS["raise"], witness_model.OPERATORS["lower"]]):
            raise witness_files.OutOfReach("jumps other than one raise and one lower per block")
        exponents = {jump.operator[0, 1].real != 0: Fraction(jump.rate.numbers[-1]) for jump in jumps if jump.rate.kind != "polynomial"}
        balanced = all(jump.rate.kind == "exponential" or not jump.own_site for jump in jumps)
        alike = len({tuple(jump.rate.numbers[:-1]) for jump in jumps}) == 1 and np.array_equal(jumps[0].argument, jumps[1].argument)
        if len(exponents) < 2 or exponents[True] != -exponents[False] or not balanced or not alike or jumps[0].argument[:, :2].any():
            raise witness_files.OutOfReach("rates without detailed balance")
        table[h] = [2 * exponents[True] * Fraction(r) for r in jumps[0].argument[:, 2]]
    if any(table[h][k] != table[k][h] for h in range(count) for k in range(count)):
        raise witness_files.OutOfReach("couplings that are not symmetric")
    return table


def groups(c):
    """[(members, signs)] with c_hk = s_h s_k times one number between any two groups."""
    found = []
    for h, row in enumerate(c):
        for members in found:
            first = c[members[0][0]]
            sign = next((s for s in (1, -1) if any(first) and row == [s * x for x in first]), None)
            if sign is not None:
                members.append((h, sign))
                break
        else:
            found.append([(h, 1)])
    return found


def single(spins, strength):
    """<M^2> of `spins` spins with weights binom(n, k) exp(strength M^2 / 2), M = 2k - n, over one half of the symmetric range."""
    if spins <= EXACT_SPINS:
        exact, recursion = _single_integers(spins, strength), _single_recursion(spins, strength)
        if abs(exact - recursion) > abs(exact) * Decimal("1e-40"):
            raise ArithmeticError(f"two summations differ: {exact} and {recursion}")
        return exact
    return _single_recursion(spins, strength)


def _single_integers(spins, strength):
    total = second = Decimal(0)
    binomial = 1
    for k in range(spins + 1):
        squared = (2 * k - spins) ** 2
        weight = Decimal(binomial) * (decimal(strength) * squared / 2).exp()
        total, second = total + weight, second + weight * squared
        binomial = binomial * (spins - k) // (k + 1)
    return second / total


def _single_recursion(spins, strength):
    """From the middle outwards: weight(k+1)/weight(k) = (n-k)/(k+1) exp(strength (2M + 2)), the exponential itself a product."""
    k = (spins + 1) // 2
    m = 2 * k - spins
    weight, total, second = Decimal(1), Decimal(0), Decimal(0)
    factor, growth = (decimal(strength) * (2 * m + 2)).exp(), (decimal(strength) * 4).exp()
    while k <= spins:
        twice = weight if m == 0 else 2 * weight
        total, second = total + twice, second + twice * (m * m)
        weight = weight * (spins - k) / (k + 1) * factor
        factor *= growth
        k, m = k + 1, m + 2
    return second / total


def coupled(sizes, strengths):
    """<M_g M_g'> of several groups, state by state, with exact binomials."""
    binomials = []
    for size in sizes:
        row = [1]
        for k in range(size):
            row.append(row[-1] * (size - k) // (k + 1))
        binomials.append(row)
    kinds = [[decimal(s) for s in row] for row in strengths]
    count, exponentials = len(sizes), {}
    total, sums = Decimal(0), [[Decimal(0)] * count for _ in range(count)]
    for state in itertools.product(*(range(size + 1) for size in sizes)):
        m = [2 * k - size for k, size in zip(state, sizes)]
        exponent = sum(kinds[g][f] * (m[g] * m[f]) for g in range(count) for f in range(count)) / 2
        if exponent not in exponentials:
            exponentials[exponent] = exponent.exp()
        weight = exponentials[exponent]
        for g, k in enumerate(state):
            weight *= binomials[g][k]
        total += weight
        for g in range(count):
            for f in range(g, count):
                sums[g][f] += weight * (m[g] * m[f])
    return [[sums[min(g, f)][max(g, f)] / total for f in range(count)] for g in range(count)]


def group_moments(c, found, block_spins):
    """<M_g M_g'> of all groups; zero between independent ones."""
    sizes = [len(members) * block_spins for members in found]
    strength = lambda g, f: c[found[g][0][0]][found[f][0][0]] / block_spins
    moments = [[Decimal(0)] * len(found) for _ in found]
    left = set(range(len(found)))
    while left:
        part, edge = set(), {left.pop()}
        while edge:
            part |= edge
            edge = {f for f in left for g in edge if strength(g, f)}
            left -= edge
        part = sorted(part)
        if len(part) == 1:
            table = [[single(sizes[part[0]], strength(part[0], part[0]))]]
        elif np.prod([float(sizes[g] + 1) for g in part]) <= MAX_STATES:
            table = coupled([sizes[g] for g in part], [[strength(g, f) for f in part] for g in part])
        else:
            raise witness_files.OutOfReach(f"more than {MAX_STATES} states of coupled groups")
        for i, g in enumerate(part):
            for j, f in enumerate(part):
                moments[g][f] = table[i][j]
    return sizes, moments


def stationary(model, n, c):
    """Mean and covariance. The weights are even in all spins at once and diagonal: means vanish, x and y are those of free spins."""
    block_spins = witness_model.spins(model, n)[0]
    found = groups(c)
    sizes, moments = group_moments(c, found, block_spins)
    size = 3 * len(model.names)
    covariance = np.eye(size)
    for g, members in enumerate(found):
        for f, others in enumerate(found):
            pairs = sizes[g] * (sizes[g] - 1) if g == f else sizes[g] * sizes[f]
            pair = (moments[g][f] - (sizes[g] if g == f else 0)) / pairs if pairs else Decimal(0)   # <s_i s_j>, i != j
            for (h, sign), (k, other) in itertools.product(members, others):
                value = (1 if h == k else 0) + sign * other * pair * (block_spins - (1 if h == k else 0))
                covariance[3 * h + 2, 3 * k + 2] = float(value)
    return np.zeros(size), covariance


def evaluate(reference, options):
    c = couplings(reference.model)
    if options.perturb and options.perturb.split(":")[0] == "temperature":
        c = [[x * (1 - Fraction(options.perturb.partition(":")[2] or "1e-6")) for x in row] for row in c]
    answers, largest = [], 0
    for row in reference.rows:
        spins = sum(witness_model.spins(reference.model, row["n"]))
        if spins > (options.max_spins or 2_500_000):
            continue
        try:
            answers.append((row, *stationary(reference.model, row["n"], c)))
        except witness_files.OutOfReach:
            continue
        largest = max(largest, spins)
    return answers, RESOLUTION, f"Gibbs weights in 60 digits, N up to {largest}."


if __name__ == "__main__":
    witness_files.main("gibbs", __doc__, evaluate, ["gibbs"])
