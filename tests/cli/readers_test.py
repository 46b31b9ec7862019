"""Searchers at work while a writer commits all the time: no error, and no answer that mixes two states.

DRAGOMAN_READERS_SECONDS (default 3) makes it longer."""
import json
import os
import pathlib
import subprocess
import tempfile
import threading
import time
import unittest

from programs import BIN, ProgramTest

SECONDS = float(os.environ.get("DRAGOMAN_READERS_SECONDS", "3"))
READERS = 8
MEMORY = "/dev/shm"
PERIOD = 0.1  # ten commits a second, if the machine is quick enough
ONCE_IN = 4  # commits a new process asks, which starts while the writer waits
THINKING = 0.005  # of each reader between two questions, so that the writer has its turn
WIDTH = 12   # documents of each generation


class Reader(threading.Thread):
    """One searcher process, asked again and again."""

    def __init__(self, test, stop):
        super().__init__()
        self.stop = stop
        self.answers = []
        self.process = subprocess.Popen(
            [str(BIN / "dragoman-search"), "--db", str(test.db), "--format", "json", "-n", str(10 * WIDTH),
             "--all-copies", "--passages", "1", "--batch", "-"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self):
        queries = ["поколение", '"nothing but generation"', "type:changing"]
        while not self.stop.is_set():
            query = queries[len(self.answers) % len(queries)]
            self.process.stdin.write((query + "\n").encode())
            self.process.stdin.flush()
            line = self.process.stdout.readline()
            if not line:
                break
            self.answers.append((query, json.loads(line)))
            time.sleep(THINKING)
        self.process.stdin.close()
        self.error = self.process.stderr.read().decode()
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()


class ReadersTest(ProgramTest):
    def setUp(self):
        super().setUp()
        # A disk takes longer than a tenth of a second to make a commit durable.
        if os.access(MEMORY, os.W_OK):
            memory = tempfile.TemporaryDirectory(dir=MEMORY)
            self.addCleanup(memory.cleanup)
            self.db = pathlib.Path(memory.name) / "db"

    def generation(self, number):
        """All documents of the index change with each generation, and some more come and go."""
        changing = [{"id": f"c{i}", "type": "changing", "title": f"Поколение {number}", "lang": "ru",
                     "body": f"Поколение {number}. This is nothing but generation {number} of document {i}.",
                     "generation": number} for i in range(WIDTH)]
        fresh = [{"id": f"n{number}-{i}", "body": f"Новое {number} {i}.", "lang": "ru"} for i in range(3)]
        return "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in changing + fresh).encode()

    def commit(self, number):
        code, _, err = self.index("--quiet", "--jobs", "1", "-", stdin=self.generation(number))
        self.assertEqual((code, err), (0, ""))

    def check_answer(self, query, answer):
        generations = {hit["fields"]["generation"] for hit in answer["hits"]}
        self.assertEqual(len(generations), 1, (query, generations))
        self.assertEqual(sorted(hit["id"] for hit in answer["hits"]), sorted(f"c{i}" for i in range(WIDTH)), query)
        number = generations.pop()
        for hit in answer["hits"]:
            self.assertTrue(any(number in passage["text"] for passage in hit["passages"]), hit)
        return int(number)

    def test_readers_see_one_state_after_another(self):
        self.commit(0)
        stop = threading.Event()
        readers = [Reader(self, stop) for _ in range(READERS)]
        for reader in readers:
            reader.start()
        commits = 0
        once = {}  # processes that open the index in the midst of it
        begin = time.monotonic()
        while time.monotonic() < begin + SECONDS:
            commits += 1
            self.commit(commits)
            if commits % ONCE_IN == 1:
                once[commits] = self.search("--format", "json", "-n", "100", "--all-copies", "type:changing")
            # By the clock of the whole: a commit that was late is made up for.
            time.sleep(max(0.0, begin + commits * PERIOD - time.monotonic()))
        stop.set()
        for reader in readers:
            reader.join()

        for reader in readers:
            self.assertEqual(reader.error, "")
            self.assertEqual(reader.process.returncode, 0)
            self.assertGreater(len(reader.answers), 0)
            seen = [self.check_answer(query, answer) for query, answer in reader.answers]
            self.assertEqual(seen, sorted(seen))  # time does not run back
        seen = set().union(*({self.check_answer(q, a) for q, a in reader.answers} for reader in readers))
        self.assertGreater(len(seen), 1)
        for number, (code, out, err) in once.items():
            self.assertEqual((code, err), (0, ""))
            self.assertEqual(self.check_answer("once", json.loads(out)), number)
        code, _, err = self.run_program("dragoman-index", "--db", self.db, "--check")
        self.assertEqual((code, err), (0, ""))
        print(f"{commits} commits, {sum(len(reader.answers) for reader in readers)} answers")


if __name__ == "__main__":
    unittest.main()
