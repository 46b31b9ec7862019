#!/usr/bin/env python3
"""The layers of Dragoman as rules: who may include whom, and what libraries never do.

    include_rules.py ROOT        prints `file:line: what is wrong`; exit 1 when anything is

Linking alone does not keep the layers apart: <xapian.h> can be found everywhere on Debian.
The tables below are ARCHITECTURE.md in a form that fails. A file that defines main() is a
program, as are main.cc and options.*; all other sources of a module are its library.
"""

import fnmatch
import pathlib
import re
import sys
from typing import Iterator, NamedTuple


class Layer(NamedTuple):
    project: tuple[str, ...]  # public headers it may include, besides its own private ones
    system: tuple[str, ...]  # what of <…> its library may include; "std" is the C++ library
    borrowed: tuple[str, ...] = ()  # private headers of a lower layer it may include


SHARED_CONTRACTS = (
    "dragoman/document.h", "dragoman/index_stub.h", "dragoman/position_part.h", "dragoman/position_table.h",
    "dragoman/schema.h", "dragoman/stored_document.h", "dragoman/stored_sentences.h",
)
ANALYZERS = (
    "dragoman/code_points.h", "dragoman/export.h", "dragoman/hash.h", "dragoman/json_depth.h", "dragoman/result.h", "dragoman/analyzers/*",
)
INDEXER = ANALYZERS + SHARED_CONTRACTS + ("dragoman/indexer/*",)
SEARCHER = ANALYZERS + SHARED_CONTRACTS + ("dragoman/searcher/*",)
EVERYTHING = ("dragoman/*",)

# Private headers of programs/, which programs share.
FOR_PROGRAMS = ("program_page.h", "time_limit.h")

LAYERS = {
    "programs": Layer(("dragoman/result.h",), ("std", "boost/program_options*")),
    "analyzers": Layer(ANALYZERS, ("std", "unicode/*", "cld2/*")),
    "indexer": Layer(INDEXER, ("*",)),
    "searcher": Layer(SEARCHER, ("*",), borrowed=("document_records.h", "index_snapshot.h", "live_documents.h", "xapian_guard.h")),
    "bindings": Layer(EVERYTHING, ("*",), borrowed=("dragoman.h",)),
    "server": Layer(EVERYTHING, ("*",)),
}

# Files that may include what their layer may not.
EXCEPTIONS = {"analyzers/stem.cc": ("xapian.h",), "analyzers/analysis_json.cc": ("nlohmann/json.hpp",)}

XAPIAN = ("xapian.h", "xapian/*")
FORBIDDEN_TO_PROGRAMS = XAPIAN
FORBIDDEN_TO_LIBRARIES = ("boost/program_options*",)
FORBIDDEN_TO_BINDINGS = XAPIAN
FORBIDDEN_TO_PUBLIC_HEADERS = XAPIAN + ("unicode/*", "boost/*")
PUBLIC_HEADER_TOKENS = re.compile(r"\b(?:[Xx]apian|icu|boost|UChar(?:32)?|UText|UErrorCode|UBool)\b")

# What a library never does, as the words that do it.
SILENT_MODULES = ("programs", "analyzers", "indexer", "searcher", "bindings")
NOT_SILENT = {
    "prints": re.compile(
        r"\bstd::(?:wcout|cout|wcerr|cerr|clog)\b|\b(?:stdout|stderr)\b"
        r"|\b(?:v?f?printf|puts|putchar|perror)\s*\("
    ),
    "exits": re.compile(r"(?:\bstd::|(?<![\w.>:]))(?:exit|quick_exit|_Exit|abort)\s*\("),
    "reads the environment": re.compile(r"\b(?:secure_)?getenv\s*\(|\benviron\b"),
    "reads or sets the locale": re.compile(  # std::locale("") has lost its literal here
        r"\bsetlocale\s*\(|\bstd::locale::global\b|\bstd::locale\s*(?:\w+\s*)?[({]\s*[)}]"
    ),
}

