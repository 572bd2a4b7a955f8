"""What a file that we keep is made of: files and libraries, in one place, as one hash.

A PDF or a picture is kept under a name that follows from all that can change a byte of it. What is missing here comes
back later as an old sheet under a new date. Each library is asked itself what it is: a package may bring another one
along, and a system may renew one below us.
"""

from __future__ import annotations

import ctypes
import hashlib
import platform
import zlib
from collections.abc import Callable, Iterable
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import ModuleType
from typing import Any

NONE = "none"
"""What is said of a library that is not there, or cannot tell."""

DECLARED = """
    const char *pango_version_string(void);
    const char *hb_version_string(void);
    int FcGetVersion(void);
    extern const char *fribidi_version_info;
    extern unsigned int glib_major_version, glib_minor_version, glib_micro_version;
    int FT_Init_FreeType(void **library);
    void FT_Library_Version(void *library, int *major, int *minor, int *patch);
    int FT_Done_FreeType(void *library);
"""
"""How the libraries below WeasyPrint say what they are; each may have been loaded by another."""


@cache
def _below() -> Any:
    """The very libraries that WeasyPrint draws with, on any system."""
    from weasyprint.text import ffi  # noqa: PLC0415  (the check, and who only makes pictures, start without it)

    ffi.ffi.cdef(DECLARED, override=True)
    return ffi


def _said(library: str, name: str) -> str:
    """What a function, or a text, of a library below WeasyPrint says of it; the first line of it."""
    ffi = _below()
    try:
        found = getattr(getattr(ffi, library), name)
    except AttributeError:
        return NONE
    if not isinstance(found, int) and ffi.ffi.typeof(found).kind == "function":
        found = found()
    return str(found) if isinstance(found, int) else str(ffi.ffi.string(found).decode().partition("\n")[0])


def _glib() -> str:
    return ".".join(_said("pango", f"glib_{part}_version") for part in ("major", "minor", "micro"))


def _freetype() -> str:
    ffi = _below()
    library, numbers = ffi.ffi.new("void **"), ffi.ffi.new("int[3]")
    try:
        if ffi.pangoft2.FT_Init_FreeType(library):
            return NONE
        ffi.pangoft2.FT_Library_Version(library[0], numbers, numbers + 1, numbers + 2)
        ffi.pangoft2.FT_Done_FreeType(library[0])
    except AttributeError:
        return NONE
    return ".".join(map(str, numbers))


class _Found(ctypes.Structure):
    _fields_ = (
        ("file", ctypes.c_char_p),
        ("base", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("at", ctypes.c_void_p),
    )


def _subsetter() -> str:
    """HarfBuzz' subsetter: it comes with HarfBuzz and cannot say what it is, so its file is hashed where that is found."""
    ffi = _below()
    if ffi.harfbuzz_subset is None:
        return NONE
    found, place = _Found(), ffi.ffi.addressof(ffi.harfbuzz_subset, "hb_subset_or_fail")
    try:
        ctypes.CDLL(None).dladdr(ctypes.c_void_p(int(ffi.ffi.cast("uintptr_t", place))), ctypes.byref(found))
        return hashlib.sha256(Path(found.file.decode()).read_bytes()).hexdigest()
    except (AttributeError, OSError, TypeError):
        return _said("harfbuzz", "hb_version_string")


def _pillow(feature: str) -> str:
    """The version of a library that Pillow was built with."""
    from PIL import features  # noqa: PLC0415

    return str(features.version(feature) or NONE)


def _pdfium() -> str:
    from pypdfium2 import version as said  # noqa: PLC0415

    return str(said.PDFIUM_INFO)


def _qpdf() -> str:
    """What pikepdf writes with."""
    import pikepdf  # noqa: PLC0415

    return pikepdf.__libqpdf_version__


def _package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return NONE


PACKAGES = {
    name: partial(_package, name)
    for name in (
        *("weasyprint", "pydyf", "tinyhtml5", "webencodings", "tinycss2", "cssselect2", "pyphen", "fonttools", "cffi"),
        *("brotli", "zopfli", "segno", "pillow", "pypdfium2", "pikepdf"),
    )
}
"""The packages that take part."""

SYSTEM: dict[str, Callable[[], str]] = {
    "python": platform.python_version,
    "zlib": lambda: zlib.ZLIB_RUNTIME_VERSION,
    "pango": partial(_said, "pango", "pango_version_string"),
    "harfbuzz": partial(_said, "harfbuzz", "hb_version_string"),
    "harfbuzz-subset": _subsetter,
    "fontconfig": partial(_said, "fontconfig", "FcGetVersion"),
    "freetype": _freetype,
    "fribidi": partial(_said, "pango", "fribidi_version_info"),
    "glib": _glib,
    "pdfium": _pdfium,
    "qpdf": _qpdf,
    **{f"pillow-{name}": partial(_pillow, name) for name in ("freetype2", "zlib", "zlib_ng", "libjpeg_turbo", "webp")},
}
"""What packages and system bring along, by how each is asked."""

LIBRARIES: dict[str, Callable[[], str]] = PACKAGES | SYSTEM
"""Every library that can change a byte of a sheet or of the picture of one."""

OFFICE: dict[str, Callable[[], str]] = {
    **{name: partial(_package, name) for name in ("python-docx", "python-pptx", "xlsxwriter", "lxml")},
    "python": platform.python_version,
    "zlib": lambda: zlib.ZLIB_RUNTIME_VERSION,
}
"""Every library that can change a byte of an office file."""

DRAWING = ("python", "zlib", "pillow", "pillow-freetype2", "pillow-zlib", "pillow-zlib_ng")
"""Those that can change a byte of a picture that Pillow draws."""


def digest(files: Iterable[tuple[str, Path]], libraries: Iterable[str]) -> str:
    """The hash of files, each under the name by which it is known, and of libraries as they are now."""
    made = hashlib.sha256()
    for name, path in files:
        made.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    for library in libraries:
        made.update(f"{library} {(LIBRARIES.get(library) or OFFICE[library])()}\n".encode())
    return made.hexdigest()


def of_modules(*modules: ModuleType) -> list[tuple[str, Path]]:
    """The files of these modules of ours, each with what it is called."""
    return [(one.__name__, Path(str(one.__file__))) for one in modules]


def below(folder: Path, suffix: str = "") -> list[tuple[str, Path]]:
    """Every file in a folder, with the way to it as its name; or only those whose name ends in `suffix`."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name.endswith(suffix))
    return [(f"{folder.name}/{path.relative_to(folder).as_posix()}", path) for path in found]
