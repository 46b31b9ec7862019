#!/usr/bin/env python3
"""Breaks a small, sound gazetteer in every way gazetteer_lint.py knows, and sees that it is told.

    gazetteer_lint_self_test.py      exits 1 when a fault goes unnoticed or is told of a sound line
"""
import pathlib
import sys
import tempfile

import gazetteer_lint


def row(organization, kind, lang, form, text, case="i", ambiguous=""):
    return "\t".join((organization, kind, lang, form, text, case, ambiguous, ""))


def sense(acronym, candidate, kind, langs="en"):
    return "\t".join((acronym, candidate, kind, "what it is", langs, "s", "cue", "", "", ""))


def relation(organization, name, other, begin="", end=""):
    return "\t".join((organization, name, other, begin, end, ""))


SOUND = {
    "organizations.tsv": [
        row("un", "igo", "en", "name", "United Nations"),
        row("un", "igo", "en", "acronym", "UN", "s", "x:fr-un"),
        row("un", "igo", "ru", "acronym", "ООН", "s"),
        row("ga", "un-organ", "en", "name", "General Assembly"),
        row("ga", "un-organ", "en", "acronym", "GA", "s", "australia-group"),
        row("australia-group", "agreement", "en", "name", "Australia Group"),
        row("australia-group", "agreement", "fr", "acronym", "GA", "s", "ga"),
    ],
    "ambiguous.tsv": [
        sense("UN", "un", "igo"),
        sense("UN", "x:fr-un", "external", "fr"),
        sense("GA", "ga", "un-organ"),
        sense("GA", "australia-group", "agreement", "fr"),
    ],
    "relations.tsv": [relation("ga", "part_of", "un", "1945")],
    "lifetimes.tsv": ["un\t1945\t"],
}

UNION = row("x1", "igo", "en", "name", "Union")
NAMES, SENSES, RELATIONS, LIFETIMES = SOUND.keys()

# Table, rows to add at its end, and the fault that must be told.
BREAKS = [
    (NAMES, [row("ga", "un-organ", "fr", "name", "Assemblée générale")], "also stand at line"),
    (NAMES, [SOUND["organizations.tsv"][-1]], "same as line"),
    (NAMES, [row("x1", "igo", "fr", "name", "Union")], "no English name"),
    (NAMES, [row("x1", "club", "en", "name", "Union")], "unknown kind"),
    (NAMES, [row("x1", "igo", "xx", "name", "Union")], "unknown lang"),
    (NAMES, [row("x1", "igo", "en", "title", "Union")], "unknown form"),
    (NAMES, [row("x1", "igo", "en", "name", "Union", "c")], "unknown case"),
    (NAMES, [row("X_1", "igo", "en", "name", "Union")], "malformed id"),
    (NAMES, ["x1\tigo\ten\tname\tUnion\ti\t"], "columns instead of"),
    (NAMES, [row("x1", "igo", "en", "name", "Union of ")], "needless blanks"),
    (NAMES, [row("x1", "igo", "en", "name", "Union\u00a0of States")], "not a plain space"),
    (NAMES, [row("x1", "igo", "en", "name", "Uni\u0007on")], "control or invisible"),
    (NAMES, [row("x1", "igo", "en", "name", "Union\r")], "control or invisible"),
    (NAMES, [row("x1", "igo", "en", "name", "Union e\u0301toile")], "normal form"),
    (NAMES, [row("x1", "igo", "en", "name", "U" * (1 << 20))], "line of"),
    (NAMES, [row("x1", "igo", "en", "name", "…")], "no text"),
    (NAMES, [UNION, row("x1", "igo", "en", "name", "Club")], "second en name"),
    (NAMES, [UNION, row("x1", "ngo", "en", "alias", "Club")], "was of kind"),
    (NAMES, [UNION, row("x1", "igo", "en", "acronym", "WHO")], "ordinary word"),
    (NAMES, [UNION, row("x1", "igo", "ru", "acronym", "ДОМ")], "inflected word"),
    (NAMES, [UNION, row("x1", "igo", "ru", "acronym", "ООН", "s")], "is also 'un'"),
    (NAMES, [UNION, row("x1", "igo", "en", "acronym", "U.N.")], "is also 'un'"),
    (NAMES, [row("x1", "igo", "en", "name", "United Nations")], "is also 'un'"),
    (NAMES, [UNION, row("x1", "igo", "en", "acronym", "XU", "i", "nobody")], "not known"),
    (NAMES, [UNION, row("x1", "igo", "en", "acronym", "XU", "i", "x:fr-un")], "has no row for"),
    (NAMES, [UNION, row("x1", "igo", "zh", "acronym", "联盟", "s")], "has no case"),
    (LIFETIMES, ["nato\t1949\t"], "unknown organization"),
    (LIFETIMES, ["un\t1946\t"], "the same organization"),
    (LIFETIMES, ["ga\tlong ago\t"], "four digits"),
    (LIFETIMES, ["ga\t1946\t1945"], "ends before"),
    (SENSES, [sense("UN", "x:number", "external")], "does not tell of x:number"),
    (SENSES, [sense("XU", "nobody", "igo")], "unknown candidate"),
    (SENSES, [sense("XU", "ga", "igo")], "of kind un-organ"),
    (SENSES, [sense("X.U.", "ga", "un-organ")], "letters and digits alone"),
    (SENSES, [sense("GA", "ga", "un-organ")], "same as line"),
    (SENSES, [sense("XU", "ga", "un-organ", "en,xx")], "unknown language"),
    (RELATIONS, [relation("ga", "part_of", "nobody")], "unknown organization"),
    (RELATIONS, [relation("un", "owns", "australia-group")], "unknown relation"),
    (RELATIONS, [relation("un", "part_of", "un")], "includes itself"),
    (RELATIONS, [relation("un", "predecessor_of", "australia-group"),
                 relation("australia-group", "part_of", "ga")], "includes itself"),
    (RELATIONS, [relation("un", "related", "ga")], "the same two organizations"),
    (RELATIONS, [relation("australia-group", "related", "un", "85")], "four digits"),
    (RELATIONS, [relation("australia-group", "related", "un", "1985", "1984")], "ends before"),
]


def faults_of(tables):
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in tables.items():
            lines = ["\t".join(gazetteer_lint.HEADERS[name]), *rows]
            (pathlib.Path(folder) / name).write_bytes(("\n".join(lines) + "\n").encode("utf-8"))
        return gazetteer_lint.lint(folder)


def main():
    failures = [f"the sound table: {fault}" for fault in faults_of(SOUND)]
    for table, rows, expected in BREAKS:
        told = faults_of({**SOUND, table: SOUND[table] + rows})
        first_added = len(SOUND[table]) + 2
        if not any(expected in message and (file != table or line >= first_added)
                   for file, line, message in told):
            failures.append(f"{table}: '{expected}' expected, told {told}")
    for failure in failures:
        print(failure[:400])
    print(f"{len(BREAKS)} ways to break the tables, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
