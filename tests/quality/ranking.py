#!/usr/bin/env python3
"""Ranking on the judged collections beside the project, next to stock Xapian in the same run.

    ranking.py --bin build/release/bin --cache DIR [COLLECTION …] [--search-args …]

Collections are folders of ../shared/data; ungdc is the UN General Debate from 2015, cut by ungdc_passages.py, with the
queries of corpora/queries. The baseline is bench/stock_index and bench/stock_search (cmake -DDRAGOMAN_BUILD_BENCH=ON). Indexes are kept in DIR and
made anew when the program that made them is newer. The scores are those of ../shared/eval/evaluate.py. Prints a table of
nDCG@10, MAP@100 and MRR@10 of both programs and the ratio of the nDCGs; --halves adds the nDCG of the queries with odd
and with even places, for checking on one half what was tuned on the other. Exit 77 when there are no data.
"""
import argparse
import collections
import importlib.util
import os
import pathlib
import shlex
import subprocess
import sys

PROJECT = pathlib.Path(__file__).resolve().parents[2]
NO_DATA = 77

# The judged runs: name, collection, queries, judgments, language of the stock stemmer.
Run = collections.namedtuple("Run", "name collection queries qrels lang")
RUNS = [
    Run("Cranfield", "ir_cranfield", "queries.tsv", "qrels.txt", "en"),
    Run("CISI", "ir_cisi", "queries.tsv", "qrels.txt", "en"),
    Run("TIME", "ir_time", "queries.tsv", "qrels.txt", "en"),
    Run("Security Council, topics", "un_sc_resolutions_full", "queries.tsv", "qrels.txt", "en"),
    Run("treaty bodies, by title", "un_treaty_bodies_gc", "queries.tsv", "qrels.txt", "en"),
    Run("roll calls, by title", "un_ga_votes_titles", "queries.tsv", "qrels.txt", "en"),
    Run("kremlin.ru, by title", "kremlin_ru", "queries.tsv", "qrels.txt", "ru"),
    Run("Security Council, by symbol", "un_sc_resolutions_full", "symbol_queries.tsv",
        "symbol_qrels.txt", "en"),
    Run("Security Council, citations", "un_sc_resolutions_full", "citation_queries.tsv",
        "citation_qrels.txt", "en"),
    Run("UN General Debate, passages", "ungdc", PROJECT / "corpora/queries/ungdc.tsv",
        PROJECT / "corpora/queries/ungdc.qrels", "en"),
]
TOPICAL = 7  # the first so many runs make the mean


def documents_of(run, data, cache):
    """The collection's documents; passages are cut once."""
    found = sorted((data / run.collection).glob("docs*.jsonl*"))[0]
    if run.collection != "ungdc":
        return found
    passages = cache / "ungdc-passages.jsonl"
    if not passages.exists():
        with passages.open("w", encoding="utf-8") as out:
            script = pathlib.Path(__file__).with_name("ungdc_passages.py")
            subprocess.run([sys.executable, script, "--from", "2015", found], stdout=out, check=True)
    return passages


