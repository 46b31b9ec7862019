#!/usr/bin/env python3
"""What a query costs against the size of the index, and of a document; prints tables in Markdown.

    script/bench --sizes [--quick] [--keep] > table.md

What is measured: the same queries on an eighth, a quarter, a half and all of the passages, with marked passages; the
slope is the power of the size that the p50 grows with, 0 being a cost that does not grow, 1 one that grows as the index
does. Then one document of 5 kB and one of 5 MB, the match at the end of each.
Corpora: passages of every eighth, fourth, second and each speech; long documents made of sentences of speeches.
Notes: the indexes are asked in turn, query by query; a figure is the median over the rounds.
"""
import argparse
import datetime
import json
import math
import shutil

from engines import (BIN, QUICK_PART, ROOT, Engine, add_options, machine, make, make_corpora, median, of_class, percentile, read_queries,
                     run_measured, table, work_folder)

PARTS = (8, 4, 2, 1)
LENGTHS = {"5 kB": 5_000, "5 MB": 5_000_000}
MATCH = "The heron nests at Kyzylkum."  # in no speech
ASKED = "heron Kyzylkum"
ROUNDS_OF_ONE = 200


def build_index(path, corpus, keep):
    if not (keep and path.exists()):
        shutil.rmtree(path, ignore_errors=True)
        run_measured([BIN / "dragoman-index", "--db", path, "--quiet", corpus])
    return path


def open_parts(folder, options, whole):
    """An engine for each part, and how many documents it has."""
    opened = []
    for part in PARTS:
        corpus = whole
        if part > 1:
            corpus = make(folder / f"passages-{part}.jsonl", ROOT / "bench/make_passages.py", "--part",
                          part * (QUICK_PART if options.quick else 1), options.speeches)
        with open(corpus, encoding="utf-8") as lines:
            documents = sum(1 for _ in lines)
        engine = Engine([BIN / "dragoman_engine", build_index(folder / f"{corpus.stem}.dragoman", corpus, options.keep)])
        opened.append((engine, documents))
    return opened


def ask_in_turn(engines, queries, clock, rounds):
    """By class: for each engine the medians of the queries."""
    taken = {name: [[[] for _ in asked] for _ in engines] for name, asked in queries.items()}
    for count in range(rounds + 1):  # the first does not count
        for name, asked in queries.items():
            for number, query in enumerate(asked):
                for at in range(len(engines)):
                    turn = (at + count) % len(engines)
                    reply = engines[turn].ask(query["dragoman"], shown=True, **of_class(name))
                    if count > 0:
                        taken[name][turn][number].append(getattr(reply, clock))
    return {name: [[median(times) for times in engine] for engine in engines_of] for name, engines_of in taken.items()}


def slope(sizes, times):
    """Of the line through the logarithms, by least squares."""
    xs, ys = [math.log(size) for size in sizes], [math.log(max(time, 1)) for time in times]
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys)) / sum((x - x_mean) ** 2 for x in xs)


def size_table(folder, options, corpora, queries, rounds):
    opened = open_parts(folder, options, corpora["passages"])
    engines, sizes = [engine for engine, _ in opened], [documents for _, documents in opened]
    rows = []
    for name, by_engine in ask_in_turn(engines, queries, options.clock, rounds).items():
        half = [percentile(times, 0.5) for times in by_engine]
        most = [percentile(times, 0.95) for times in by_engine]
        rows.append([name, *(f"{a:,.0f} / {b:,.0f}" for a, b in zip(half, most)), f"{slope(sizes, half):.2f}"])
    for engine in engines:
        engine.close()
    head = ["class", *(f"{documents:,}" for documents in sizes), "slope"]
    return "Ten hits with marked passages, µs (p50 / p95), by the number of passages in the index:\n\n" + table(head, rows)


def write_long_document(path, speeches, length):
    text = []
    size = 0
    with open(speeches, encoding="utf-8") as lines:
        for line in lines:
            body = json.loads(line)["body"]
            text.append(body[:length - size])
            size += len(text[-1])
            if size >= length:
                break
    path.write_text(json.dumps({"id": path.stem, "lang": "en", "body": "\n".join([*text, MATCH])}) + "\n", encoding="utf-8")
    return path


def length_table(folder, options, corpora):
    engines = []
    for number, length in enumerate(LENGTHS.values()):
        corpus = write_long_document(folder / f"long-{number}.jsonl", corpora["speeches"], length)
        engines.append(Engine([BIN / "dragoman_engine", build_index(folder / f"long-{number}.dragoman", corpus, False)]))
    rows = []
    for mode, shown in (("without passages", False), ("with marked passages", True)):
        taken = [[], []]
        for _ in range(ROUNDS_OF_ONE):
            for at, engine in enumerate(engines):
                reply = engine.ask(ASKED, shown)
                if reply.hits != 1 or (shown and reply.marks < 2):
                    raise RuntimeError("the match at the end was not found")
                taken[at].append(getattr(reply, options.clock))
        short, long = median(taken[0]), median(taken[1])
        rows.append([mode, f"{short:,.0f}", f"{long:,.0f}", f"{long / short:.2f}"])
    for engine in engines:
        engine.close()
    return "One document, its match at the end, µs:\n\n" + table(["", *LENGTHS, "ratio"], rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    options = parser.parse_args()
    folder = work_folder(options)
    rounds = options.rounds or (2 if options.quick else 5)
    corpora, query_file = make_corpora(folder, options)
    clock = ", time on a processor" if options.clock == "cpu" else ""
    print(f"{datetime.date.today():%-d %B %Y}, {machine()}; {rounds} rounds{clock}.\n", flush=True)
    print(length_table(folder, options, corpora), flush=True)
    print(size_table(folder, options, corpora, read_queries(query_file, options.queries), rounds), flush=True)


if __name__ == "__main__":
    main()
