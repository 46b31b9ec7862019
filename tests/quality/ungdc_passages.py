#!/usr/bin/env python3
"""Cuts the speeches of the UN General Debate Corpus into passages, for the judged queries corpora/queries/ungdc.*.

    ungdc_passages.py --from 2015 docs.jsonl.xz > passages.jsonl

Input are JSON Lines with id, year, country_name and body, one speech a line; a speech is known as UGA_69_2014 (country,
session, year). Blanks and line ends in a row become one blank; a passage ends with the first sentence that ends at or
behind its 700th character. Passages are numbered from 1: UGA_69_2014.12. Their text is nobody's but the corpus's.
"""
import argparse
import json
import lzma
import re
import sys

LEAST = 700  # characters
SENTENCE_END = re.compile(r"[.?!][\"”’)]*(?= )")


def passages(text):
    text = " ".join(text.split())
    begin = 0
    while begin < len(text):
        end = SENTENCE_END.search(text, min(begin + LEAST, len(text)))
        stop = end.end() if end else len(text)
        yield text[begin:stop].strip()
        begin = stop


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="first", type=int, default=0, help="the first year")
    parser.add_argument("speeches")
    options = parser.parse_args()
    opened = lzma.open if options.speeches.endswith(".xz") else open
    with opened(options.speeches, "rt", encoding="utf-8") as speeches:
        for line in speeches:
            speech = json.loads(line)
            if speech["year"] < options.first:
                continue
            for number, text in enumerate(passages(speech["body"]), 1):
                passage = {"id": f"{speech['id']}.{number}", "date": str(speech["year"]), "lang": "en",
                           "country": speech.get("country_name", ""), "body": text}
                sys.stdout.write(json.dumps(passage, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
