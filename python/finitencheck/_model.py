"""Models: files, or their keys as Python values."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Mapping, Sequence

from . import _text

if TYPE_CHECKING:
    import qutip.piqs


class Model:
    """A model, from a file or from the keys of a model file (docs/model-file.md).

    :param source: the path of a model file, or a mapping with its keys; left out where the keys are given by name.
    :param keys: the keys of a model file, ``name``, ``blocks``, ``hamiltonian``, ``jumps``, ``hopfield``, ``initial``, ``parameters`` ...,
        with an underscore for a hyphen. Operators may be words or 2x2 arrays, numbers complex.

    Nothing is checked before a run: the program then says what is wrong, where and what is allowed.
    """

    def __init__(self, source: str | os.PathLike[str] | Mapping[str, Any] | None = None, /, **keys: Any) -> None:
        self._path: Path | None = None
        self._keys: dict[str, Any] = {}
        self._settings: dict[str, float] = {}
        self.n: int | None = None
        """The ladder value of a model that belongs to one size, as that of PIQS does; else ``None``."""
        if source is None or isinstance(source, Mapping):
            self._keys = {**(source or {}), **keys}
            if not self._keys:
                raise ValueError("The model is empty: give the path of a model file, a mapping, or keys such as name=..., blocks=[...].")
        elif keys:
            raise ValueError(f"The file '{os.fspath(source)}' and the keys {', '.join(keys)} are given: give one of the two.")
        else:
            self._path = Path(os.fspath(source))

    def set(self, settings: Mapping[str, float] | None = None, /, **parameters: float) -> Model:
        """The model with other numbers: names under ``parameters``, or paths such as ``{"hopfield.temperature": 0.5}``."""
        other = Model.__new__(Model)
        other.__dict__.update(self.__dict__, _settings={**self._settings, **(settings or {}), **parameters})
        return other

    @classmethod
    def from_piqs(cls, system: qutip.piqs.Dicke, initial: Sequence[float] = (0, 0, 1), name: str = "piqs") -> Model:
        """The model of a QuTiP PIQS ``Dicke`` object, with ``n = N``.

        :param system: its Hamiltonian may be any polynomial of degree two in the collective spins. Collective rates are those of
            ``D[J_-]``, ``D[J_z]`` and ``D[J_+]``.
        :param initial: the Bloch vector of every spin: the object itself has no state.
        :raises ValueError: the Hamiltonian is of a higher degree.
        """
        from . import _piqs

        model = cls(_piqs.keys(system, initial, name))
        model.n = int(system.N)
        return model

    @property
    def text(self) -> str:
        """The model file."""
        return self._path.read_text(encoding="utf-8") if self._path else _text.document(self._keys)

    def _file(self, folder: Path) -> Path:
        """The path of the model file; one is written to a folder where there is none."""
        if self._path:
            return self._path
        path = folder / "model.yaml"
        path.write_text(self.text, encoding="utf-8")
        return path

    def _arguments(self) -> list[str]:
        return [word for path, number in self._settings.items() for word in ("--set", f"{path}={float(number)!r}")]

    def __repr__(self) -> str:
        name = f"'{self._path}'" if self._path else repr(self._keys.get("name"))
        changed = "".join(f", {path}={number}" for path, number in self._settings.items())
        return f"Model({name}{changed})"


def of(model: Model | str | os.PathLike[str] | Mapping[str, Any]) -> Model:
    """The model, or that of a path or a mapping."""
    return model if isinstance(model, Model) else Model(model)
