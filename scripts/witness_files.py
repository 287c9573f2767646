"""Reference sets as the witnesses read them, the comparison, and the command line that all witnesses share."""

import argparse
import hashlib
import json
import math
import os
import sys
from collections import namedtuple

import numpy as np

import witness_model

Column = namedtuple("Column", "name unit absolute relative")
AGREES, DISAGREES, UNREACHABLE = 0, 1, 3


class OutOfReach(Exception):
    """This witness has nothing to say about the set."""


class ReferenceSet:
    """One `*.verified.csv`: header, rows, model."""

    def __init__(self, path):
        with open(path, encoding="utf-8", newline="") as stream:
            lines = stream.read().split("\n")
        self.header, self.columns, body = {}, [], 0
        while lines[body].startswith("# "):
            key, _, value = (part.strip() for part in lines[body][2:].partition(":"))
            if key == "column":
                words = value.split(" ")
                numbers = dict(zip(words[1::2], words[2::2]))
                self.columns.append(Column(words[0], numbers["unit"], float(numbers["absolute"]), float(numbers["relative"])))
            else:
                self.header[key] = value
            body += 1
        text = "\n".join(lines[body:])
        hashes = {hashlib.sha256(t.encode()).hexdigest() for t in (text, text.rstrip("\n"))}
        if self.header["sha256"] not in hashes:
            raise ValueError(f"{path}: the rows do not have the stated sha256")
        names = lines[body].split(",")
        if names != [column.name for column in self.columns]:
            raise ValueError(f"{path}:{body + 1}: the header row differs from the columns listed")
        self.name, self.kind = self.header["set"], self.header["kind"]
        self.rows = [dict(zip(names, map(float, line.split(",")))) for line in lines[body + 1 :] if line]
        self.model = witness_model.load(self._model_path(path))
        self.initial = None
        if self.kind != "gibbs":
            self.initial = np.array([[float(v) for v in triple.split(",")] for triple in self.header["initial"].split(";")])

    def _model_path(self, path):
        file, _, digest = self.header["model"].split(" ")
        found = os.path.join(os.path.dirname(os.path.abspath(path)), file)
        with open(found, "rb") as stream:
            if hashlib.sha256(stream.read()).hexdigest() != digest:
                raise ValueError(f"{path}: {file} does not have the stated sha256")
        return found

    def observables(self):
        """(column, kind, index pair) of every mean and covariance column; an index is 3 block + axis."""
        index = {f"{axis}.{name}": 3 * h + a for h, name in enumerate(self.model.names) for a, axis in enumerate("xyz")}
        found = []
        for column in self.columns:
            kind, _, rest = column.name.partition(".")
            parts = rest.split(".")
            if kind == "mean":
                found.append((column, kind, (index[rest],)))
            elif kind == "cov":
                found.append((column, kind, (index[".".join(parts[:2])], index[".".join(parts[2:])])))
        return found


def compare(reference, answers, resolution):
    """`answers` is a list of (row, mean, covariance); returns the worst of each kind.

    A difference is held against the set's allowance, or what the witness resolves where that is more."""
    worst = {}
    for row, mean, covariance in answers:
        for column, kind, where in reference.observables():
            value = mean[where[0]] if kind == "mean" else covariance[where]
            stored = row[column.name]
            difference = abs(float(value) - stored)
            allowance = column.absolute + column.relative * abs(stored)
            allowed = max(allowance, resolution[kind] * max(1, abs(stored)))
            ratio = difference / allowed if math.isfinite(difference) else math.inf
            if kind not in worst or ratio > worst[kind]["ratio"]:
                place = " ".join(f"{key}={row[key]:g}" for key in ("n", "time") if key in row)
                worst[kind] = dict(ratio=ratio, difference=difference, allowance=allowance, allowed=allowed, where=f"{column.name} {place}".strip())
    return worst


def main(witness, description, evaluate, kinds):
    """`evaluate(reference, options)` returns (answers, resolution: a number or one per kind, note) or raises OutOfReach."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("sets", nargs="+", metavar="SET.verified.csv")
    parser.add_argument("--perturb", metavar="WHAT[:SIZE]", help="move one number of the witness's own model (size 1e-6): it must then disagree")
    parser.add_argument("--max-spins", type=int, default=None, help="leave out rows of more spins")
    parser.add_argument("--json", action="store_true", help="one JSON document per line")
    options = parser.parse_args()
    statuses = [_one(witness, path, evaluate, kinds, options) for path in options.sets]
    sys.exit(DISAGREES if DISAGREES in statuses else AGREES if AGREES in statuses else UNREACHABLE)


def _one(witness, path, evaluate, kinds, options):
    reference = ReferenceSet(path)
    result = dict(set=reference.name, witness=witness, rows=len(reference.rows), reached=0)
    try:
        if reference.kind not in kinds:
            raise OutOfReach(f"kind {reference.kind}")
        if options.perturb and options.perturb.split(":")[0] != "temperature":
            what, _, size = options.perturb.partition(":")
            reference.model, reference.initial = witness_model.perturbed(reference.model, reference.initial, what, float(size or "1e-6"))
        answers, resolution, note = evaluate(reference, options)
        if not answers:
            raise OutOfReach("no row is small enough")
        if not isinstance(resolution, dict):
            resolution = dict(mean=resolution, cov=resolution)
        worst = compare(reference, answers, resolution)
        agrees = all(kind["ratio"] <= 1 for kind in worst.values())
        result.update(verdict="agrees" if agrees else "DISAGREES", reached=len(answers), resolution=resolution, note=note, worst=worst)
    except OutOfReach as reason:
        result.update(verdict="out of reach", note=str(reason))
    print(json.dumps(result) if options.json else _text(result), flush=True)
    return {"agrees": AGREES, "DISAGREES": DISAGREES}.get(result["verdict"], UNREACHABLE)


def _text(result):
    lines = [f"{result['set']}  {result['witness']}  {result['verdict']}: {result['reached']} of {result['rows']} rows. {result['note']}"]
    for kind, worst in result.get("worst", {}).items():
        lines.append(
            f"  {kind:4}  largest difference {worst['difference']:.2e}, allowance {worst['allowance']:.1e}, "
            f"the witness resolves {result['resolution'][kind]:.1e}  ({worst['where']})"
        )
    return "\n".join(lines)
