"""The tests of the package: ``python -m unittest finitencheck.tests``. Reference numbers are closed forms, or QuTiP's."""

from __future__ import annotations

import importlib.util
import math
import tempfile
import unittest
from pathlib import Path

import finitencheck as fn

HAS_NUMPY = importlib.util.find_spec("numpy") is not None
HAS_QUTIP = HAS_NUMPY and importlib.util.find_spec("qutip") is not None
HAS_MATPLOTLIB = HAS_NUMPY and importlib.util.find_spec("matplotlib") is not None
TOLERANCE = 1e-10    # the program's own error bound is far below; a wrong term is far above


def jump(operator, rate, argument=(0, 0, 0)):
    return {"block": "all", "operator": operator, "rate": rate, "argument": {"all": list(argument)}}


def decay():
    """Spins that decay from up, each on its own: z = 2 exp(-t) - 1, Sigma_zz = 1 - z^2, at every N."""
    return fn.Model(
        name="decay", blocks=[{"name": "all", "share": 1}], jumps=[jump("lower", {"polynomial": [1]})],
        initial={"all": [0, 0, 1]})


def z(time, rate=1.0):
    return 2 * math.exp(-rate * time) - 1


class WithoutNumPy(unittest.TestCase):
    def test_the_program_says_its_version(self):
        self.assertRegex(fn.version(), r"^\d+\.\d+\.\d+")

    def test_keys_become_a_model_file(self):
        model = fn.Model(name="two words", blocks=[{"name": "all", "share": 1}], collective_jumps=[], initial={"all": (0, 0.5, 1j)})
        self.assertEqual(
            model.text,
            '"name": "two words"\n"blocks": [{ "name": "all", "share": 1 }]\ncollective-jumps: []\n"initial": { "all": [0, 0.5, [0.0, 1.0]] }\n')

    def test_numbers_that_a_file_cannot_hold_are_refused(self):
        with self.assertRaisesRegex(ValueError, "not finite"):
            _ = fn.Model(name="a", blocks=[{"name": "all", "share": math.nan}]).text
        with self.assertRaisesRegex(TypeError, "allowed are mappings"):
            _ = fn.Model(name="a", blocks=object()).text
        with self.assertRaisesRegex(ValueError, "empty"):
            fn.Model()
        with self.assertRaisesRegex(ValueError, "give one of the two"):
            fn.Model("model.yaml", name="a")


