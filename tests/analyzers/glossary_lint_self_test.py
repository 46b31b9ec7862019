#!/usr/bin/env python3
"""Breaks a small glossary in every way that glossary_lint.py knows, and sees that it is told."""
import pathlib
import sys
import tempfile

from glossary_lint import HEADER, LANGUAGES, lint


def concept(name, *terms):
    """Rows of a concept whose terms are given in the order of the languages."""
    rows = []
    for lang, term in zip(LANGUAGES, terms):
        text, _, note = term.partition("|")
        rows.append("\t".join((name, lang, text, note)))
    return rows


TRUCE = concept("truce", "truce", "trêve", "tregua", "перемирие|also:armistice", "الهدنة", "停火")
SOUND = TRUCE + concept("armistice", "armistice", "convention d'armistice", "armisticio",
                        "перемирие|also:truce", "اتفاق الهدنة", "停战") + concept(
    "covid-19", "COVID-19", "COVID-19", "COVID-19", "COVID-19", "كوفيد-19", "新冠肺炎")

NEW = concept("peace", "peace", "paix", "paz", "мир", "السلام", "和平")

BREAKS = [
    (["peace\ten\tpeace"], "3 columns"),
    (["peace\ten\tpeace\t\t"], "5 columns"),
    (["peace\ten\t peace\t"], "needless blanks"),
    (["peace\ten\tpe\u200bace\t"], "control or invisible"),
    (["peace\tru\tми\u0306р\t"], "normal form C"),
    (["Peace Talks\ten\tpeace\t"], "malformed concept"),
    (["peace\tde\tFrieden\t"], "unknown lang"),
    (["peace\ten\t!\t"], "a term has"),
    (["peace\ten\tpeace\t", "peace\tru\tмир\t"], "no term in fr, es, ar, zh"),
    (NEW + ["peace\ten\tpeacefulness\t"], "languages stand in the order"),
    (NEW + TRUCE[:1], "also stand at line"),
    (NEW[:1] + ["peace\ten\tPeace\t"] + NEW[1:], "same words as line"),
    (["peace\ten\tpeace-time\t", "peace\ten\tpeace time\t"] + NEW[1:], "same words as line"),
    (NEW[:1] + ["peace\ten\ttruce\t"] + NEW[1:], "is also 'truce'"),
    (NEW[:1] + ["peace\ten\ttregua\t"] + NEW[1:], "is also 'truce'"),
    (NEW[:1] + ["peace\ten\tconcord\talso:truce"] + NEW[1:], "and is not"),
    (NEW[:1] + ["peace\ten\tPCE\t"] + NEW[1:], "needs the note acronym"),
    (NEW[:1] + ["peace\ten\tconcord\tacronym"] + NEW[1:], "is no acronym"),
    (NEW[:4] + ["peace\tru\tмиp\t"] + NEW[4:], "mixes alphabets"),
    (NEW[:4] + ["peace\tru\tpeace\t"] + NEW[4:], "is not written in ru"),
]


def faults_of(rows):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "glossary.tsv"
        path.write_bytes(("\n".join(["\t".join(HEADER), *rows]) + "\n").encode("utf-8"))
        return lint(path)


def main():
    failures = [f"the sound table: {fault}" for fault in faults_of(SOUND) + faults_of(SOUND + NEW)]
    for rows, expected in BREAKS:
        told = faults_of(SOUND + rows)
        if not any(expected in message and line >= len(SOUND) + 2 for line, message in told):
            failures.append(f"{rows}: '{expected}' expected, told {told}")
    for failure in failures:
        print(failure)
    print(f"{len(BREAKS)} ways to break the table, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
