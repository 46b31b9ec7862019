#!/usr/bin/env python3
"""Dragoman beside others: the same documents and queries, one run, one machine; prints tables in Markdown.

    script/bench --peers [--quick] [--keep] > table.md       # builds what this needs, and calls it

What is measured: an engine that stays open answers each query of bench/draw_queries.py, without and with marked passages;
it takes the time itself. Then whole processes, from the start to the end of a program. Engines are asked in turn, query
by query, and each round begins with another one, so that noise of the machine meets all. A figure is the median over the
rounds; p50, p95 and p99 are over the queries of a class.
Corpora: speeches and their passages, as bench/make_passages.py makes them.
Notes: --clock cpu counts time on a processor, where others use the machine. A round of all queries comes first and does not count, for the virtual machine of Java three. A query that takes an
engine more than a tenth of a second is asked in two rounds only. Indexes are as each engine leaves them.
"""
import argparse
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
from typing import Callable, NamedTuple

from engines import (BIN, ROOT, Engine, add_options, machine, make_corpora, median, of_class, percentile, read_queries,
                     run_measured, size_of, table, text_megabytes, work_folder)

JARS = [f"/usr/share/java/lucene-{name}-4.10.4.jar" for name in
        ("core", "analyzers-common", "queryparser", "queries", "highlighter", "memory")]
SLOW = 100_000  # microseconds
SLOW_ROUNDS = 2
MODES = {"without passages": False, "with marked passages": True}


class Peer(NamedTuple):
    name: str
    language: str  # a column of the queries
    index: str  # name of the index; engines may share one
    build: Callable  # index, corpus, Java classes -> command
    ask: Callable  # index, Java classes -> command
    warm_up: int = 1  # rounds


def java(classes, *arguments):
    return ["java", "-Xmx1g", "-cp", os.pathsep.join([str(classes), *JARS]), "LuceneEngine", *arguments]


