#!/usr/bin/env python3
"""Times whole processes, from the command line to the last byte of the answer, on one collection.

    bench/whole_process.py --work DIR [--bin build/release/bin] [--rounds 7] docs.jsonl.xz

The collection is JSON Lines with id and body, at will compressed by xz. Compared are dragoman-search (ten hits, two marked passages a hit),
quest of xapian-tools and recollq of recollcmd, without and with abstracts, each where it is installed, and open_index, a
C++ program that only opens Dragoman's index: nothing that searches can take less. Indexes are made in DIR and kept there: for
recoll the documents are written as text files.

Each round asks every program every query before the next round, so that all see the same moods of the machine; the first round
warms the files and does not count. Printed are the median and the 95th percentile of the time on the clock, and the
median of the time on the processor, which other work on the machine disturbs less. A program that fails ends the run, and
so does a query for which dragoman-search finds nothing. Exit 77 where a program that is needed is not built.
"""
import argparse
import json
import lzma
import os
import pathlib
import shutil
import subprocess
import sys
import time
from typing import NamedTuple

# Words, names, acronyms and phrases, from common to rare.
QUERIES = [
    "nuclear disarmament", "sustainable development", "climate change", "human rights", "OAU", "NATO", "WHO", "Non-Aligned Movement",
    "Organization of African Unity", "law of the sea", "apartheid", "Namibia independence", "Cyprus", "small island developing States",
    "debt crisis", "reform of the Security Council", '"collective security"', "famine in the Sahel", "landmines", "hydrofluorocarbons",
]
NOT_BUILT = 77
NO_HITS = 1


class Program(NamedTuple):
    name: str
    command: list[str]  # before the query
    searches: bool = True


class Times(NamedTuple):
    clock: list[float]  # seconds
    processor: list[float]


def opened(path):
    return lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")


def write_texts(collection, folder):
    folder.mkdir(parents=True)
    with opened(collection) as lines:
        for number, line in enumerate(lines):
            (folder / f"{number:06}.txt").write_text(json.loads(line)["body"], encoding="utf-8")


def make(path, command):
    """Runs the command that makes `path`, unless it is there."""
    if not path.exists():
        print("making", path, file=sys.stderr)
        subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make_recoll(work, collection):
    """recoll's configuration, with its index."""
    conf = work / "recoll"
    texts = work / "texts"
    if not texts.exists():
        write_texts(collection, texts)
    conf.mkdir(exist_ok=True)
    (conf / "recoll.conf").write_text(f"topdirs = {texts}\nskippedNames =\n", encoding="utf-8")
    make(conf / "xapiandb", ["recollindex", "-c", conf])
    return conf


def programs(options):
    built, work, collection = options.bin, options.work, options.collection
    for name in ("dragoman-index", "dragoman-search", "stock_index", "open_index"):
        if not (built / name).exists():
            print(f"{built / name} is not built: cmake --preset release -DDRAGOMAN_BUILD_BENCH=ON", file=sys.stderr)
            sys.exit(NOT_BUILT)
    index = work / "dragoman.db"
    make(index, [built / "dragoman-index", "--db", index, "--quiet", collection])
    yield Program("open_index", [str(built / "open_index"), str(index)], searches=False)
    yield Program("dragoman-search", [str(built / "dragoman-search"), "--db", str(index)])
    if shutil.which("quest"):
        stock = work / "stock.db"
        make(stock, [built / "stock_index", "--db", stock, "--lang", "en", collection])
        yield Program("quest", ["quest", f"--db={stock}", "--msize=10", "--stemmer=english"])
    if shutil.which("recollq"):
        conf = make_recoll(work, collection)
        yield Program("recollq", ["recollq", "-c", str(conf), "-n", "10"])
        yield Program("recollq -A", ["recollq", "-c", str(conf), "-n", "10", "-A"])


def run(command):
    """Its exit status, and the seconds on the clock and on the processor."""
    reading, writing = os.pipe()
    start = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, writing, 1)])
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        answer.read()
    _, status, used = os.wait4(pid, 0)
    took = time.perf_counter() - start
    return os.waitstatus_to_exitcode(status), took, used.ru_utime + used.ru_stime


def measure(compared, rounds):
    times = {program.name: Times([], []) for program in compared}
    for number in range(rounds):
        for query in QUERIES:
            for program in compared:
                status, clock, processor = run(program.command + [query] * program.searches)
                if status != 0 and (status != NO_HITS or program.name == "dragoman-search"):
                    sys.exit(f"{program.name}: status {status}: {query}")
                if number > 0:
                    times[program.name].clock.append(clock)
                    times[program.name].processor.append(processor)
    return times


def at(values, part):
    return 1000 * sorted(values)[min(len(values) - 1, int(part * len(values)))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--bin", type=pathlib.Path, default="build/release/bin")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("collection")
    options = parser.parse_args()
    options.work = options.work.resolve()
    options.work.mkdir(parents=True, exist_ok=True)
    compared = list(programs(options))
    times = measure(compared, options.rounds)
    print("| program | median, ms | 95 %, ms | processor, median, ms |\n|---|---|---|---|")
    for name, (clock, processor) in times.items():
        print(f"| `{name}` | {at(clock, 0.5):.1f} | {at(clock, 0.95):.1f} | {at(processor, 0.5):.1f} |")


if __name__ == "__main__":
    main()
