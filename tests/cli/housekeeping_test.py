"""--stats, --check, --compact, --export, and what makes no sense together."""
import json
import os
import shutil
import subprocess
import unittest

from dumps import Dump
from programs import BIN, ProgramTest

DOCUMENTS = [
    {"id": "ru-1", "title": "Саммит ОДКБ", "body": "В Ереване прошёл саммит ОДКБ.", "date": "2016-11-24", "lang": "ru",
     "source": "ТАСС", "country": "Армения", "url": "https://example.org/1", "type": "news"},
    {"id": "en-1", "body": "The Security Council met.\nIt adopted \"resolution 2334 (2016)\".", "symbol": "S/PV.7853", "date": "2016"},
    {"id": "без языка", "body": "В Ташкенте прошла встреча ШОС. The SCO met in Tashkent, it was said. 上合组织峰会举行。", "n": "5"},
    {"id": "empty", "title": "Nur ein Titel \\ \u2028 😀", "body": ""},
]


class HousekeepingTest(ProgramTest):
    def setUp(self):
        super().setUp()
        code, _, err = self.index("--quiet", self.write_documents(*DOCUMENTS))
        self.assertEqual((code, err), (0, ""))

    def exported(self, db=None):
        code, out, err = self.run_program("dragoman-index", "--db", db or self.db, "--export")
        self.assertEqual((code, err), (0, ""))
        return out

    def test_stats_tell_what_is_in_the_index(self):
        code, out, err = self.index("--stats")
        self.assertEqual((code, err), (0, ""))
        lines = dict(line.split(":", 1) for line in out.splitlines())
        self.assertEqual(lines["documents"].strip(), "4")
        self.assertEqual(lines["dates"].strip(), "2016 to 2016-11-24")
        self.assertEqual(lines["segments"].strip(), "1")
        self.assertRegex(lines["last commit"], r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ")
        code, out, _ = self.index("--stats", "--json")
        stats = json.loads(out)
        self.assertEqual((stats["documents"], stats["files"], stats["commits"]), (4, 1, 1))
        self.assertEqual(sum(stats["languages"].values()), 4)
        self.assertGreater(stats["terms"], 20)
        self.assertGreater(stats["bytes"], 1000)
        self.assertIn("dragoman", stats["analyzer"])

    def test_export_gives_back_what_was_indexed(self):
        exported = [json.loads(line) for line in self.exported().rstrip("\n").split("\n")]
        self.assertEqual(exported, DOCUMENTS)

    def test_an_export_indexes_to_the_same_index(self):
        made = Dump(4)
        lines = self.folder / "made.jsonl"
        made.write_lines(lines, made.documents(80))
        self.index("--quiet", lines)
        export = self.exported()
        other = self.folder / "other"
        code, _, err = self.run_program("dragoman-index", "--db", other, "--quiet", "-", stdin=export.encode())
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(self.exported(other), export)
        for query in ("ОДКБ", "SCO", "WHO OR 联合国", "S/RES/2334", "date:2016", "lang:ru"):
            answers = []
            for db in (self.db, other):
                _, out, _ = self.run_program("dragoman-search", "--db", db, "--format", "json", "-n", "200", query)
                answer = json.loads(out)
                del answer["took_us"]
                answers.append(answer)
            self.assertEqual(answers[0], answers[1])
        # What was found in the index is unchanged, and so is everything.
        _, out, _ = self.index("-", stdin=export.encode())
        self.assertIn(" 0 added, 0 changed, 84 unchanged", " " + out)

    def test_check_finds_a_sound_index_sound(self):
        self.assertEqual(self.index("--check"), (0, "sound: 4 documents in 1 segment\n", ""))
        self.assertEqual(self.index("--check", "--quiet"), (0, "", ""))

    def test_check_finds_damage(self):
        made = Dump(3)
        lines = self.folder / "made.jsonl"
        made.write_lines(lines, made.documents(60))
        self.index("--quiet", lines)
        self.index("--quiet", "--compact")
        whole = self.folder / "whole"
        shutil.copytree(self.db, whole)
        (segment,) = self.db.glob("seg-*")
        for name in ("postlist.glass", "termlist.glass", "iamglass"):
            data = (segment / name).read_bytes()
            for damage in ("flipped", "cut", "missing"):
                if damage == "flipped":
                    # A page of text in the middle.
                    at = len(data) // 2
                    (segment / name).write_bytes(data[:at] + bytes(b ^ 0x55 for b in data[at:at + 2000]) + data[at + 2000:])
                elif damage == "cut":
                    (segment / name).write_bytes(data[:len(data) // 3])
                else:
                    (segment / name).unlink()
                code, out, err = self.index("--check")
                self.assertEqual((code, out), (2, ""), (name, damage))
                self.assertTrue(all(line.startswith("dragoman-index: ") for line in err.splitlines()), err)
                self.assertLess(len(err.splitlines()), 200)
                code, _, err = self.search("ОДКБ")  # never a crash
                self.assertIn(code, (0, 1, 2), (name, damage, err))
                (segment / name).write_bytes(data)
        self.assertEqual(self.index("--check")[0], 0)

    def test_compact_makes_one_segment(self):
        for i in range(5):
            self.index("--quiet", self.write_documents({"id": f"more{i}", "body": f"Ещё {i}"}, name=f"{i}.jsonl"))
        export = self.exported()
        self.assertGreater(json.loads(self.index("--stats", "--json")[1])["segments"], 1)
        code, out, err = self.index("--compact")
        self.assertEqual((code, err), (0, ""))
        self.assertRegex(out, r"^6 segments, .+ MB -> 1 segment, .+ MB\n$")
        self.assertEqual(self.exported(), export)
        self.assertEqual(self.index("--check")[0], 0)
        self.assertIn("5 unchanged", self.index(*(f"{i}.jsonl" for i in range(5)))[1])

    def test_a_closed_pipe_ends_an_export(self):
        command = f"{BIN}/dragoman-index --db {self.db} --export | head -n 1"
        done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
        self.assertEqual(json.loads(done.stdout)["id"], "ru-1")

    def test_what_is_no_index_is_told(self):
        for task in ("--stats", "--check", "--compact", "--export"):
            code, out, err = self.run_program("dragoman-index", "--db", "nowhere", task)
            self.assertEqual((code, out), (2, ""), task)
            self.assertIn("nowhere does not exist", err)
            self.assertFalse((self.folder / "nowhere").exists())
        os.mkdir(self.folder / "other")
        self.assertEqual(self.run_program("dragoman-index", "--db", "other", "--check")[0], 2)
        self.assertEqual(os.listdir(self.folder / "other"), [])

    def test_what_makes_no_sense_is_refused_in_words(self):
        cases = {
            ("--stats", "dump"): "--stats takes no files",
            ("--check", "--json"): "--json makes no sense with --check",
            ("--compact", "--jobs", "2"): "--jobs makes no sense with --compact",
            ("--export", "--quiet"): "--quiet makes no sense with --export",
            ("--stats", "--check"): "two tasks",
            ("--watch", "--compact"): "--watch makes no sense with --compact",
            ("--watch", "-"): "not standard input",
            ("--watch", "--dry-run", "."): "--dry-run writes nothing",
            ("--watch",): "nothing to index",
            ("--prune", "--dry-run", "."): "--dry-run does not look into the index",
            ("--prune", "-"): "--prune wants files or directories",
            ("--rescan", "--check-content", "."): "nothing left to --check-content",
            ("--lock-timeout", "-1", "."): "--lock-timeout wants seconds",
            ("--lock-timeout", "nan", "."): "--lock-timeout wants seconds",
            ("--checkpoint", "0", "."): "--checkpoint wants bytes",
        }
        for arguments, words in cases.items():
            code, out, err = self.index(*arguments)
            self.assertEqual((code, out), (2, ""), arguments)
            self.assertIn(words, err, arguments)
            self.assertIn("see dragoman-index --help", err)
        file = self.write("file.txt", "x")
        code, _, err = self.index("--watch", file)
        self.assertEqual(code, 2)
        self.assertIn("--watch watches directories", err)

    def test_help_names_every_option(self):
        _, out, _ = self.index("--help")
        for option in ("--prune", "--watch", "--check-content", "--rescan", "--checkpoint", "--lock-timeout", "--stats",
                       "--check", "--compact", "--export"):
            self.assertIn(option + " ", out)


if __name__ == "__main__":
    unittest.main()
