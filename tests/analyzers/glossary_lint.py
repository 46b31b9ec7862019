#!/usr/bin/env python3
"""Checks the table of the glossary, and says where it is broken.

    glossary_lint.py analyzers/data/glossary.tsv

prints "glossary.tsv:17: …" and exits 1 when there is any fault. Standard library only. The rules
are in analyzers/data/README.md; each function below is one of them.
"""
import collections
import pathlib
import re
import sys
import unicodedata

from gazetteer_lint import ID, byte_faults, column_faults

HEADER = "concept lang term note".split()
SCRIPTS = {"en": "LATIN", "fr": "LATIN", "es": "LATIN",
           "ru": "CYRILLIC", "ar": "ARABIC", "zh": "CJK"}
SYMBOL = re.compile(r"[A-Z0-9 -]+")  # COVID-19 may stand in any language
LANGUAGES = list(SCRIPTS)
LONGEST_TERM_WORDS = 20


class Row(dict):
    """The columns of a line by name; `line` says where it stands."""

    def __init__(self, line, columns):
        super().__init__(zip(HEADER, columns))
        self.line = line

    @property
    def notes(self):
        return [note for note in self["note"].split(";") if note]

    @property
    def also(self):
        return [note.removeprefix("also:") for note in self.notes if note.startswith("also:")]


def words(text):
    """As alike as two terms can be to the tokenizer: no case, accents, hyphens nor punctuation."""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    plain = "".join(c for c in plain if unicodedata.category(c) != "Mn" or c == "\u0306")
    return " ".join(re.findall(r"\w+", re.sub(r"\bco-", "co", plain)))


def read_table(path, faults):
    rows = []
    data = path.read_bytes()
    if not data.endswith(b"\n"):
        faults.append((data.count(b"\n") + 1, "the last line does not end"))
    for number, raw in enumerate(data.removesuffix(b"\n").split(b"\n"), 1):
        fault = byte_faults(raw)
        columns = [] if fault else raw.decode("utf-8").split("\t")
        fault = fault or column_faults(columns, HEADER)
        if number == 1:
            if not fault and columns != HEADER:
                fault = "the columns must be " + " ".join(HEADER)
        if fault:
            faults.append((number, fault))
        elif number > 1:
            rows.append(Row(number, columns))
    return rows


# The rules: each gives rows with what is wrong.

def bad_values(rows):
    for row in rows:
        if not ID.fullmatch(row["concept"]):
            yield row, f"malformed concept '{row['concept']}'"
        if row["lang"] not in LANGUAGES:
            yield row, f"unknown lang '{row['lang']}'"
        if not 0 < len(words(row["term"]).split()) <= LONGEST_TERM_WORDS:
            yield row, f"a term has 1 to {LONGEST_TERM_WORDS} words"


def scripts_of(word):
    names = [unicodedata.name(c, "") for c in word if c.isalpha()]
    return {script for script in SCRIPTS.values() if any(name.startswith(script) for name in names)}


def foreign_letters(rows):
    """A Latin a in a Russian word looks right and is found by nobody."""
    for row in rows:
        for word in re.findall(r"\w+", row["term"]):
            if len(scripts_of(word)) > 1:
                yield row, f"'{word}' mixes alphabets"
        script = SCRIPTS.get(row["lang"])
        if script and script not in scripts_of(row["term"]) and not SYMBOL.fullmatch(row["term"]):
            yield row, f"'{row['term']}' is not written in {row['lang']}"


def scattered_or_incomplete(rows):
    """The rows of a concept stand together, in all six languages, in their order."""
    first, langs, last = {}, collections.defaultdict(list), None
    for row in rows:
        name = row["concept"]
        if name != last and name in first:
            yield row, f"rows of '{name}' also stand at line {first[name].line}"
        last = name
        first.setdefault(name, row)
        if row["lang"] in LANGUAGES:
            if langs[name] and LANGUAGES.index(row["lang"]) < LANGUAGES.index(langs[name][-1]):
                yield row, "languages stand in the order " + " ".join(LANGUAGES)
            langs[name].append(row["lang"])
    for name, row in first.items():
        missing = [lang for lang in LANGUAGES if lang not in langs[name]]
        if missing:
            yield row, f"'{name}' has no term in {', '.join(missing)}"


def repeated_terms(rows):
    seen = {}
    for row in rows:
        key = (row["concept"], row["lang"], words(row["term"]))
        if key in seen:
            yield row, f"same words as line {seen[key]}"
        seen.setdefault(key, row.line)


def untold_meanings(rows):
    """Words with two meanings, in one language or two, name the other meaning in their notes."""
    meanings = collections.defaultdict(set)
    for row in rows:
        meanings[words(row["term"])].add(row["concept"])
    for row in rows:
        others = meanings[words(row["term"])] - {row["concept"]}
        for name in sorted(others - set(row.also)):
            yield row, f"'{row['term']}' is also '{name}': not told in the note"
        for name in sorted(set(row.also) - others):
            yield row, f"'{row['term']}' is told to be '{name}', and is not"


def has_capitals(term):
    return re.fullmatch(r"[^\W\d_]+", term) and sum(c.isupper() for c in term) >= 2


def bad_acronyms(rows):
    for row in rows:
        capitals = has_capitals(row["term"])
        if capitals and "acronym" not in row.notes:
            yield row, f"'{row['term']}' needs the note acronym"
        if not capitals and "acronym" in row.notes:
            yield row, f"'{row['term']}' is no acronym"


def lint(path):
    """All faults of the table, as (line, message), in the order of the lines."""
    faults = []
    rows = read_table(pathlib.Path(path), faults)
    for rule in (bad_values, foreign_letters, scattered_or_incomplete, repeated_terms,
                 untold_meanings, bad_acronyms):
        faults += [(row.line, message) for row, message in rule(rows)]
    return sorted(set(faults))


def coverage(path):
    rows = read_table(pathlib.Path(path), [])
    terms = collections.Counter(row["lang"] for row in rows)
    return f"{len({row['concept'] for row in rows})} concepts, {len(rows)} terms: " + ", ".join(
        f"{lang} {terms[lang]}" for lang in LANGUAGES)


def main(arguments):
    if len(arguments) != 1:
        print(__doc__)
        return 2
    faults = lint(arguments[0])
    for line, message in faults:
        print(f"glossary.tsv:{line}: {message}")
    print(coverage(arguments[0]), "-", len(faults), "faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
