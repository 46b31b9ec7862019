#!/usr/bin/env python3
"""Shows a public header to Doxygen, its plain comments as documentation; or a page, without its links to other pages.

    filter.py FILE
"""
import itertools
import re
import sys

TRAILING = re.compile(r"^(?P<code>\s*[^\s/}#].*?\s{1,})//(?!/) (?P<words>.*)$")
WHOLE = re.compile(r"^(?P<indent>\s*)//(?!/) ?(?P<words>.*)$")
CLASS = re.compile(r"^class \w+ \w+ \{")
OTHER_PAGE = re.compile(r"\[([^\]]+)\]\([^)]+\.md\)")
EXAMPLE = re.compile(r"^ {2,}\S")  # in a comment: a line that Markdown is to show as it stands


def shown(words: str) -> str:
    return "    " + words if EXAMPLE.match(words) else words


def cpp_lines(lines):
    """The comment that a header begins with is also that of its class, unless the class has its own."""
    first, after_code = True, False
    opening = [f"/// {shown(WHOLE.match(line)['words'])}" for line in itertools.takewhile(WHOLE.match, lines)]
    for before, line in zip(["", *lines], lines):
        whole, trailing = WHOLE.match(line), TRAILING.match(line)
        if CLASS.match(line) and not WHOLE.match(before):
            yield from opening
        if whole and after_code and len(whole["indent"]) > 8:  # goes on with what stands behind the line before
            yield f"{whole['indent']}///< {whole['words']}"
            continue
        after_code = False
        if whole:
            if first:
                yield "/// @file"
            yield f"{whole['indent']}/// {shown(whole['words'])}".rstrip()
        elif trailing:
            yield f"{trailing['code']}///< {trailing['words']}"
            after_code = True
        else:
            yield line
        first = False


def c_lines(lines):
    first = True
    for line in lines:
        if line.startswith("/* ---"):
            yield ""
            continue
        line = re.sub(r"(\S.*\s)/\* ", r"\1/**< ", line)
        line = re.sub(r"^(\s*)/\* ", r"\1/** @file\n" if first else r"\1/** ", line)
        first = False
        yield line


def main():
    path = sys.argv[1]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if path.endswith(".md"):
        return print(OTHER_PAGE.sub(r"\1", text))
    lines = text.split("\n")
    print("\n".join(c_lines(lines) if lines[0].startswith("/*") else cpp_lines(lines)))


if __name__ == "__main__":
    main()