@unittest.skipUnless(HAS_NUMPY, "no numpy")
class Runs(unittest.TestCase):
    def test_one_size_is_the_closed_form(self):
        run = fn.exact(decay(), n=5, times=[0.5, 1])
        self.assertEqual((run.n, run.mean.shape, run.covariance.shape), (5, (2, 3), (2, 3, 3)))
        for index, time in enumerate(run.times):
            self.assertAlmostEqual(run["z.all"][index], z(time), delta=TOLERANCE)
            self.assertAlmostEqual(run["z.all", "z.all"][index], 1 - z(time) ** 2, delta=TOLERANCE)
        self.assertTrue((run.covariance_error < TOLERANCE).all())

    def test_several_sizes_have_an_index_of_their_own(self):
        run = fn.exact(decay(), n=[3, 6], times=[0.5, 1, 2], observables=["z.all"])
        self.assertEqual((run.n.tolist(), run.spins.tolist(), run.mean.shape), ([3, 6], [[3], [6]], (2, 3, 1)))
        self.assertEqual(run["z.all", "z.all"].shape, (2, 3))
        self.assertAlmostEqual(run["z.all"][1, 2], z(2), delta=TOLERANCE)
        self.assertEqual(fn.exact(decay(), n=[3], times=0.5).mean.shape, (1, 1, 3))
        with self.assertRaisesRegex(KeyError, "z.all"):
            run["x.all"]

    def test_two_times_are_complex(self):
        run = fn.exact(decay(), n=2, times=[0.5], two_time=True)
        self.assertEqual((run.two_time.shape, run.two_time.dtype.kind), ((1, 3, 3), "c"))

    def test_parameters_can_be_set(self):
        model = fn.Model(
            name="decay", parameters={"gamma": 1}, blocks=[{"name": "all", "share": 1}],
            jumps=[jump("lower", {"polynomial": ["sqrt(gamma)"]})], initial={"all": [0, 0, 1]})
        self.assertAlmostEqual(fn.exact(model.set(gamma=2), n=3, times=1)["z.all"][0], z(1, 2), delta=TOLERANCE)
        self.assertAlmostEqual(fn.exact(model.set({"parameters.gamma": 3}), n=3, times=1)["z.all"][0], z(1, 3), delta=TOLERANCE)
        self.assertAlmostEqual(fn.exact(model, n=3, times=1)["z.all"][0], z(1), delta=TOLERANCE)

    def test_the_limit_is_the_closed_form(self):
        limit = fn.theory(decay(), times=[0.5, 1], order=1)
        self.assertAlmostEqual(limit["z.all"][1], z(1), delta=1e-8)
        self.assertLess(abs(limit.mean_correction).max(), 1e-8)

    def test_a_file_is_read_where_it_lies(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model.yaml"
            path.write_text(decay().text)
            self.assertAlmostEqual(fn.exact(path, n=3, times=1)["z.all"][0], z(1), delta=TOLERANCE)

    def test_bad_input_is_one_line(self):
        with self.assertRaisesRegex(fn.InputError, "model.yaml:2: blocks.*share"):
            fn.exact(fn.Model(name="a", blocks=[{"name": "all"}], jumps=[], initial={"all": [0, 0, 1]}), n=3, times=1)
        with self.assertRaisesRegex(fn.InputError, "--n is '0'"):
            fn.exact(decay(), n=0, times=1)
        with self.assertRaisesRegex(fn.InputError, "--n is"):
            fn.exact(decay(), n=2.5, times=1)
        with self.assertRaisesRegex(fn.InputError, "does not exist"):
            fn.exact("no-such-file.yaml", n=3, times=1)
        with self.assertRaisesRegex(fn.InputError, "names no parameter"):
            fn.exact(decay().set(omega=1), n=3, times=1)
        with self.assertRaisesRegex(ValueError, "n is missing"):
            fn.exact(decay(), times=1)
        with self.assertRaisesRegex(ValueError, "times are missing"):
            fn.exact(decay(), n=3)


@unittest.skipUnless(HAS_NUMPY, "no numpy")
class Verdicts(unittest.TestCase):
    LADDER = [4, 6, 8, 10, 12]

    def test_the_standard_study_of_a_model(self):
        run = fn.verify(decay(), n=self.LADDER, times=[0.5, 1])
        self.assertEqual(run.verdicts, {"mean-field": "confirmed", "covariance-full": "confirmed"})
        self.assertEqual((run.outcome, run.check()), ("as expected", run))
        self.assertAlmostEqual(run.findings[0].element("z.all", 1)["limit"], z(1), delta=1e-8)
        self.assertIn("<html", run.html)
        self.assertIn("confirmed", run.html)
        self.assertTrue(run._repr_html_().startswith("<iframe srcdoc="))
        self.assertNotIn('"', run._repr_html_()[len('<iframe srcdoc="'):-len('" style="width: 100%; height: 40em; border: 0"></iframe>')])
        self.assertIn("mean-field", str(run))

    def test_a_function_that_is_right_and_one_that_is_wrong(self):
        seen = []

        def right(request):
            seen.append(request)
            return {"z.all": [z(time) for time in request.times], "z.all,z.all": [1 - z(time) ** 2 for time in request.times]}

        run = fn.verify(
            decay(), n=self.LADDER, times=[0.5, 1],
            predictions=[
                fn.Prediction("right", right),
                fn.Prediction("wrong", lambda request: {"z.all": [z(time) + 1e-3 for time in request.times]}, expect="refuted"),
                fn.Prediction("half", lambda request: ({"z.all": [None, z(1)]}, {"z.all": [0, 1e-9]})),
            ])
        self.assertEqual(run.verdicts, {"right": "confirmed", "wrong": "refuted", "half": "confirmed"})
        self.assertEqual((seen[0].times.tolist(), "z.all" in seen[0].quantities), ([0.5, 1.0], True))

    def test_the_exception_of_a_function_reaches_the_caller(self):
        def broken(request):
            raise ZeroDivisionError("at the critical point")

        with self.assertRaisesRegex(ZeroDivisionError, "critical point"):
            fn.verify(decay(), n=self.LADDER, times=[1], predictions=[fn.Prediction("broken", broken)])
        with self.assertRaisesRegex(TypeError, "returned a list"):
            fn.verify(decay(), n=self.LADDER, times=[1], predictions=[fn.Prediction("list", lambda request: [])])

    def test_what_comes_out_otherwise_fails_a_check(self):
        run = fn.verify(decay(), n=self.LADDER, times=[1], predictions=[fn.Prediction("wrong", lambda request: {"z.all": [0.5]})])
        with self.assertRaisesRegex(AssertionError, "wrong: refuted"):
            run.check()

    def test_a_study_file_keeps_its_ladder(self):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "model.yaml").write_text(decay().text)
            study = Path(folder) / "study.yaml"
            study.write_text("name: s\nmodel: model.yaml\nladder: [4, 6, 8, 10]\ntimes: [1]\npredictions: [{ prediction: mean-field, expect: confirmed }]\n")
            self.assertEqual(fn.verify(study).verdicts, {"mean-field": "confirmed"})
            with self.assertRaisesRegex(fn.InputError, "a ladder and times of its own"):
                fn.verify(study, n=self.LADDER, times=[1])


