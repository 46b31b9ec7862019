#!/usr/bin/env python3
"""Draws queries of each class from a corpus, 50 a class, for the benchmarks: the same seed, the same queries.

    bench/draw_queries.py passages.jsonl > queries.tsv

Input are JSON Lines with `body`, in English, as make_passages.py writes them. Output are tab-separated lines under a
header: the class, a number, and the same question in the language of each engine. A query holds words of the corpus:
the file is made where it is needed, and not kept.

    common     a word that 2 to 20 % of the passages have          rare       a word that 3 to 30 passages have
    and, or    two to four words of one passage                    question   10 to 20 words, all but the first of one sentence
    name       the English name of an organization, as a phrase    acronym    an acronym that names one
    names      an acronym, or any name of it in any language: to Dragoman the acronym means just that, others get an OR of phrases
    like_names a word that about as many passages have as the organization of the query of `names` with the same number
    symbol     a citation, “resolution 242 (1967)”: others get it as a phrase
    facets     a common word, its matches counted by year          page10     two words of one passage, hits 91 to 100
"""
import argparse
import bisect
import collections
import csv
import json
import pathlib
import random
import re
import sys
from typing import NamedTuple

ORGANIZATIONS = pathlib.Path(__file__).parent.parent / "analyzers/data/organizations.tsv"
WORD = re.compile(r"[^\W\d_]+")
CITATION = re.compile(r"\bresolution (?:\d{2,4} \((?:\d{4}|[XVI]+)\)|\d{2}/\d{1,3}\b)")
SENTENCE = re.compile(r"[^.?!;:]+")
OPENERS = ("what can we say of how", "why is it true that", "when did we hear that", "who told us that")
FUNCTION_WORDS = frozenset(
    "a about above after again against all also always am among an and another any are as at be because become been before being "
    "below between both but by can cannot could did do does doing done down during each either even ever every few for from further "
    "had has have having he her here hers him himself his how however i if in into is it its itself just last less many may me more "
    "most much must my myself near never no nor not now of off on once one only or other our ours out over own per same shall she "
    "should since so some still such than that the their theirs them themselves then there therefore these they this those through "
    "thus to too towards two under until up upon us very was we well were what when where whether which while who whom whose why will "
    "with within without would yes yet you your".split())


class Query(NamedTuple):
    """Parts of one or more words, joined by AND or OR; joined by nothing they are plain words."""
    joined: str
    parts: list[str]
    dragoman: str = ""  # where Dragoman is asked otherwise


def quoted(part):
    return '"' + part.replace('"', " ") + '"'


def infix(query, quote_all=False):
    parts = [quoted(part) if quote_all or not WORD.fullmatch(part) else part for part in query.parts]
    return f" {query.joined or 'OR'} ".join(parts) if query.joined or quote_all else " ".join(parts)


# How each engine is asked.
LANGUAGES = {
    "dragoman": lambda query: query.dragoman or infix(query),
    "xapian": infix,
    "lucene": infix,
    "fts5": lambda query: infix(query, quote_all=True),
    "recoll": lambda query: infix(query, quote_all=True) if not query.joined else infix(query),
}


class Organization(NamedTuple):
    names: list[str]  # in all languages, acronyms too
    english: list[str]  # long names
    acronyms: list[str]  # English, in capital letters


