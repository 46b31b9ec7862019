"""Kills the indexer at random moments: the index opens each time, and in the end is the one of an
uninterrupted run.

DRAGOMAN_KILL_ROUNDS (default 5) and DRAGOMAN_KILL_FILES (default 5, of 120 documents each) make it longer.
DRAGOMAN_KILL_DUMP (JSON Lines, .xz or plain) takes the first 30 MB of a real dump in place of a made one."""
import json
import lzma
import os
import pathlib
import random
import shutil
import subprocess
import time
import unittest

from dumps import NAMES, Dump
from programs import BIN, ProgramTest

ROUNDS = int(os.environ.get("DRAGOMAN_KILL_ROUNDS", "5"))
FILES = int(os.environ.get("DRAGOMAN_KILL_FILES", "5"))
DUMP = os.environ.get("DRAGOMAN_KILL_DUMP")
DUMP_BYTES = 30_000_000
# Small, so that there are many moments between; real runs commit less often.
SMALL = ["--quiet", "--jobs", "2", "--checkpoint", "2M" if DUMP else "150K", "--prune"]


def take_dump(path, folder):
    """The beginning of a real dump, in FILES files."""
    opener = lzma.open if path.suffix == ".xz" else open
    folder.mkdir()
    with opener(path, "rb") as lines:
        for number in range(FILES):
            (folder / f"{number:03}.jsonl").write_bytes(b"".join(lines.readlines(DUMP_BYTES // FILES)))


class KillTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.random = random.Random(1)
        self.made = Dump(1)
        self.dump = self.folder / "dump"
        if DUMP:
            take_dump(pathlib.Path(DUMP), self.dump)
        else:
            self.made.write(self.dump, FILES, 120)
        self.kills = 0

    def start(self, db):
        return subprocess.Popen([str(BIN / "dragoman-index"), "--db", str(db), *SMALL, "dump"], cwd=self.folder,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def finish(self, db):
        begin = time.monotonic()
        process = self.start(db)
        _, err = process.communicate(timeout=600)
        self.assertEqual(process.returncode, 0, err)
        return time.monotonic() - begin

    def kill(self, db, longest):
        """Whether the run was killed before it ended."""
        process = self.start(db)
        time.sleep(self.random.uniform(0, longest))
        process.kill()
        _, err = process.communicate()
        self.assertIn(process.returncode, (0, -9), err)
        self.kills += process.returncode == -9
        return process.returncode == -9

    def check(self, db):
        """Documents of an index that must be sound; 0 when nothing was published yet."""
        if not (db / "XAPIANDB").exists():
            return 0
        code, _, err = self.run_program("dragoman-index", "--db", db, "--check", "--quiet")
        self.assertEqual((code, err), (0, ""), f"after kill {self.kills}")
        code, out, err = self.run_program("dragoman-search", "--db", db, "--format", "json", "-n", "1", "ОДКБ OR SCO")
        self.assertIn(code, (0, 1), err)
        _, stats, _ = self.run_program("dragoman-index", "--db", db, "--stats", "--json")
        return json.loads(stats)["documents"]

    def documents(self, db):
        code, out, err = self.run_program("dragoman-index", "--db", db, "--export")
        self.assertEqual(code, 0, err)
        return sorted(out.splitlines())

    def answers(self, db, *arguments):
        words = [word for names in NAMES.values() for word in names]
        words += [self.made.vocabulary[lang][i] for lang in ("en", "ru", "fr") for i in (0, 5, 50, 1000)]
        code, out, err = self.run_program("dragoman-search", "--db", db, "--format", "json", "-n", "10000", "--passages",
                                          "0", *arguments, "--batch", "-", stdin="\n".join(words).encode())
        self.assertEqual(code, 0, err)
        answers = [json.loads(line) for line in out.splitlines()]
        for answer in answers:
            del answer["took_us"]
            # Equal scores stand in the order of the index where pages are cut.
            answer["hits"] = sorted(({**hit, "rank": 0, "score": round(hit["score"], 6)} for hit in answer["hits"]),
                                    key=lambda hit: (-hit["score"], hit["id"]))
        return answers

    def assert_same_index(self, db, other, *arguments):
        self.assertEqual(self.documents(db), self.documents(other))
        for answer, expected in zip(self.answers(db, *arguments), self.answers(other, *arguments), strict=True):
            for hit in answer["hits"] + expected["hits"]:
                if arguments:  # which of several copies came first depends on what came when
                    hit["copies"] = 0
            self.assertEqual(answer, expected)

    def test_the_finished_index_is_that_of_an_uninterrupted_run(self):
        whole = self.folder / "whole"
        longest = self.finish(whole)
        last = 0
        while self.kills < ROUNDS:
            killed = self.kill(self.db, longest)
            documents = self.check(self.db)
            self.assertGreaterEqual(documents, last)
            last = documents
            if not killed:  # it came to its end: once more from the start
                self.assert_same_index(self.db, whole)
                shutil.rmtree(self.db)
                last = 0
        self.finish(self.db)
        self.check(self.db)
        self.assert_same_index(self.db, whole)
        leftovers = [p.name for p in self.db.iterdir() if p.name.startswith(("build-", "XAPIANDB."))]
        self.assertEqual(leftovers, [])

    def change_the_dump(self, step):
        """Changes, adds, renames and removes files."""
        files = sorted(self.dump.iterdir())
        changed, removed, renamed = self.random.sample(files, 3)
        if changed.suffix == ".jsonl":
            lines = changed.read_text(encoding="utf-8").splitlines(keepends=True)
            documents = [json.loads(line) for line in lines]
            documents[0]["body"] += f" Step {step}."
            self.made.write_lines(changed, documents[:-1] + self.made.documents(3, f"s{step}-"))
        else:
            changed.write_text(f"Шаг {step}\n\nСаммит ОДКБ прошёл на шаге {step}.\n", encoding="utf-8")
        removed.unlink()
        renamed.rename(self.dump / f"renamed-{step}{renamed.suffix}")

    def test_a_dump_that_changes_between_kills_is_followed(self):
        longest = self.finish(self.db)
        step = 0
        while self.kills < ROUNDS and step < 20 * ROUNDS:
            step += 1
            if len(list(self.dump.iterdir())) > 5:
                self.change_the_dump(step)
            else:
                self.made.write(self.dump, FILES, 40)
            self.kill(self.db, longest / 2)
            self.check(self.db)
        self.finish(self.db)
        self.check(self.db)
        fresh = self.folder / "fresh"
        self.finish(fresh)
        self.assert_same_index(self.db, fresh, "--all-copies")


if __name__ == "__main__":
    unittest.main()
