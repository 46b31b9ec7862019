#!/usr/bin/env python3
"""Compares counts of instructions with those that were kept, or keeps them. script/instructions calls it.

    instruction_counts.py [--update] --compiler c++ instruction_counts.tsv callgrind.out.1 …

The kept file names the compiler, for another one makes other code: then the counts are shown and nothing is decided.
Valgrind shows programs the same processor everywhere, so that the libraries choose the same functions for it.
"""
import argparse
import re
import subprocess
import sys

TOLERANCE = 0.05
TRIGGER = re.compile(r"^desc: Trigger: Client Request: (\S+)$", re.MULTILINE)
TOTAL = re.compile(r"^(?:summary|totals): (\d+)$", re.MULTILINE)


def read_dumps(paths):
    """Instructions by the name that the program gave the dump."""
    counts = {}
    for path in paths:
        with open(path, encoding="utf-8", errors="replace") as lines:
            text = lines.read()
        named, total = TRIGGER.search(text), TOTAL.search(text)
        if named and total:
            counts[named[1]] = int(total[1])
    return counts


def read_kept(path):
    """The compiler, and the counts."""
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    kept = dict(rows)
    return kept.pop("compiler", ""), {name: int(count) for name, count in kept.items()}


def kept_text(compiler, counts):
    head = "# Instructions of the functions of bench/hot_path.cc, dev preset; written by script/instructions --update.\n"
    return head + f"compiler\t{compiler}\n" + "".join(f"{name}\t{count}\n" for name, count in counts.items())


def compare(kept, counts):
    """Lines of text, and whether all is well. Fewer instructions are well, and worth keeping."""
    lines, well = [], set(kept) == set(counts)
    if not well:
        lines.append(f"other functions than before: {' '.join(sorted(set(kept) ^ set(counts)))}: script/instructions --update")
    for name in sorted(set(kept) & set(counts)):
        change = counts[name] / kept[name] - 1
        verdict = ""
        if change > TOLERANCE:
            well = False
            verdict = f"  more than {TOLERANCE:.0%} above; if that is what the change is for: script/instructions --update"
        elif change < -TOLERANCE:
            verdict = "  keep the gain: script/instructions --update"
        lines.append(f"{name:12} {counts[name]:>12,} {change:+8.2%}{verdict}")
    return lines, well


def compiler_version(compiler):
    return subprocess.run([compiler, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--compiler", default="c++")
    parser.add_argument("kept")
    parser.add_argument("dumps", nargs="+")
    options = parser.parse_args()
    counts = read_dumps(options.dumps)
    compiler = compiler_version(options.compiler)
    if options.update:
        with open(options.kept, "w", encoding="utf-8") as out:
            out.write(kept_text(compiler, counts))
    made_by, kept = read_kept(options.kept)
    lines, well = compare(kept, counts)
    print("\n".join(lines))
    if compiler != made_by:
        print(f"not decided: the counts that were kept are of {made_by}, these of {compiler}")
        return 0
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