COMMENT = r"//[^\n]*|/\*.*?\*/"
RAW_STRING = r'R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)"'
STRING = r'"(?:\\.|[^"\\\n])*"'
CHARACTER = r"(?<!\w)'(?:\\.|[^'\\\n])*'"
LITERAL = re.compile("|".join((RAW_STRING, STRING, CHARACTER, COMMENT)), re.DOTALL)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?P<open>[<"])(?P<name>[^>"\n]+)[>"]', re.MULTILINE)
MAIN = re.compile(r"^int\s+main\s*\(", re.MULTILINE)


class Source(NamedTuple):
    path: str  # from the root, with slashes
    text: str  # without comments and raw strings: includes still stand
    code: str  # without comments and any literal

    @property
    def module(self) -> str:
        return self.path.split("/", 1)[0]

    @property
    def public(self) -> bool:
        return "/include/" in self.path and self.path.endswith(".h")

    @property
    def program(self) -> bool:
        name = self.path.rsplit("/", 1)[-1]
        return name == "main.cc" or name.startswith("options.") or MAIN.search(self.code) is not None


def blank(match: re.Match) -> str:
    return "\n" * match[0].count("\n")


def blank_unless_short(match: re.Match) -> str:
    return match[0] if match[0][0] in "\"'" else blank(match)


def read_source(root: pathlib.Path, path: pathlib.Path) -> Source:
    text = path.read_text(encoding="utf-8", errors="replace")
    name = path.relative_to(root).as_posix()
    return Source(name, LITERAL.sub(blank_unless_short, text), LITERAL.sub(blank, text))


def sources(root: pathlib.Path) -> Iterator[Source]:
    for module in LAYERS:
        for path in sorted((root / module).rglob("*")):
            if path.suffix in (".cc", ".h") and path.is_file():
                yield read_source(root, path)


def matches(name: str, patterns: tuple[str, ...]) -> bool:
    is_std = re.fullmatch(r"[a-z_0-9]+", name) is not None
    return any(fnmatch.fnmatchcase(name, p) or (p == "std" and is_std) for p in patterns)


def own_private_header(root: pathlib.Path, source: Source, name: str) -> bool:
    beside = (root / source.path).parent / name
    module = root / source.module
    return any(p.is_file() and p.resolve().is_relative_to(module.resolve()) for p in (beside, module / name))


def wrong_project_include(root: pathlib.Path, source: Source, name: str) -> str | None:
    layer = LAYERS[source.module]
    if name.startswith("dragoman/"):
        return None if matches(name, layer.project) else f"{source.module} may not include {name}"
    if own_private_header(root, source, name):
        return None if not source.public else f"a public header includes the private {name}"
    if pathlib.PurePosixPath(name).name in layer.borrowed:
        return None
    if source.program and name in FOR_PROGRAMS:
        return None
    return f"{name} is no header of {source.module}"


def wrong_system_include(source: Source, name: str) -> str | None:
    if source.public and matches(name, FORBIDDEN_TO_PUBLIC_HEADERS):
        return f"a public header includes <{name}>"
    if source.program:
        return f"a program includes <{name}>" if matches(name, FORBIDDEN_TO_PROGRAMS) else None
    if source.module in ("bindings", "server") and matches(name, FORBIDDEN_TO_BINDINGS):
        return f"{source.module} includes <{name}>"
    if matches(name, EXCEPTIONS.get(source.path, ())):
        return None
    if source.module == "programs":
        return None if matches(name, LAYERS["programs"].system) else f"programs may not include <{name}>"
    if matches(name, FORBIDDEN_TO_LIBRARIES) or not matches(name, LAYERS[source.module].system):
        return f"the {source.module} library may not include <{name}>"
    return None


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def wrong_includes(root: pathlib.Path, source: Source) -> Iterator[tuple[int, str]]:
    for match in INCLUDE.finditer(source.text):
        name = match["name"]
        # "xapian.h" in quotes is still Xapian's.
        system = match["open"] == "<" or matches(name, XAPIAN + ("unicode/*", "boost/*"))
        if system and name.startswith("dragoman/"):
            system = False
        wrong = wrong_system_include(source, name) if system else wrong_project_include(root, source, name)
        if wrong:
            yield line_of(source.text, match.start("name")), wrong


def wrong_words(source: Source) -> Iterator[tuple[int, str]]:
    if source.public:
        code = INCLUDE.sub("", source.code)  # an include leaves its line's end
        for match in PUBLIC_HEADER_TOKENS.finditer(code):
            yield line_of(code, match.start()), f"a public header names {match[0]}"
    if source.module in SILENT_MODULES and not source.program:
        for what, words in NOT_SILENT.items():
            for match in words.finditer(source.code):
                yield line_of(source.code, match.start()), f"a library source {what}: {match[0].rstrip(' (')}"


def violations(root: pathlib.Path) -> list[str]:
    found = []
    for source in sources(root):
        for line, wrong in sorted([*wrong_includes(root, source), *wrong_words(source)]):
            found.append(f"{source.path}:{line}: {wrong}")
    return found


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit("usage: include_rules.py ROOT")
    root = pathlib.Path(sys.argv[1])
    if not any((root / module).is_dir() for module in LAYERS):
        sys.exit(f"{root}: no module of Dragoman here")
    found = violations(root)
    print("\n".join(found) if found else "the layers hold")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
