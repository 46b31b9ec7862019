"""A disk that is full, really or by a limit on the size of files: the old index stays, in words."""
import json
import os
import pathlib
import resource
import subprocess
import unittest

from dumps import Dump
from programs import BIN, ProgramTest

SMALL = 1 << 20
LARGE = 64 << 20


class DiskFullTest(ProgramTest):
    def setUp(self):
        super().setUp()
        made = Dump(2)
        made.write_lines(self.folder / "first.jsonl", made.documents(20, "first-"))
        made.write_lines(self.folder / "second.jsonl", made.documents(1500, "second-"))

    def mount(self, size):
        """A file system of its own for the index."""
        disk = self.folder / "disk"
        disk.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(disk)]
        if os.geteuid() != 0 or subprocess.run(command, capture_output=True).returncode != 0:
            self.skipTest("may not mount a small file system")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=True)
        self.db = pathlib.Path(disk) / "db"

    def exported(self):
        code, out, err = self.run_program("dragoman-index", "--db", self.db, "--export")
        self.assertEqual((code, err), (0, ""))
        return out

    def assert_sound(self, documents):
        code, out, err = self.run_program("dragoman-index", "--db", self.db, "--check")
        self.assertEqual((code, err), (0, ""))
        self.assertTrue(out.startswith(f"sound: {documents} documents"), out)

    def assert_refused_in_words(self, done, words):
        self.assertEqual(done.returncode, 2, done.stderr.decode())
        told = done.stderr.decode()
        self.assertIn(words, told)
        self.assertIn("hint: free some space; what was committed before is still there", told)
        self.assertEqual(len(told.splitlines()), 2, told)

    def test_a_full_disk_leaves_the_old_index(self):
        self.mount(SMALL)
        self.assertEqual(self.index("first.jsonl")[0], 0)
        before = self.exported()
        command = [str(BIN / "dragoman-index"), "--db", str(self.db), "--checkpoint", "1G", "second.jsonl"]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, timeout=120)
        self.assert_refused_in_words(done, "No space left on device")
        self.assertEqual(self.exported(), before)
        self.assert_sound(20)
        self.assertEqual(self.search("ОДКБ OR CSTO OR SCO")[0], 0)
        left = sorted(p.name for p in self.db.iterdir())
        self.assertEqual(left, ["XAPIANDB", "dragoman.files", "dragoman.lock", "seg-000001"])

        subprocess.run(["mount", "-o", f"remount,size={LARGE}", str(self.db.parent)], check=True)
        self.assertEqual(self.index("--quiet", "second.jsonl"), (0, "", ""))
        self.assert_sound(1520)

    def test_a_disk_that_fills_up_keeps_what_was_committed_before(self):
        self.mount(3 * SMALL)
        command = [str(BIN / "dragoman-index"), "--db", str(self.db), "--checkpoint", "100K", "second.jsonl"]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, timeout=120)
        self.assert_refused_in_words(done, "No space left on device")
        kept = len(self.exported().splitlines())
        self.assertGreater(kept, 0)
        self.assert_sound(kept)
        subprocess.run(["mount", "-o", f"remount,size={LARGE}", str(self.db.parent)], check=True)
        code, out, _ = self.index("--json", "second.jsonl")
        summary = json.loads(out)
        self.assertEqual((code, summary["unchanged"], summary["added"]), (0, kept, 1500 - kept))
        self.assert_sound(1500)

    def test_a_limit_on_files_is_told_alike(self):
        self.assertEqual(self.index("first.jsonl")[0], 0)
        before = self.exported()
        limit = 300 * 1024
        done = subprocess.run([str(BIN / "dragoman-index"), "--db", str(self.db), "second.jsonl"], cwd=self.folder,
                              capture_output=True, timeout=120,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        self.assert_refused_in_words(done, "File too large")
        self.assertEqual(self.exported(), before)
        self.assert_sound(20)
        self.assertEqual(self.index("--quiet", "second.jsonl"), (0, "", ""))
        self.assert_sound(1520)


if __name__ == "__main__":
    unittest.main()
