#!/usr/bin/env python3
"""One index of corpora/sample, a hundred queries: the answers are the same through C++, C, Python and HTTP.

    faces_test.py C_ANSWERS      the program made of c_answers.c; DRAGOMAN_BIN, and PYTHONPATH for the package
"""
import dataclasses
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ["DRAGOMAN_BIN"])
C_ANSWERS = sys.argv.pop(1)
FACETS = ["org", "year", "lang"]
QUERIES = 100


def run(*command, stdin=""):
    done = subprocess.run([str(c) for c in command], input=stdin, capture_output=True, text=True, timeout=300, cwd=ROOT)
    if done.returncode > 1:
        raise AssertionError(f"{command}: exit {done.returncode}\n{done.stderr}")
    return done.stdout


def titles(db):
    """Of every document, in the order of the index."""
    lines = run(BIN / "dragoman-index", "--db", db, "--export").splitlines()
    return [title for title in (json.loads(line).get("title", "") for line in lines) if title]


def judged_queries():
    lines = (ROOT / "corpora/queries/sample.tsv").read_text().splitlines()
    return [line.split("\t")[1] for line in lines[::2]]


def comparable(line):
    answer = json.loads(line)
    del answer["took_us"]
    return answer


def as_json(answer):
    """A Python answer as the JSON of the others has it: what does not apply is left out."""
    def marks(all_marks):
        return [[mark.start, mark.end, mark.what] for mark in all_marks]

    def hit(h):
        out = {"rank": h.rank, "id": h.id, "score": h.score}
        for key in ("title", "date", "lang", "source", "url", "symbol", "type"):
            if getattr(h, key):
                out[key] = getattr(h, key)
        if h.fields:
            out["fields"] = dict(h.fields)
        out |= {"organizations": list(h.organizations), "copies": h.copies}
        if h.title_marks:
            out["title_marks"] = marks(h.title_marks)
        if h.matched:
            out["matched"] = [dataclasses.asdict(part) for part in h.matched]
        out["passages"] = [{"text": p.text, "start": p.start, "marks": marks(p.marks)} for p in h.passages]
        return out

    def value(v):
        return {key: what for key, what in dataclasses.asdict(v).items() if what != ""}

    out = {"query": answer.query, "parsed": answer.parsed,
           "organizations": [dataclasses.asdict(o) for o in answer.organizations],
           "suggestion": answer.suggestions[0].query if answer.suggestions else None}
    for key in ("missing", "notes"):
        if getattr(answer, key):
            out[key] = list(getattr(answer, key))
    if answer.suggestions:
        out["suggestions"] = [dataclasses.asdict(s) for s in answer.suggestions]
    if answer.partial:
        out["partial"] = True
    out |= {"total": answer.total, "total_exact": answer.total_exact, "hits": [hit(h) for h in answer]}
    if answer.facets:
        out["facets"] = {field: [value(v) for v in values] for field, values in answer.facets.items()}
    return out


class Faces(unittest.TestCase):
    maxDiff = 3000

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.db = pathlib.Path(folder.name) / "db"
        run(BIN / "dragoman-index", "--quiet", "--jobs", "1", "--db", cls.db, "corpora/sample")
        cls.queries = (judged_queries() + titles(cls.db))[:QUERIES]
        lines = "".join(f"\t{query}\n" for query in cls.queries)  # an empty id: a query may have a tab
        facets = [f"--facet={','.join(FACETS)}"]
        out = run(BIN / "dragoman-search", "--db", cls.db, "--format", "json", *facets, "--batch", "-", stdin=lines)
        cls.expected = [comparable(line) for line in out.splitlines()]
        for answer in cls.expected:
            del answer["id"]

    def test_there_is_something_to_compare(self):
        self.assertEqual(QUERIES, len(self.queries))
        self.assertEqual(QUERIES, len(self.expected))
        self.assertGreater(sum(1 for answer in self.expected if answer["hits"]), QUERIES * 9 // 10)
        self.assertGreater(len({hit["id"] for answer in self.expected for hit in answer["hits"]}), 50)

    def test_c_gives_the_same(self):
        out = run(C_ANSWERS, self.db, stdin="".join(query + "\n" for query in self.queries))
        for query, expected, line in zip(self.queries, self.expected, out.splitlines(), strict=True):
            with self.subTest(query):
                self.assertEqual(expected, comparable(line))

    def test_python_gives_the_same(self):
        if os.environ.get("DRAGOMAN_HAS_PYTHON") != "ON":
            self.skipTest("this build has no Python package")
        import dragoman
        index = dragoman.open(self.db)
        for query, expected in zip(self.queries, self.expected, strict=True):
            with self.subTest(query):
                self.assertEqual(expected, as_json(index.search(query, facets=FACETS)))

    def test_http_gives_the_same(self):
        if not (BIN / "dragoman-serve").exists():
            self.skipTest("this build has no server")
        with subprocess.Popen([BIN / "dragoman-serve", "--db", self.db, "--port", "0"], stdout=subprocess.PIPE, text=True) as server:
            self.addCleanup(server.terminate)
            url = server.stdout.readline().split()[-1]
            for query, expected in zip(self.queries, self.expected, strict=True):
                parameters = urllib.parse.urlencode({"q": query, "facet": ",".join(FACETS)})
                with self.subTest(query), urllib.request.urlopen(f"{url}search?{parameters}", timeout=60) as reply:
                    self.assertEqual(expected, comparable(reply.read()))
            server.terminate()
        self.assertEqual(0, server.returncode)


if __name__ == "__main__":
    unittest.main()
