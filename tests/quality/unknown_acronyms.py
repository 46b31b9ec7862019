#!/usr/bin/env python3
"""Which short forms of a corpus does the gazetteer not know?

    unknown_acronyms.py --bin build/release/bin [--years 2015-2024] corpus.jsonl[.xz|.gz] …

Prints the share of mentions that resolve to an organization, among the most frequent acronyms that
are multilateral; then the acronyms of most unresolved mentions, with how many of how many and one
place each. An acronym is taken to be multilateral unless not_multilateral.tsv (beside this file)
says it is national, technical or an ordinary word. A mention resolves when an organization covers
any part of it. Standard library only; needs dragoman-analyze. Exit 1 below --floor.
"""
import argparse
import collections
import gzip
import json
import lzma
import pathlib
import re
import subprocess
import sys
import threading

CONTEXT = 50


def open_lines(path):
    opener = {".xz": lzma.open, ".gz": gzip.open}.get(pathlib.Path(path).suffix, open)
    return opener(path, "rt", encoding="utf-8")


def documents(paths, years):
    for path in paths:
        with open_lines(path) as lines:
            for line in lines:
                document = json.loads(line)
                if not years or years[0] <= int(document.get("year", 0)) <= years[1]:
                    yield document.get("body", ""), document.get("lang", "")


def analyzed(program, texts):
    """Each text with what the program says of it; a thread feeds it while its answers are read."""
    command = [program, "--input", "jsonl", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        sent = collections.deque()

        def feed():
            for text, lang in texts:
                sent.append(text)
                run.stdin.write(json.dumps({"body": text, "lang": lang}).encode("utf-8") + b"\n")
            run.stdin.close()

        threading.Thread(target=feed, daemon=True).start()
        for line in run.stdout:
            yield sent.popleft(), json.loads(line)


def spelled(text):
    """U.N. and UN are one acronym, and so are NGOs and NGO."""
    plain = text.replace(".", "")
    return plain[:-1] if re.fullmatch(r"[A-Z]{2,}s", plain) else plain


def is_covered(start, end, mentions):
    return any(mention["start"] < end and start < mention["end"] for mention in mentions)


class Tally:
    def __init__(self):
        self.seen = collections.Counter()
        self.resolved = collections.Counter()
        self.place = {}

    def add(self, text, analysis):
        for start, end in analysis["acronyms"]:
            acronym = spelled(text[start:end])
            self.seen[acronym] += 1
            if is_covered(start, end, analysis["organizations"]):
                self.resolved[acronym] += 1
            elif acronym not in self.place:
                before, after = text[max(0, start - CONTEXT):start], text[end:end + CONTEXT]
                self.place[acronym] = " ".join(f"{before}[{text[start:end]}]{after}".split())

    def unresolved(self, acronym):
        return self.seen[acronym] - self.resolved[acronym]


def not_multilateral():
    path = pathlib.Path(__file__).with_name("not_multilateral.tsv")
    return {line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines()[1:]}


def report(tally, top, show):
    excluded = not_multilateral()
    ranked = [acronym for acronym, _ in tally.seen.most_common() if acronym not in excluded]
    frequent = ranked[:top]
    mentions = sum(tally.seen[acronym] for acronym in frequent)
    resolved = sum(tally.resolved[acronym] for acronym in frequent)
    share = resolved / mentions if mentions else 1.0
    print(f"{len(frequent)} most frequent multilateral acronyms: "
          f"{resolved} of {mentions} mentions resolved, {share:.2%}")
    for acronym in sorted(ranked, key=tally.unresolved, reverse=True)[:show]:
        if tally.unresolved(acronym):
            rank = "top" if acronym in frequent else "   "
            count = f"{tally.unresolved(acronym):6} of {tally.seen[acronym]:6}"
            print(f"{count} {rank} {acronym}\t{tally.place[acronym]}")
    return share


def main():
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", required=True, help="folder of dragoman-analyze")
    options.add_argument("--years", help="FROM-TO: only documents of these years")
    options.add_argument("--top", type=int, default=200, help="how many acronyms count (200)")
    options.add_argument("--show", type=int, default=40, help="how many unresolved to print (40)")
    options.add_argument("--floor", type=float, default=0.0, help="least share, as 0.95")
    options.add_argument("corpus", nargs="+")
    chosen = options.parse_args()
    years = [int(year) for year in chosen.years.split("-")] if chosen.years else None
    tally = Tally()
    texts = documents(chosen.corpus, years)
    for text, analysis in analyzed(f"{chosen.bin}/dragoman-analyze", texts):
        tally.add(text, analysis)
    return 0 if report(tally, chosen.top, chosen.show) >= chosen.floor else 1


if __name__ == "__main__":
    sys.exit(main())
