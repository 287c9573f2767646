"""Model and study files as text: YAML in flow style, written here so that no YAML library is needed."""

from __future__ import annotations

import json
import math
from typing import Any, Mapping

# Keys of a file that are no names in Python.
_HYPHENS = ("collective_jumps", "transverse_field", "self_energy")


def document(values: Mapping[str, Any]) -> str:
    """A file with one line per key."""
    return "".join(f"{_key(key)}: {value(content)}\n" for key, content in values.items())


def value(content: Any) -> str:
    """A value in flow style: mappings, sequences, arrays, texts, numbers; a complex number is ``[re, im]``."""
    if hasattr(content, "tolist"):
        content = content.tolist()
    if isinstance(content, Mapping):
        return "{ " + ", ".join(f"{_key(key)}: {value(item)}" for key, item in content.items()) + " }"
    if isinstance(content, str):
        # In quotes it is a word, a name or, where a number stands, a formula of parameters.
        return json.dumps(content, ensure_ascii=False)
    if isinstance(content, bool):
        return "true" if content else "false"
    if isinstance(content, complex):
        return value([content.real, content.imag])
    if isinstance(content, (int, float)):
        if not math.isfinite(content):
            raise ValueError(f"{content!r} is not finite: model and study files hold finite numbers.")
        return repr(content)
    try:
        return "[" + ", ".join(value(item) for item in content) + "]"
    except TypeError:
        raise TypeError(f"{content!r} is a {type(content).__name__}: allowed are mappings, sequences, arrays, texts and numbers.") from None


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"The key {key!r} is a {type(key).__name__}: keys are texts.")
    return key.replace("_", "-") if key in _HYPHENS else json.dumps(key, ensure_ascii=False)