def tab_separated(corpus):
    """The corpus in lines that need no parser of JSON."""
    path = corpus.with_suffix(".tsv")
    if not path.exists():
        with open(corpus, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as out:
            for document in map(json.loads, lines):
                fields = (document["id"], document["date"][:4], document.get("title", ""), document["body"])
                out.write("\t".join(" ".join(field.split()) for field in fields) + "\n")
    return path


PEERS = [
    Peer("Dragoman", "dragoman", "dragoman",
         lambda index, corpus, _: [BIN / "dragoman-index", "--db", index, "--jobs", "1", "--quiet", corpus],
         lambda index, _: [BIN / "dragoman_engine", index]),
    Peer("Xapian", "xapian", "stock",
         lambda index, corpus, _: [BIN / "stock_index", "--db", index, "--quiet", corpus],
         lambda index, _: [BIN / "xapian_engine", index]),
    Peer("FTS5", "fts5", "fts5",
         lambda index, corpus, _: [BIN / "fts5_engine", "--index", index, corpus],
         lambda index, _: [BIN / "fts5_engine", index]),
    Peer("Lucene", "lucene", "lucene",
         lambda index, corpus, classes: java(classes, "--index", index, tab_separated(corpus)),
         lambda index, classes: java(classes, "classic", index), warm_up=3),
    Peer("Lucene, offsets", "lucene", "lucene", None,
         lambda index, classes: java(classes, "postings", index), warm_up=3),
]


def say(text):
    print(text, file=sys.stderr, flush=True)


def index_path(folder, corpus, peer):
    return folder / f"{corpus.stem}.{peer.index}"


def build_index(folder, corpus, peer, classes, keep):
    """Builds an index; returns seconds by each clock, peak megabytes and bytes, which are kept beside it."""
    path = index_path(folder, corpus, peer)
    figures = path.with_name(path.name + ".json")
    if keep and figures.exists():
        return json.loads(figures.read_text())
    say(f"indexing {corpus.stem}: {peer.name}")
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    command = peer.build(path, corpus, classes)
    seconds, peak = run_measured(command)
    figures.write_text(json.dumps({"seconds": seconds, "peak": peak, "bytes": size_of(path)}))
    return json.loads(figures.read_text())


def index_table(folder, corpus, classes, clock, keep):
    megabytes = text_megabytes(corpus)
    rows = []
    for peer in PEERS:
        if peer.build is None:
            continue
        figures = build_index(folder, corpus, peer, classes, keep)
        seconds = figures["seconds"][clock]
        rows.append([peer.name, f"{seconds:.0f}", f"{megabytes / seconds:.1f}",
                     f"{figures['peak']:.0f}", f"{figures['bytes'] / 1e6:.0f}", f"{figures['bytes'] / 1e6 / megabytes:.2f}"])
    return f"Indexing, one thread, {megabytes:.0f} MB of text:\n\n" + table(
        ["engine", "seconds", "MB/s", "peak memory, MB", "index, MB", "times the text"], rows)


class Times:
    """Of one engine in one mode: microseconds by class and query, and the last replies."""

    def __init__(self, clock):
        self.clock = clock
        self.rounds = {}
        self.replies = {}

    def add(self, name, number, reply):
        self.rounds.setdefault(name, {}).setdefault(number, []).append(getattr(reply, self.clock))
        self.replies.setdefault(name, {})[number] = reply

    def is_done(self, name, number):
        taken = self.rounds.get(name, {}).get(number, [])
        return len(taken) >= SLOW_ROUNDS and min(taken) > SLOW

    def of(self, name, part):
        return percentile([median(taken) for taken in self.rounds[name].values()], part)

    def unmarked(self, name):
        return sum(1 for reply in self.replies[name].values() if reply.hits == 0 or reply.marks == 0)

    def matches(self, name):
        return median([reply.matches for reply in self.replies[name].values()])


def warm_up(peers, engines, queries):
    for peer, engine in zip(peers, engines):
        for _ in range(peer.warm_up):
            for name, asked in queries.items():
                for query in asked:
                    for shown in MODES.values():
                        engine.ask(query[peer.language], shown, **of_class(name))


def measure(peers, engines, queries, clock, rounds):
    """Times by mode and engine."""
    times = {mode: [Times(clock) for _ in peers] for mode in MODES}
    for count in range(rounds):
        turn = [(count + at) % len(peers) for at in range(len(peers))]
        say(f"round {count + 1} of {rounds}")
        for name, asked in queries.items():
            for number, query in enumerate(asked):
                for mode, shown in MODES.items():
                    for at in turn:
                        if not times[mode][at].is_done(name, number):
                            reply = engines[at].ask(query[peers[at].language], shown, **of_class(name))
                            times[mode][at].add(name, number, reply)
    return times


def time_table(peers, times, queries):
    rows = []
    for name in queries:
        ours = times[0]
        row = [name, " / ".join(f"{ours.of(name, part):,.0f}" for part in (0.5, 0.95, 0.99))]
        for theirs in times[1:]:
            row.append(" / ".join(f"{theirs.of(name, part):,.0f}" for part in (0.5, 0.95, 0.99)))
            row.append(" / ".join(f"{theirs.of(name, part) / ours.of(name, part):.1f}" for part in (0.5, 0.95)))
        rows.append(row)
    head = ["class", "Dragoman"]
    for peer in peers[1:]:
        head += [peer.name, "times ours"]
    return table(head, rows)


def answer_table(peers, times, queries):
    rows = [[name] + [f"{engine.matches(name):,.0f}, {engine.unmarked(name)}" for engine in times] for name in queries]
    return table(["class"] + [peer.name for peer in peers], rows)


def search_tables(folder, corpus, classes, queries, clock, rounds):
    peers = PEERS
    engines = [Engine(peer.ask(index_path(folder, corpus, peer), classes)) for peer in peers]
    say(f"warming up on {corpus.stem}")
    warm_up(peers, engines, queries)
    times = measure(peers, engines, queries, clock, rounds)
    text = ""
    for mode, of_peers in times.items():
        if MODES[mode]:
            shown, of_shown = list(range(len(peers))), of_peers
        else:  # the engines that differ in their passages only are one
            shown = [at for at, peer in enumerate(peers) if peer.build is not None]
            of_shown = [of_peers[at] for at in shown]
        text += (f"Searching {corpus.stem}, ten hits {mode}, µs (p50 / p95 / p99), and how many times ours (p50 / p95):\n\n"
                 + time_table([peers[at] for at in shown], of_shown, queries) + "\n")
    text += ("What was found (matches, median; FTS5 does not tell), and how many queries had no marked hit:\n\n"
             + answer_table(peers, times["with marked passages"], queries) + "\n")
    memory = ", ".join(f"{peer.name} {engine.peak_megabytes():.0f}" for peer, engine in zip(peers, engines))
    for engine in engines:
        engine.close()
    return text + f"Peak memory of the engines, MB: {memory}.\n"


def whole_process_table(folder, corpus, rounds):
    """The table of whole_process.py, on the indexes that are here."""
    work = folder / "whole"
    work.mkdir(exist_ok=True)
    for peer in PEERS[:2]:
        link = work / f"{peer.index}.db"
        if not link.is_symlink():
            link.symlink_to(index_path(folder, corpus, peer).resolve())
    say("whole processes")
    command = [ROOT / "bench/whole_process.py", "--work", work, "--bin", BIN, "--rounds", rounds + 1, corpus]
    done = subprocess.run([sys.executable, *map(str, command)], check=True, stdout=subprocess.PIPE, text=True)
    return f"Whole processes on {corpus.stem}:\n\n{done.stdout}"


def compile_java(folder):
    classes = folder / "java"
    subprocess.run(["javac", "-encoding", "UTF-8", "-cp", os.pathsep.join(JARS), "-d", classes,
                    ROOT / "bench/peers/LuceneEngine.java"], check=True)
    return classes


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    parser.add_argument("--corpus", choices=("passages", "speeches"), help="only this one")
    parser.add_argument("--index-only", action="store_true", help="make the indexes, for --keep")
    options = parser.parse_args()
    folder = work_folder(options)
    rounds = options.rounds or (2 if options.quick else 5)
    corpora, query_file = make_corpora(folder, options)
    queries = read_queries(query_file, options.queries)
    classes = compile_java(folder)
    part = " (a sixteenth of the documents)" if options.quick else ""
    clock = ", time on a processor" if options.clock == "cpu" else ""
    print(f"{datetime.date.today():%-d %B %Y}, {machine()}; {rounds} rounds{part}{clock}.\n", flush=True)
    for name, corpus in corpora.items():
        if options.corpus in (None, name):
            print(index_table(folder, corpus, classes, options.clock, options.keep), flush=True)
            if not options.index_only:
                print(search_tables(folder, corpus, classes, queries, options.clock, rounds), flush=True)
    if options.corpus in (None, "speeches") and not options.index_only:
        print(whole_process_table(folder, corpora["speeches"], rounds), flush=True)


if __name__ == "__main__":
    main()
