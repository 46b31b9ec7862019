#!/usr/bin/env python3
"""Cuts long documents into passages of at most 700 characters: many short documents for the benchmarks.

    bench/make_passages.py docs.jsonl.xz > passages.jsonl
    bench/make_passages.py --part 8 docs.jsonl.xz > eighth.jsonl     # every eighth document

Input are JSON Lines with `id` and `body`, plain or .xz. A passage ends where a paragraph or a sentence does, or, in a
sentence longer than itself, at a blank. Its id is that of its document and its number, ARG_01_1946/12; the other fields
are kept, and a `year` becomes the `date`. The 10,952 speeches of the UN General Debate Corpus give some 330,000.
"""
import argparse
import json
import lzma
import re
import sys

MOST = 700  # characters of a passage

BETWEEN_SENTENCES = re.compile(r"(?<=[.?!…])\s|(?<=[.?!…][\"”’)\]])\s")


def pieces(paragraph):
    """The sentences, those longer than a passage in parts."""
    for sentence in BETWEEN_SENTENCES.split(paragraph):
        while len(sentence) > MOST:
            blank = sentence.rfind(" ", 1, MOST + 1)
            cut = blank if blank > 0 else MOST
            yield sentence[:cut]
            sentence = sentence[cut:].lstrip()
        if sentence:
            yield sentence


def passages(text):
    passage = ""
    for paragraph in text.split("\n"):
        for piece in pieces(" ".join(paragraph.split())):
            if passage and len(passage) + 1 + len(piece) > MOST:
                yield passage
                passage = ""
            passage += (" " if passage else "") + piece
    if passage:
        yield passage


def records(document, whole):
    fields = {key: value for key, value in document.items() if key not in ("id", "body", "year")}
    if "year" in document:
        fields.setdefault("date", str(document["year"]))
    if whole:
        yield {"id": document["id"], **fields, "body": document["body"]}
        return
    for number, text in enumerate(passages(document["body"]), 1):
        yield {"id": f"{document['id']}/{number}", **fields, "body": text}


def open_text(path):
    return (lzma.open if path.endswith(".xz") else open)(path, "rt", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", type=int, default=1, metavar="N", help="only every Nth document")
    parser.add_argument("--whole", action="store_true", help="the documents as they are, with a date")
    parser.add_argument("documents")
    options = parser.parse_args()
    with open_text(options.documents) as lines:
        for number, line in enumerate(lines):
            if number % options.part:
                continue
            for record in records(json.loads(line), options.whole):
                sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