@unittest.skipUnless(HAS_QUTIP, "no qutip")
class Piqs(unittest.TestCase):
    """PIQS holds the coefficients of its Liouvillian in 32 bits: the two agree to 1e-7 at this size and these times."""

    SPINS = 6
    TIMES = [0.25, 0.5]
    AGREEMENT = 1e-7

    def system(self, **rates):
        from qutip.piqs import Dicke, jspin

        jx, jy, jz = jspin(self.SPINS)
        hamiltonian = 0.7 * jx - 0.3 * jy + 0.2 * jz + 0.15 * jz * jz - 0.05 * (jx * jy + jy * jx)
        return Dicke(self.SPINS, hamiltonian=hamiltonian, **rates)

    def difference(self, model, system):
        """Between the model's moments and those of PIQS, from all spins up."""
        import numpy as np
        from qutip.piqs import dicke, jspin
        from scipy.sparse.linalg import expm_multiply

        run = fn.exact(model, times=self.TIMES)
        sums = [2 * spin.full() for spin in jspin(self.SPINS)]
        start = dicke(self.SPINS, self.SPINS / 2, self.SPINS / 2).full()
        largest = 0.0
        for index, time in enumerate(self.TIMES):
            state = expm_multiply(system.liouvillian().data * time, start.ravel(order="F")).reshape(start.shape, order="F")
            mean = np.array([np.trace(s @ state).real for s in sums]) / self.SPINS
            second = np.array([[np.trace((s @ t + t @ s) @ state).real / 2 for t in sums] for s in sums]) / self.SPINS
            covariance = second - self.SPINS * np.outer(mean, mean)
            largest = max(largest, abs(run.mean[index] - mean).max(), abs(run.covariance[index] - covariance).max())
        return largest

    def test_local_rates(self):
        system = self.system(emission=0.8, pumping=0.3, dephasing=0.5)
        self.assertLess(self.difference(fn.Model.from_piqs(system), system), self.AGREEMENT)

    def test_another_rate_is_seen(self):
        system = self.system(emission=0.8, pumping=0.3, dephasing=0.5)
        other = self.system(emission=0.8, pumping=0.3, dephasing=0.501)
        self.assertGreater(self.difference(fn.Model.from_piqs(other), system), 100 * self.AGREEMENT)

    def test_a_hamiltonian_of_a_third_degree_is_refused(self):
        from qutip.piqs import Dicke, jspin

        jx = jspin(4)[0]
        with self.assertRaisesRegex(ValueError, "degree two"):
            fn.Model.from_piqs(Dicke(4, hamiltonian=jx * jx * jx, emission=1))

    def test_no_hamiltonian(self):
        from qutip.piqs import Dicke

        run = fn.exact(fn.Model.from_piqs(Dicke(5, emission=1)), times=[1])
        self.assertEqual((run.n, run.spins.tolist()), (5, [5]))
        self.assertAlmostEqual(run["z.all"][0], z(1), delta=TOLERANCE)


@unittest.skipUnless(HAS_MATPLOTLIB, "no matplotlib")
class Pictures(unittest.TestCase):
    def test_a_curve_for_each_size(self):
        import matplotlib

        matplotlib.use("Agg")
        axes = fn.plot(fn.exact(decay(), n=[3, 4], times=[0, 1]), "z.all", ("z.all", "z.all"))
        self.assertEqual(
            [line.get_label() for line in axes.lines],
            ["z.all, n = 3", "z.all, n = 4", "cov(z.all, z.all), n = 3", "cov(z.all, z.all), n = 4"])
