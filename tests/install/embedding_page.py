#!/usr/bin/env python3
"""The programs on docs/embedding.md are those of examples/.   embedding_page.py [--write]"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/embedding.md"
PROGRAM = re.compile(r"<!-- (examples/\S+) -->\n```(\w+)\n.*?```\n", re.DOTALL)


def with_program(match):
    return f"<!-- {match[1]} -->\n```{match[2]}\n{(ROOT / match[1]).read_text()}```\n"


def main():
    page = PAGE.read_text()
    fresh, count = PROGRAM.subn(with_program, page)
    if count < 3:
        sys.exit("docs/embedding.md has lost its programs")
    if "--write" in sys.argv:
        PAGE.write_text(fresh)
    elif fresh != page:
        sys.exit("docs/embedding.md shows other programs than examples/: tests/install/embedding_page.py --write")


if __name__ == "__main__":
    main()
