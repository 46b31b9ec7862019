#!/usr/bin/env python3
"""The sample corpus and its judgments fit together.   sample_corpus_test.py ROOT

A judgment of a document that is not there, or a query without an answer, would quietly
lower every figure measured on them.
"""

import collections
import json
import pathlib
import re
import sys
import unittest

CORPORA = pathlib.Path(sys.argv.pop(1) if len(sys.argv) > 1 else ".") / "corpora"
SAMPLE = CORPORA / "sample"
LANGUAGES = {"en", "fr", "es", "ru", "ar", "zh"}


def lines(path):
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line]


def files():
    return [path for path in sorted(SAMPLE.rglob("*")) if path.is_file()]


def records():
    return [json.loads(line) for path in files() if path.suffix == ".jsonl" for line in lines(path)]


def document_ids():
    whole = [path.relative_to(CORPORA).as_posix() for path in files() if path.suffix != ".jsonl"]
    return whole + [record["id"] for record in records()]


def queries():
    return [line.split("\t") for line in lines(CORPORA / "queries" / "sample.tsv")]


def judgments():
    return [line.split(" ") for line in lines(CORPORA / "queries" / "sample.qrels")]


class SampleCorpusTest(unittest.TestCase):
    def test_holds_nothing_but_documents(self):
        self.assertEqual({path.suffix for path in files()}, {".txt", ".html", ".jsonl"})

    def test_ids_are_unique_and_without_spaces(self):
        ids = document_ids()
        self.assertEqual([i for i, n in collections.Counter(ids).items() if n > 1], [])
        self.assertEqual([i for i in ids if re.search(r"\s", i)], [])

    def test_records_tell_title_body_date_language_source_and_type(self):
        for record in records():
            missing = {"id", "title", "body", "date", "lang", "source", "type"} - record.keys()
            self.assertEqual(missing, set(), record["id"])
            self.assertRegex(record["date"], r"^\d{4}-\d\d-\d\d$")
            self.assertIn(record["lang"], LANGUAGES)

    def test_the_list_names_every_document(self):
        listed = re.findall(r"^\| `([^`]+)` \|", (CORPORA / "sample.md").read_text(encoding="utf-8"), re.MULTILINE)
        self.assertEqual(sorted(listed), sorted(document_ids()))

    def test_queries_have_an_id_and_a_text(self):
        rows = queries()
        self.assertEqual([row for row in rows if len(row) != 2 or not row[1].strip()], [])
        self.assertEqual(len({row[0] for row in rows}), len(rows))
        self.assertEqual(len({row[1] for row in rows}), len(rows))

    def test_judgments_name_queries_and_documents_that_exist(self):
        known_queries = {row[0] for row in queries()}
        known_documents = set(document_ids())
        for row in judgments():
            self.assertEqual(len(row), 4, row)
            self.assertIn(row[0], known_queries)
            self.assertIn(row[2], known_documents)
            self.assertIn(row[3], {"1", "2"})
        self.assertEqual(len({(row[0], row[2]) for row in judgments()}), len(judgments()))

    def test_every_query_has_an_answer(self):
        self.assertEqual({row[0] for row in queries()} - {row[0] for row in judgments()}, set())


if __name__ == "__main__":
    unittest.main()
