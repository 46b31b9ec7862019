#!/usr/bin/env python3
"""nDCG@10 of the judged queries over the sample corpus, with a floor: a change that loses answers fails here.

    sample_ndcg.py --bin build/release/bin --floor 0.9 [--worst 5] corpora

`corpora` has sample/, queries/sample.tsv (ID<TAB>QUERY) and queries/sample.qrels (TREC); documents are known by their
path from there. Gains are 2^grade - 1. A judged query without an answer counts 0. --worst shows the queries that lose
most.
"""
import argparse
import collections
import math
import pathlib
import subprocess
import sys
import tempfile

DEPTH = 10


def read_judgments(path):
    judgments = collections.defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if len(fields) == 4 and int(fields[3]) > 0:
            judgments[fields[0]][fields[2]] = int(fields[3])
    return judgments


def read_queries(path):
    return dict(line.split("\t", 1) for line in path.read_text(encoding="utf-8").splitlines() if line)


def gain(grades):
    return sum((2 ** grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:DEPTH]))


def ndcg(judged, ranked):
    return gain([judged.get(document, 0) for document in ranked]) / gain(sorted(judged.values(), reverse=True))


def search(programs, corpora):
    """The documents found for each query, best first."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([programs / "dragoman-index", "--db", f"{folder}/db", "--quiet", "sample"],
                       cwd=corpora, check=True)
        done = subprocess.run([programs / "dragoman-search", "--db", f"{folder}/db", "--batch", "queries/sample.tsv",
                               "--format", "trec", "-n", str(DEPTH)],
                              cwd=corpora, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"dragoman-search failed: {done.stderr.strip()}")
    found = collections.defaultdict(list)
    for line in done.stdout.splitlines():
        query, _, document = line.split(" ")[:3]
        found[query].append(document)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, type=pathlib.Path)
    parser.add_argument("--floor", required=True, type=float)
    parser.add_argument("--worst", type=int, default=0, help="show so many queries")
    parser.add_argument("corpora", type=pathlib.Path)
    options = parser.parse_args()

    judgments = read_judgments(options.corpora / "queries/sample.qrels")
    queries = read_queries(options.corpora / "queries/sample.tsv")
    found = search(options.bin.resolve(), options.corpora)
    scores = {query: ndcg(judgments[query], found[query]) for query in queries if query in judgments}
    for query in sorted(scores, key=scores.get)[:options.worst]:
        print(f"{scores[query]:.3f} {query} {queries[query]}: {found[query]}")
    mean = sum(scores.values()) / len(scores)
    print(f"nDCG@{DEPTH} of {len(scores)} queries: {mean:.4f}, floor {options.floor}")
    return 0 if mean >= options.floor else 1


if __name__ == "__main__":
    sys.exit(main())
