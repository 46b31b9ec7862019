#!/usr/bin/env python3
"""Makes any number of short documents of the sentences of some long ones: how memory grows with documents.

    bench/recombine.py --documents 1000000 docs.jsonl.xz > million.jsonl

Input are JSON Lines with `body` and perhaps `year`, plain or .xz. Each document has two to six sentences drawn by chance,
of one date, and the number of the draw as its id; the same seed gives the same documents. Their words are as frequent as
in the input, but no document is about anything: sizes and memory can be measured on them, the order of hits cannot.
"""
import argparse
import json
import random
import sys

from make_passages import open_text, pieces


def sentences_of(lines):
    """The sentences of all documents, and the years."""
    sentences, years = [], set()
    for line in lines:
        document = json.loads(line)
        years.add(document.get("year", 2000))
        for paragraph in document["body"].split("\n"):
            sentences.extend(pieces(" ".join(paragraph.split())))
    return sentences, sorted(years)


def documents(sentences, years, count, seed):
    chance = random.Random(seed)
    for number in range(1, count + 1):
        date = f"{chance.choice(years)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        title, *body = chance.choices(sentences, k=chance.randint(2, 6))
        yield {"id": str(number), "date": date, "title": title, "body": " ".join(body)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("input")
    options = parser.parse_args()
    with open_text(options.input) as lines:
        sentences, years = sentences_of(lines)
    if not sentences:
        sys.exit(f"{options.input}: no sentences")
    for document in documents(sentences, years, options.documents, options.seed):
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
