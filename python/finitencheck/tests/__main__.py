"""``python -m finitencheck.tests``."""

import unittest

unittest.main(module="finitencheck.tests")