def scores_of(shared):
    """The module with the scores, from beside the data."""
    path = shared / "eval" / "evaluate.py"
    spec = importlib.util.spec_from_file_location("evaluate", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Engine:
    def __init__(self, name, indexer, searcher, cache, takes_lang):
        self.name, self.indexer, self.searcher = name, indexer, searcher
        self.cache, self.takes_lang = cache, takes_lang

    def lang_args(self, run):
        return ["--lang", run.lang] if self.takes_lang else []

    def index(self, run, data):
        db = self.cache / f"{self.name}-{run.collection}"
        stamp = db.with_suffix(".made")
        if stamp.exists() and stamp.stat().st_mtime > self.indexer.stat().st_mtime:
            return db
        subprocess.run(["rm", "-rf", str(db)], check=True)
        subprocess.run([self.indexer, "--db", db, "--quiet", *self.lang_args(run),
                        documents_of(run, data, self.cache)], check=True)
        stamp.touch()
        return db

    def search(self, run, data, extra):
        queries = data / run.collection / run.queries
        done = subprocess.run([self.searcher, "--db", self.index(run, data), *self.lang_args(run),
                               "--batch", queries, "--format", "trec", "-n", "100", *extra],
                              capture_output=True, text=True, check=False)
        found = collections.defaultdict(list)
        for line in done.stdout.splitlines():
            fields = line.split()
            if len(fields) >= 5:
                found[fields[0]].append(fields[2])
        if not found:
            sys.exit(f"{self.name} found nothing in {run.collection}: {done.stderr.strip()[:200]}")
        return found


def judged(run, data, evaluate):
    """The judgments of the queries asked, and the ids of these in their order."""
    path = data / run.collection / run.queries
    ids = [line.split("\t")[0] for line in path.open(encoding="utf-8") if line.strip()]
    judgments = evaluate.read_qrels(data / run.collection / run.qrels)
    return {q: judgments[q] for q in ids if q in judgments}


def halves(judgments, found, evaluate):
    places = list(judgments.items())
    return [evaluate.score(dict(places[half::2]), found)[1] for half in (0, 1)]


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, type=pathlib.Path)
    parser.add_argument("--cache", required=True, type=pathlib.Path)
    parser.add_argument("--shared", type=pathlib.Path, default=PROJECT.parent / "shared")
    parser.add_argument("--search-args", default="", help="given to dragoman-search too")
    parser.add_argument("--halves", action="store_true")
    parser.add_argument("collections", nargs="*")
    options = parser.parse_args()

    data = options.shared / "data"
    if not (options.shared / "eval" / "evaluate.py").exists():
        print(f"no judged collections in {options.shared}: skipped")
        return NO_DATA
    evaluate = scores_of(options.shared)
    options.cache.mkdir(parents=True, exist_ok=True)
    programs = options.bin.resolve()
    ours = Engine("dragoman", programs / "dragoman-index", programs / "dragoman-search",
                  options.cache, False)
    stock = Engine("stock", programs / "stock_index", programs / "stock_search", options.cache, True)
    for program in (stock.indexer, stock.searcher):
        if not program.exists():
            sys.exit(f"{program} is not built: configure with -DDRAGOMAN_BUILD_BENCH=ON")

    heads = ["queries", "nDCG@10", "stock", "ratio", "MAP", "stock", "MRR@10", "stock"]
    print(f"{'collection':30}" + "".join(f"{head:>9}" for head in heads)
          + ("  odd/even  stock" if options.halves else ""))
    ratios = []
    for number, run in enumerate(RUNS):
        if options.collections and run.collection not in options.collections:
            continue
        if not (data / run.collection).is_dir():
            print(f"{run.name:30} not there: skipped")
            continue
        judgments = judged(run, data, evaluate)
        found = ours.search(run, data, shlex.split(options.search_args))
        found_by_stock = stock.search(run, data, [])
        count, ndcg, mean_precision, reciprocal, _ = evaluate.score(judgments, found)
        _, stock_ndcg, stock_precision, stock_reciprocal, _ = evaluate.score(judgments,
                                                                             found_by_stock)
        ratio = ndcg / stock_ndcg
        if number < TOPICAL:
            ratios.append(ratio)
        line = (f"{run.name:30}{count:9d}{ndcg:9.4f}{stock_ndcg:9.4f}{ratio:9.3f}"
                f"{mean_precision:9.4f}{stock_precision:9.4f}{reciprocal:9.4f}{stock_reciprocal:9.4f}")
        if options.halves:
            odd, even = halves(judgments, found, evaluate)
            stock_odd, stock_even = halves(judgments, found_by_stock, evaluate)
            line += f"  {odd:.4f}/{even:.4f}  {stock_odd:.4f}/{stock_even:.4f}"
        print(line, flush=True)
    if ratios:
        print(f"{'mean ratio of the first ' + str(len(ratios)):30}{'':27}{sum(ratios) / len(ratios):9.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