def read_organizations(path):
    rows = collections.defaultdict(lambda: Organization([], [], []))
    with open(path, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            known = rows[row["id"]]
            if row["form"] == "adjective" or row["text"] in known.names:
                continue
            known.names.append(row["text"])
            if row["lang"] == "en" and row["form"] == "acronym" and re.fullmatch("[A-Z]{3,}", row["text"]):
                known.acronyms.append(row["text"])
            elif row["lang"] == "en" and row["form"] == "name" and len(row["text"].split()) > 2:
                known.english.append(row["text"])
    return rows


class Corpus:
    """The passages, and how many of them have each word, each English name and each acronym."""

    def __init__(self, lines, organizations):
        self.texts = [json.loads(line)["body"] for line in lines]
        self.words = collections.Counter()
        self.mentions = collections.Counter()  # of (organization, form); of (organization, None): of any of its forms
        self.citations = collections.Counter()
        forms = forms_by_beginning(organizations)
        for text in self.texts:
            lower = WORD.findall(text.lower())
            self.words.update(set(lower))
            self.mentions.update(mentions(text, lower, forms))
            if "resolution" in text:
                self.citations.update(set(CITATION.findall(text)))
        self.by_count = sorted((count, word) for word, count in self.words.items() if is_content(word))

    def words_with(self, least, most):
        return [word for count, word in self.by_count if least <= count <= most]

    def word_like(self, count):
        """The word that is in about so many passages."""
        at = bisect.bisect_left(self.by_count, (count, ""))
        near = self.by_count[max(0, at - 1):at + 1]
        return min(near, key=lambda entry: abs(entry[0] - count))[1]


def forms_by_beginning(organizations):
    """Acronyms by their letters, English names by their first two words: lists of (organization, form, its words)."""
    forms = collections.defaultdict(list)
    for identity, known in organizations.items():
        for acronym in known.acronyms:
            forms[acronym].append((identity, acronym, [acronym]))
        for name in known.english:
            words = WORD.findall(name.lower())
            forms[tuple(words[:2])].append((identity, name, words))
    return forms


def mentions(text, lower, forms):
    """Which forms a passage has, and which organizations under any form."""
    found = set()
    for acronym in forms.keys() & set(WORD.findall(text)):
        for identity, form, _ in forms[acronym]:
            found.update(((identity, form), (identity, None)))
    for at, pair in enumerate(zip(lower, lower[1:])):
        for identity, form, words in forms[pair] if pair in forms else ():
            if lower[at:at + len(words)] == words:
                found.update(((identity, form), (identity, None)))
    return found


def is_content(word):
    return len(word) > 2 and word.isascii() and word not in FUNCTION_WORDS


def words_of_a_passage(corpus, draw, count):
    """Different words of one passage, in its order; rarer ones than a typing error are left out."""
    while True:
        words = dict.fromkeys(word for word in WORD.findall(draw.choice(corpus.texts).lower()) if is_content(word))
        known = [word for word in words if corpus.words[word] >= 20]
        if len(known) >= count:
            chosen = set(draw.sample(known, count))
            return [word for word in known if word in chosen]


def question(corpus, draw):
    while True:
        opener = draw.choice(OPENERS).split()
        for sentence in draw.sample(SENTENCE.findall(draw.choice(corpus.texts)), k=1):
            words = opener + [word for word in WORD.findall(sentence.lower()) if word.isascii()]
            if len(opener) + 5 <= len(words) <= 20 and len(words) >= 10:
                return Query("", words)


def sampled(draw, values, count):
    values = sorted(values)
    return draw.sample(values, min(count, len(values)))


def draw_single_words(corpus, draw, count, least, most):
    return [Query("", [word]) for word in sampled(draw, corpus.words_with(least, most), count)]


def draw_joined(corpus, draw, count, joined):
    return [Query(joined, words_of_a_passage(corpus, draw, 2 + number % 3)) for number in range(count)]


def draw_acronyms(corpus, draw, count, organizations):
    """(organization, acronym); of letters that stand for several, the one that the corpus has in full more often."""
    seen = {}
    for (identity, form), passages in sorted(corpus.mentions.items(), key=str):
        if form in organizations[identity].acronyms and passages >= 5:
            full = sum(corpus.mentions[identity, name] for name in organizations[identity].english)
            seen[form] = max(seen.get(form, (-1, "")), (full, identity))
    return [(seen[acronym][1], acronym) for acronym in sampled(draw, seen, count)]


def draw_all(corpus, organizations, seed, count):
    """Queries by class. Each class has a seed of its own: to change one leaves the others as they are."""
    draws = collections.defaultdict(lambda: None)
    draw = lambda name: draws.setdefault(name, random.Random(f"{seed} {name}"))
    passages = len(corpus.texts)
    common = (passages // 50, passages // 5)
    names = {form for (identity, form), hits in corpus.mentions.items()
             if form in organizations[identity].english and hits >= 5}
    acronyms = draw_acronyms(corpus, draw("acronym"), count, organizations)
    every = draw_acronyms(corpus, draw("names"), count, organizations)
    citations = [citation for citation, hits in corpus.citations.items() if hits >= 2]
    return {
        "common": draw_single_words(corpus, draw("common"), count, *common),
        "rare": draw_single_words(corpus, draw("rare"), count, 3, 30),
        "and": draw_joined(corpus, draw("and"), count, "AND"),
        "or": draw_joined(corpus, draw("or"), count, "OR"),
        "name": [Query("AND", [name]) for name in sampled(draw("name"), names, count)],
        "acronym": [Query("AND", [acronym]) for _, acronym in acronyms],
        "names": [Query("OR", organizations[identity].names, acronym) for identity, acronym in every],
        "like_names": [Query("", [corpus.word_like(corpus.mentions[identity, None])]) for identity, _ in every],
        "symbol": [Query("AND", [citation], citation) for citation in sampled(draw("symbol"), citations, count)],
        "question": [question(corpus, draw("question")) for _ in range(count)],
        "facets": draw_single_words(corpus, draw("facets"), count, *common),
        "page10": [Query("", words_of_a_passage(corpus, draw("page10"), 2)) for _ in range(count)],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", default="1815")
    parser.add_argument("--count", type=int, default=50, help="of queries a class")
    parser.add_argument("passages")
    options = parser.parse_args()
    organizations = read_organizations(ORGANIZATIONS)
    with open(options.passages, encoding="utf-8") as lines:
        corpus = Corpus(lines, organizations)
    out = csv.writer(sys.stdout, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
    out.writerow(["class", "number", *LANGUAGES])
    for name, queries in draw_all(corpus, organizations, options.seed, options.count).items():
        for number, query in enumerate(queries, 1):
            out.writerow([name, number, *(language(query) for language in LANGUAGES.values())])


if __name__ == "__main__":
    main()
