"""The corpora that the scripts of bench/ measure on, the engines they ask, and how they ask them."""
import csv
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import time
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parent.parent
BIN = ROOT / "build/release/bin"
SPEECHES = ROOT.parent / "shared/data/ungdc/docs.jsonl.xz"
QUICK_PART = 16


def add_options(parser):
    parser.add_argument("--quick", action="store_true", help="a sixteenth of the documents, few queries")
    parser.add_argument("--speeches", default=os.path.relpath(SPEECHES), help="JSON Lines, plain or .xz")
    parser.add_argument("--work", default="", help="folder for corpora and indexes (build/bench)")
    parser.add_argument("--keep", action="store_true", help="take indexes that are there as they are")
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall",
                        help="cpu: time on a processor, where others use the machine")
    parser.add_argument("--queries", type=int, metavar="N", help="only the first N of each class")
    parser.add_argument("--rounds", type=int, default=0, help="of all queries (5; with --quick 2)")


def work_folder(options):
    folder = pathlib.Path(options.work or ROOT / "build" / ("bench-quick" if options.quick else "bench"))
    folder.mkdir(parents=True, exist_ok=True)
    if not os.path.exists(options.speeches):
        sys.exit(f"{options.speeches} is not there: the UN General Debate Corpus as JSON Lines (id, year, body)")
    return folder


def make(path, *command):
    """The file that the command writes, unless it is there."""
    if not path.exists():
        unfinished = path.with_suffix(".unfinished")
        with open(unfinished, "w", encoding="utf-8") as out:
            subprocess.run([sys.executable, *map(str, command)], stdout=out, check=True)
        unfinished.rename(path)
    return path


def make_corpora(folder, options):
    """The files of speeches and of passages by name, and the queries."""
    bench = ROOT / "bench"
    part = ("--part", QUICK_PART if options.quick else 1)
    corpora = {
        "passages": make(folder / "passages.jsonl", bench / "make_passages.py", *part, options.speeches),
        "speeches": make(folder / "speeches.jsonl", bench / "make_passages.py", "--whole", *part, options.speeches),
    }
    count = ("--count", 10 if options.quick else 50)
    return corpora, make(folder / "queries.tsv", bench / "draw_queries.py", *count, corpora["passages"])


def read_queries(path, most=None):
    """By class, at most so many: dictionaries of the query in each language."""
    queries = {}
    with open(path, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            queries.setdefault(row["class"], []).append(row)
    return {name: of_class[:most] for name, of_class in queries.items()}


class Reply(NamedTuple):
    wall: int  # microseconds
    cpu: int
    matches: int
    hits: int
    marks: int


class Engine:
    """A running engine; bench/peers/engine.h has the protocol."""

    def __init__(self, command):
        self.process = subprocess.Popen([*map(str, command)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        encoding="utf-8", bufsize=1)

    def ask(self, query, shown, years=False, limit=10, offset=0):
        self.process.stdin.write(f"{shown:d}\t{years:d}\t{limit}\t{offset}\t{query}\n")
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.process.args[0]} ended at: {query}")
        return Reply(*map(int, line.split("\t")))

    def peak_megabytes(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as lines:
            return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def of_class(name):
    """What a class asks for besides its words."""
    return {"years": name == "facets", "offset": 90 if name == "page10" else 0}


def run_measured(command, **options):
    """Seconds by each clock and peak megabytes of a program that must succeed."""
    start = time.monotonic()
    process = subprocess.Popen([*map(str, command)], stdout=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    seconds = {"wall": time.monotonic() - start, "cpu": usage.ru_utime + usage.ru_stime}
    return seconds, usage.ru_maxrss / 1024


def size_of(path):
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) if path.is_dir() else path.stat().st_size


def text_megabytes(corpus):
    with open(corpus, encoding="utf-8") as lines:
        return sum(len(json.loads(line)["body"].encode()) for line in lines) / 1e6


def percentile(values, part):
    """The value that `part` of 1 do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def median(values):
    return statistics.median(values)


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} cores, {re.sub(r' +', ' ', model)}"


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines) + "\n"
