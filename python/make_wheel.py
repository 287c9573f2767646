"""Writes a wheel of the package around a program: a zip file with a record of its contents. Standard library only.

python3 make_wheel.py PROGRAM RID VERSION DIR
"""

import base64
import hashlib
import re
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TIME = (1980, 1, 1, 0, 0, 0)    # no time stamps: the same contents give the same bytes
MACHINES = {"linux-x64": "x86_64", "linux-arm64": "aarch64", "osx-x64": "macosx_12_0_x86_64", "osx-arm64": "macosx_12_0_arm64", "win-x64": "win_amd64"}


def platform(rid: str, program: bytes) -> str:
    """The platform tag; on Linux with the newest version of the C library that the program asks for."""
    if not rid.startswith("linux"):
        return MACHINES[rid]
    versions = [int(minor) for minor in re.findall(rb"GLIBC_2\.(\d+)\0", program)]
    return f"manylinux_2_{max([17, *versions])}_{MACHINES[rid]}"


def main() -> int:
    source, rid, version, folder = sys.argv[1:]
    program = Path(source).read_bytes()
    tag = f"py3-none-{platform(rid, program)}"
    info = f"finitencheck-{version}.dist-info"
    files = {str(path.relative_to(HERE)): path.read_bytes() for path in sorted((HERE / "finitencheck").rglob("*")) if path.suffix in (".py", ".typed")}
    executable = f"finitencheck/bin/{Path(source).name}"
    files[executable] = program
    files[f"{info}/METADATA"] = (HERE / "METADATA").read_text(encoding="utf-8").replace("VERSION", version).encode()
    files[f"{info}/WHEEL"] = f"Wheel-Version: 1.0\nGenerator: scripts/wheel\nRoot-Is-Purelib: false\nTag: {tag}\n".encode()
    files[f"{info}/entry_points.txt"] = b"[console_scripts]\nfinitencheck = finitencheck._program:main\n"
    files[f"{info}/LICENSE"] = (HERE.parent / "LICENSE").read_bytes()
    record = f"{info}/RECORD"
    lines = [
        f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b'=').decode()},{len(content)}" for name, content in files.items()]
    files[record] = "".join(f"{line}\n" for line in [*lines, f"{record},,"]).encode()
    wheel = Path(folder) / f"finitencheck-{version}-{tag}.whl"
    unfinished = wheel.with_suffix(".tmp")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if name == executable else 0o100644) << 16
            archive.writestr(entry, content)
    unfinished.replace(wheel)
    print(wheel)
    return 0


if __name__ == "__main__":
    sys.exit(main())
