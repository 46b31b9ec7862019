#!/usr/bin/env python3
"""Loads dragoman-serve on this machine, and asks the same engine in process.

    bench/load.py --db ungdc.db [--bin build/release/bin] [--queries corpora/queries/ungdc.tsv] [--seconds 30]

What is measured: requests a second, latency and memory of the server under `wrk` with 32 connections that never pause;
then the same searches through dragoman-search --batch, as many processes as there are cores, each 400 of them.
The mix, drawn with a fixed seed from the index itself: of 20 requests 11 are searches of the judged queries and of runs
of 1 to 4 words from documents, 2 of phrases, 2 have facets and a filter (what the page asks), 2 are suggestions, 1 counts
facets, 2 fetch a document with marks. Prints one line of JSON. Exit 1 when any answer was an error, 2 without wrk.
"""
import argparse
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

CONNECTIONS = 32
DISTINCT = 2000  # requests that are asked in turn
ALONE = 400  # searches that each process asks
LUA = """
local paths, at, threads = {}, 0, 0
function setup(thread) thread:set("number", threads); threads = threads + 1 end
function init(args)
  for line in io.lines(os.getenv("DRAGOMAN_PATHS")) do paths[#paths + 1] = wrk.format("GET", line) end
  at = number * math.floor(#paths / 2)
end
function request() at = at % #paths + 1; return paths[at] end
function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format('{"requests":%d,"seconds":%.3f,"bytes":%d,"errors":%d,"p50":%.2f,"p95":%.2f,"p99":%.2f,"most":%.2f}\\n',
    summary.requests, summary.duration / 1e6, summary.bytes, e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
"""


def ask(url, path, **parameters):
    with urllib.request.urlopen(url + path + "?" + urllib.parse.urlencode(parameters)) as reply:
        return json.load(reply)


class Drawn:
    """Queries and ids from the documents that the judged queries find."""

    def __init__(self, url, judged, seed):
        self.random = random.Random(seed)
        self.judged = judged
        self.ids, self.texts, self.names = [], [], []
        for query in judged:
            answer = ask(url, "search", q=query, n=50, passages=3, facet="org")
            self.ids += [hit["id"] for hit in answer["hits"]]
            self.texts += [passage["text"] for hit in answer["hits"] for passage in hit["passages"]]
            self.names += [value["label"] for value in answer["facets"]["org"][:10]]

    def words(self):
        words = re.findall(r"\w+", self.random.choice(self.texts))
        begin = self.random.randrange(len(words))
        return " ".join(words[begin:begin + self.random.randint(1, 4)])

    def query(self):
        return self.random.choice([self.words(), self.words(), self.random.choice(self.judged), self.random.choice(self.names)])

    def path(self, kind):
        pick = self.random.choice
        if kind == "phrase":
            return "search", {"q": '"' + self.words() + '"'}
        if kind == "page":
            year = self.random.randint(1975, 2010)
            return "search", {"q": self.query(), "date": f"{year}..{year + 9}", "facet": "org,lang,source,type,year", "values": 40}
        if kind == "suggest":
            return "suggest", {"q": self.query()[:self.random.randint(2, 20)]}
        if kind == "facets":
            return "facets", {"q": self.query()}
        if kind == "document":
            return "doc/" + urllib.parse.quote(pick(self.ids)), {"q": self.query()}
        return "search", {"q": self.query()}

    def paths(self, count):
        mix = ["search"] * 11 + ["phrase"] * 2 + ["page"] * 2 + ["suggest"] * 2 + ["facets"] + ["document"] * 2
        return [self.path(self.random.choice(mix)) for _ in range(count)]


def memory_mb(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def wrk(url, paths, seconds, folder):
    (folder / "paths").write_text("".join(f"/{p}?{urllib.parse.urlencode(q)}\n" for p, q in paths))
    (folder / "load.lua").write_text(LUA)
    done = subprocess.run(["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s", "-s", str(folder / "load.lua"), url],
                          env={**os.environ, "DRAGOMAN_PATHS": str(folder / "paths")}, capture_output=True, text=True, check=True)
    return json.loads(next(line for line in done.stdout.splitlines() if line.startswith("{")))


def in_process(bin_folder, db, queries, folder):
    """Searches a second of dragoman-search --batch, a process a core, each with all queries."""
    (folder / "queries").write_text("".join(query.replace("\t", " ") + "\n" for query in queries))
    command = [str(bin_folder / "dragoman-search"), "--db", db, "--format", "json", "--batch", str(folder / "queries")]
    begin = time.monotonic()
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(os.cpu_count())]
    for process in running:
        process.wait()
    return len(queries) * len(running) / (time.monotonic() - begin)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--db", required=True)
    parser.add_argument("--bin", type=pathlib.Path, default=pathlib.Path("build/release/bin"))
    parser.add_argument("--queries", type=pathlib.Path, default=pathlib.Path("corpora/queries/ungdc.tsv"))
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if not shutil.which("wrk"):
        print("bench/load.py: wrk is not installed (apt install wrk)", file=sys.stderr)
        return 2
    judged = [line.split("\t")[1] for line in arguments.queries.read_text().splitlines() if "\t" in line]
    server = subprocess.Popen([str(arguments.bin / "dragoman-serve"), "--db", arguments.db, "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        url = server.stdout.readline().split()[-1]
        drawn = Drawn(url, judged, arguments.seed)
        paths = drawn.paths(DISTINCT)
        searches = [q["q"] for p, q in paths if p == "search" and set(q) == {"q"}]
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            wrk(url, paths, max(2, arguments.seconds // 6), folder)
            before = memory_mb(server.pid)
            mixed = wrk(url, paths, arguments.seconds, folder)
            after = memory_mb(server.pid)
            plain = wrk(url, [("search", {"q": q}) for q in searches], arguments.seconds, folder)
            at_end = memory_mb(server.pid)
            alone = in_process(arguments.bin, arguments.db, searches[:ALONE], folder)
    finally:
        server.terminate()
    ended = server.wait(timeout=60)
    result = {"mixed": mixed, "searches": plain, "mixed_per_s": round(mixed["requests"] / mixed["seconds"]),
              "searches_per_s": round(plain["requests"] / plain["seconds"]), "in_process_per_s": round(alone),
              "memory_mb": [round(before), round(after), round(at_end)], "exit": ended}
    print(json.dumps(result))
    return 1 if mixed["errors"] + plain["errors"] + ended > 0 else 0


if __name__ == "__main__":
    sys.exit(main())
