"""What goes wrong: input that is refused, and faults."""

from __future__ import annotations


class FiniteNCheckError(RuntimeError):
    """The program ended without a result. ``status`` is its exit status."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class InputError(FiniteNCheckError, ValueError):
    """The input was refused (exit status 2); the message says where, what was found, what is allowed and what to do."""


class Inconclusive(AssertionError):
    """Raised by :meth:`Verification.check` where nothing was refuted and something stayed open."""
