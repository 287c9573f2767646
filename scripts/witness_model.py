"""Model files as plain data for the witnesses (docs/model-file.md): definitions only, no derived coefficient."""

import itertools
from collections import namedtuple

import numpy as np
import yaml

Model = namedtuple("Model", "names shares fields couplings jumps")
Coupling = namedtuple("Coupling", "first first_axis second second_axis strength")
Jump = namedtuple("Jump", "block operator rate argument own_site")
Rate = namedtuple("Rate", "kind numbers")

OPERATORS = {"raise": [[0, 1], [0, 0]], "lower": [[0, 0], [1, 0]], "z": [[1, 0], [0, -1]]}


def gamma(rate, x):
    """The rate function at x, real or complex, scalar or array."""
    if rate.kind == "exponential":
        amplitude, exponent = rate.numbers
        return amplitude * np.exp(exponent * x)
    if rate.kind == "normalised":
        (exponent,) = rate.numbers
        return np.exp(exponent * x) / np.sqrt(2 * np.cosh(2 * exponent * x))
    return sum(c * x**power for power, c in enumerate(rate.numbers)) + 0 * x


def is_constant(rate):
    """True where the rate function is one number."""
    return rate.kind == "polynomial" and not any(rate.numbers[1:])


def load(path):
    with open(path, encoding="utf-8") as stream:
        tree = yaml.safe_load(stream)
    return _hopfield(tree["hopfield"]) if "hopfield" in tree else _explicit(tree)


def spins(model, n):
    """Spins per block at ladder value n."""
    counts = [share * n for share in model.shares]
    if any(abs(c - round(c)) > 1e-9 or round(c) < 1 for c in counts):
        raise ValueError(f"n = {n} gives blocks of {counts} spins")
    return [round(c) for c in counts]


def perturbed(model, initial, what, size):
    """The model with one number moved by `size`: what a witness must notice."""
    if what == "rate":
        first = model.jumps[0]
        return model._replace(jumps=[first._replace(operator=first.operator * (1 + size))] + model.jumps[1:]), initial
    if what == "operator":
        moved = model.jumps[0].operator.copy()
        row, column = np.argwhere(moved != 0)[0]
        moved[row, column] += size
        return model._replace(jumps=[model.jumps[0]._replace(operator=moved)] + model.jumps[1:]), initial
    if what == "argument":
        index = next(i for i, jump in enumerate(model.jumps) if not is_constant(jump.rate))
        jump = model.jumps[index]
        jumps = list(model.jumps)
        jumps[index] = jump._replace(argument=jump.argument * (1 + size))
        return model._replace(jumps=jumps), initial
    if what == "field":
        fields = model.fields.copy()
        fields[0, 0] += size
        return model._replace(fields=fields), initial
    if what == "coupling":
        return model._replace(couplings=model.couplings + [Coupling(0, 0, 0, 2, size)]), initial
    if what == "initial":
        return model, initial * (1 - size)
    raise ValueError(f"perturb: found '{what}'; allowed: rate, operator, argument, field, coupling, initial")


def _explicit(tree):
    names = [block["name"] for block in tree["blocks"]]
    index = {name: i for i, name in enumerate(names)}
    hamiltonian = tree.get("hamiltonian") or {}
    couplings = [
        Coupling(index[c["between"][0]], "xyz".index(c["axes"][0]), index[c["between"][1]], "xyz".index(c["axes"][1]), float(c["strength"]))
        for c in hamiltonian.get("couplings") or []
    ]
    jumps = [
        Jump(index[j["block"]], _operator(j["operator"]), _rate(j["rate"]), _vectors(j.get("argument"), index), j.get("own-site", True))
        for j in tree["jumps"]
    ]
    shares = [float(block["share"]) for block in tree["blocks"]]
    return Model(names, shares, _vectors(hamiltonian.get("fields"), index), couplings, jumps)


def _vectors(tree, index):
    table = np.zeros((len(index), 3))
    for name, vector in (tree or {}).items():
        table[index[name]] = [float(v) for v in vector]
    return table


def _operator(entry):
    if isinstance(entry, str):
        return np.array(OPERATORS[entry], dtype=complex)
    return np.array([[complex(*element) for element in row] for row in entry])


def _rate(entry):
    ((kind, body),) = entry.items()
    if kind == "polynomial":
        return Rate(kind, [float(c) for c in body])
    keys = ["amplitude", "exponent"] if kind == "exponential" else ["exponent"]
    return Rate(kind, [float(body[key]) for key in keys])


def _hopfield(tree):
    patterns = tree["patterns"]
    if isinstance(patterns, int):
        columns = list(itertools.product([1, -1], repeat=patterns))
    else:
        columns = list(zip(*patterns))
    count = len(columns)
    names = ["-".join("plus" if sign > 0 else "minus" for sign in column) for column in columns]
    if len(set(names)) < count or len(columns[0]) > 8:
        names = [f"block-{h + 1}" for h in range(count)]
    w = np.array([[sum(a * b for a, b in zip(h, k)) / count for k in columns] for h in columns])
    half_beta = 0.5 / float(tree["temperature"])
    normalised = tree.get("rates", "exponential") == "normalised"
    own_site = tree.get("self-energy", True)
    jumps = []
    for h in range(count):
        argument = np.zeros((count, 3))
        argument[:, 2] = w[h]
        for operator, exponent in (("raise", half_beta), ("lower", -half_beta)):
            rate = Rate("normalised", [exponent]) if normalised else Rate("exponential", [2**-0.5, exponent])
            jumps.append(Jump(h, _operator(operator), rate, argument, own_site))
    g = float(tree.get("coupling", 0))
    couplings = [Coupling(h, 2, k, 2, g / (2 * count) * w[h, k]) for h in range(count) for k in range(count)] if g else []
    fields = np.zeros((count, 3))
    fields[:, 0] = float(tree.get("transverse-field", 0))
    return Model(names, [1.0] * count, fields, couplings, jumps)
