import bz2
import fcntl
import gzip
import json
import lzma
import os
import subprocess
import unittest

from programs import BIN, PATIENCE, SANITIZED, ProgramTest, needs


class IndexTest(ProgramTest):
    def found(self, query):
        return sorted(hit["id"] for hit in self.answer(query)["hits"])

    @needs("HTML")
    def test_reads_files_directories_and_standard_input(self):
        self.write("dump/один.txt", "Саммит ОДКБ\n\nВ Ереване.\n")
        self.write("dump/deep/two.html", "<html><head><title>CSTO</title><script>SCO</script></head><body><p>Met.</p></body></html>")
        code, out, err = self.index("dump", "-", stdin='{"id":"three","body":"OTSC"}\n'.encode())
        self.assertEqual((code, err), (0, ""))
        self.assertRegex(out, r"^3 added, 0 changed, 0 unchanged, 0 removed, 0 skipped; .+ MB/s\n$")
        self.assertEqual(len(self.found("CSTO")), 3)
        self.assertEqual(self.found("SCO"), [])

    @needs("ARCHIVES")
    def test_reads_what_is_compressed(self):
        line = '{"id":"%s","body":"саммит ОДКБ"}\n'
        self.write("a.jsonl.gz", gzip.compress((line % "gz").encode()))
        self.write("b.jsonl.xz", lzma.compress((line % "xz").encode()))
        self.write("c.jsonl.bz2", bz2.compress((line % "bz2").encode()))
        self.assertEqual(self.index("--quiet", "a.jsonl.gz", "b.jsonl.xz", "c.jsonl.bz2")[0], 0)
        self.assertEqual(self.found("CSTO"), ["bz2", "gz", "xz"])

    def test_skips_what_is_unchanged_and_replaces_what_changed(self):
        documents = self.write_documents({"id": "a", "body": "ОДКБ"}, {"id": "b", "body": "ШОС"})
        self.assertIn("2 added", self.index(documents)[1])
        self.assertIn("0 added, 0 changed, 2 unchanged", self.index(documents)[1])
        documents = self.write_documents({"id": "a", "body": "СНГ"}, {"id": "b", "body": "ШОС"})
        self.assertIn("0 added, 1 changed, 1 unchanged", self.index(documents)[1])
        self.assertEqual(self.found("CSTO"), [])
        self.assertEqual(self.found("CIS"), ["a"])

    def test_tells_each_bad_line_with_its_number_and_indexes_the_others(self):
        path = self.write("d.jsonl", '{"id":"a","body":"ОДКБ"}\n{"id":"b",\n{"id":"c","body":"ОДКБ"}\n')
        code, out, err = self.index(path)
        self.assertEqual(code, 1)
        self.assertRegex(err, r"^dragoman-index: skipped \S+d\.jsonl:2: .*JSON.*\n$")
        self.assertIn("2 added", out)
        self.assertEqual(self.found("CSTO"), ["a", "c"])

    def test_tells_what_it_cannot_read(self):
        self.write("empty.txt", "")
        os.mkfifo(self.folder / "pipe")
        good = self.write("good.txt", "Саммит ОДКБ\n")
        code, out, err = self.index("missing", "empty.txt", "pipe", good)
        self.assertEqual(code, 1)
        lines = err.splitlines()
        self.assertEqual(len(lines), 3, err)
        self.assertTrue(all(line.startswith("dragoman-index: skipped ") for line in lines), err)
        self.assertIn("missing: no such file", lines[0])
        self.assertIn("1 added", out)

    def test_refuses_a_directory_that_is_no_index(self):
        self.write("db/letter.txt", "dear")
        code, _, err = self.index(self.write_documents({"id": "a", "body": "x"}))
        self.assertEqual(code, 2)
        self.assertIn("is not an index of Dragoman", err)
        self.assertIn("hint:", err)

    def test_refuses_an_index_that_another_process_writes(self):
        documents = self.write_documents({"id": "a", "body": "x"})
        self.index("--quiet", documents)
        with open(self.db / "dragoman.lock", "r+") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            code, _, err = self.index(documents)
        self.assertEqual(code, 2)
        self.assertIn("being written to by process", err)

    def test_json_summary_and_dry_run(self):
        documents = self.write_documents({"id": "a", "body": "x"})
        summary = json.loads(self.index("--json", "--dry-run", documents)[1])
        self.assertEqual((summary["added"], summary["dry_run"]), (1, True))
        self.assertFalse(self.db.exists())

    def test_usage_errors_are_told(self):
        for arguments in ([], ["--jobs", "-1", "x"], ["--format", "odd", "x"], ["--map", "x", "y"], ["--max-size", "q", "x"]):
            code, _, err = self.index(*arguments)
            self.assertEqual(code, 2, arguments)
            self.assertIn("see dragoman-index --help", err)

    def test_draws_a_progress_bar_on_a_terminal_only(self):
        documents = self.write_documents(*({"id": str(i), "body": "саммит ОДКБ " * 300} for i in range(300 if SANITIZED else 3000)))
        _, _, err = self.index(documents)
        self.assertEqual(err, "")
        command = f"{BIN}/dragoman-index --db {self.folder}/db2 {documents}"
        done = subprocess.run(["script", "-qec", command, "/dev/null"], capture_output=True, timeout=2 * PATIENCE)
        self.assertIn(b"MB/s", done.stdout)
        self.assertIn(b"[#", done.stdout)


if __name__ == "__main__":
    unittest.main()
