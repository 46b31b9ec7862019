"""--watch: documents come in while it runs."""
import json
import os
import signal
import subprocess
import time
import unittest

from programs import BIN, ProgramTest

PATIENCE = 60  # seconds until a test gives up; never how long something takes


class WatchTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.incoming = self.folder / "incoming"
        self.incoming.mkdir()
        self.write("incoming/old.txt", "Старое\n\nСаммит ОДКБ.\n")

    def start(self, *arguments):
        self.process = subprocess.Popen([str(BIN / "dragoman-index"), "--db", str(self.db), "--watch", "--json", *arguments,
                                         "incoming"], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.end)
        self.assertEqual(json.loads(self.process.stdout.readline())["added"], 1)

    def end(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()

    def until(self, query, ids):
        """Waits until a query finds these documents."""
        end = time.monotonic() + PATIENCE
        found = None
        while time.monotonic() < end:
            found = sorted(hit["id"] for hit in self.answer(query, "--all-copies", "-n", "100")["hits"])
            if found == sorted(ids):
                return
            time.sleep(0.05)
        self.assertEqual(found, sorted(ids))

    def stop(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=PATIENCE)
        self.assertEqual((self.process.returncode, err.decode()), (0, ""))
        return [json.loads(line) for line in out.decode().splitlines()]

    def test_indexes_what_comes_in(self):
        self.start()
        self.write("incoming/новое.txt", "Новое\n\nСаммит ОДКБ.\n")
        self.until("ОДКБ", ["incoming/old.txt", "incoming/новое.txt"])
        self.write("incoming/deep/er/lines.jsonl", '{"id":"a","body":"ОДКБ"}\n')
        self.until("ОДКБ", ["incoming/old.txt", "incoming/новое.txt", "a"])
        self.write("incoming/deep/er/more.jsonl", '{"id":"b","body":"ОДКБ"}\n')
        self.until("ОДКБ", ["incoming/old.txt", "incoming/новое.txt", "a", "b"])
        self.write("incoming/новое.txt", "Новое\n\nСаммит ШОС.\n")
        self.until("ШОС", ["incoming/новое.txt"])
        self.stop()

    def test_takes_what_is_moved_in_and_leaves_hidden_names(self):
        self.start()
        hidden = self.write("incoming/.часть", "Файл\n\nСаммит ШОС.\n")
        moved = self.write("elsewhere/dir/x.txt", "Файл\n\nСаммит СНГ.\n")
        os.rename(os.path.dirname(moved), self.incoming / "dir")
        self.until("СНГ", ["incoming/dir/x.txt"])
        self.until("ШОС", [])
        os.rename(hidden, self.incoming / "целое.txt")
        self.until("ШОС", ["incoming/целое.txt"])
        self.stop(signal.SIGINT)

    def test_waits_until_a_file_is_written(self):
        self.start()
        with open(self.incoming / "slow.jsonl", "w", encoding="utf-8") as slow:
            slow.write('{"id":"a","body":"ШОС"}\n{"id":"b","bo')
            slow.flush()
            self.write("incoming/quick.txt", "Быстрое\n\nСаммит СНГ.\n")
            self.until("СНГ", ["incoming/quick.txt"])
            self.until("ШОС", [])
            slow.write('dy":"ШОС"}\n')
        self.until("ШОС", ["a", "b"])
        self.assertEqual(sum(run["skipped"] for run in self.stop()), 0)

    def test_a_file_that_is_being_written_at_the_start_is_waited_for(self):
        with open(self.incoming / "slow.jsonl", "w", encoding="utf-8") as slow:
            slow.write('{"id":"a","bo')
            slow.flush()
            self.start()
            slow.write('dy":"ШОС"}\n')
        self.until("ШОС", ["a"])
        self.assertEqual(sum(run["skipped"] for run in self.stop()), 0)

    def test_many_files_make_few_commits(self):
        self.start()
        for i in range(200):
            self.write(f"incoming/{i:03}.txt", f"Файл {i}\n\nВстреча ШОС номер {i}.\n")
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.answer("ШОС", "--all-copies")["total"] < 200:
            time.sleep(0.05)
        runs = self.stop()
        self.assertEqual(sum(run["added"] for run in runs), 200)
        self.assertLess(len(runs), 20)

    def test_prunes_what_goes(self):
        self.start("--prune")
        self.write("incoming/dir/new.txt", "Новое\n\nСаммит ОДКБ в Минске.\n")
        self.until("ОДКБ", ["incoming/old.txt", "incoming/dir/new.txt"])
        os.rename(self.incoming / "old.txt", self.incoming / "renamed.txt")
        self.until("ОДКБ", ["incoming/renamed.txt", "incoming/dir/new.txt"])
        os.unlink(self.incoming / "dir/new.txt")
        self.until("ОДКБ", ["incoming/renamed.txt"])
        os.rmdir(self.incoming / "dir")
        self.stop()

    def test_other_writers_have_their_turn(self):
        self.start()
        code, _, err = self.index("--quiet", "--lock-timeout", "30", self.write_documents({"id": "other", "body": "ШОС"}))
        self.assertEqual(code, 0, err)
        self.write("incoming/new.txt", "Новое\n\nСаммит ШОС.\n")
        self.until("ШОС", ["other", "incoming/new.txt"])
        self.stop()

    def test_ends_at_once_when_nothing_happens(self):
        self.start()
        self.assertEqual(self.stop(signal.SIGINT), [])

    def test_a_directory_that_is_not_there_is_told(self):
        code, out, err = self.index("--watch", "nowhere")
        self.assertEqual((code, out), (2, ""))
        self.assertEqual(err, "dragoman-index: cannot watch nowhere: No such file or directory\n")
        self.assertFalse(self.db.exists())


if __name__ == "__main__":
    unittest.main()
