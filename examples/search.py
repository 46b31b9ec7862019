"""Searches an index:  python3 search.py news.db 'SCO cooperation'"""
import sys

import dragoman

try:
    answer = dragoman.open(sys.argv[1]).search(sys.argv[2], limit=3, facets=["org"])
except dragoman.Error as error:
    sys.exit(f"{error.message} ({error.hint})")

print(f"{answer.total} documents")
for hit in answer:
    print(f"{hit.rank}. {hit.title}")
    for passage in hit.passages:
        print("  ", passage.text, [passage.text[mark.start:mark.end] for mark in passage.marks])
for value in answer.facets["org"][:3]:
    print(f"{value.count:5}  {value.label}")
