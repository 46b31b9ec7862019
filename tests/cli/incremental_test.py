"""Indexing again: unchanged, changed, renamed and removed files."""
import json
import os
import shutil
import unittest

from programs import ProgramTest


class IncrementalTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("dump/один.txt", "Саммит ОДКБ\n\nВ Ереване прошёл саммит.\n")
        self.write("dump/два.txt", "Встреча ШОС\n\nВ Ташкенте прошла встреча.\n")
        self.write("dump/deep/lines.jsonl", '{"id":"a","body":"СНГ"}\n{"id":"b","body":"ЕАЭС"}\n')

    def run_over(self, *arguments, code=0):
        """The counts of one run that are not zero."""
        status, out, err = self.index("--json", *arguments)
        self.assertEqual(status, code, err)
        self.told = err
        summary = json.loads(out)
        names = ("added", "changed", "moved", "unchanged", "removed", "skipped")
        return {name: summary[name] for name in names if summary[name]}

    def ids(self, *arguments):
        _, out, _ = self.run_program("dragoman-index", "--db", self.db, "--export")
        return sorted(json.loads(line)["id"] for line in out.splitlines())

    def body(self, id):
        _, out, _ = self.run_program("dragoman-index", "--db", self.db, "--export")
        return {d["id"]: d["body"] for d in map(json.loads, out.splitlines())}.get(id)

    def move(self, old, new):
        (self.folder / new).parent.mkdir(parents=True, exist_ok=True)
        os.rename(self.folder / old, self.folder / new)

    def test_counts_unchanged_files_without_reading_them(self):
        self.assertEqual(self.run_over("dump"), {"added": 4})
        self.assertEqual(self.run_over("dump"), {"unchanged": 4})
        self.assertEqual(self.run_over("--check-content", "dump"), {"unchanged": 4})
        self.assertEqual(self.run_over("--rescan", "dump"), {"unchanged": 4})
        self.assertEqual(self.run_over(self.folder / "dump" / "deep"), {"unchanged": 2})

    def test_sees_a_change_that_hides_behind_size_and_time(self):
        path = self.folder / "dump/один.txt"
        self.run_over("dump")
        for text in ("Саммит СВМДА", "Саммит ОПЕК!"):
            before = os.stat(path)
            data = path.read_bytes()
            new = text.encode().ljust(len(data), b" ")[:len(data)]
            path.write_bytes(new)
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
            self.assertEqual((os.stat(path).st_size, os.stat(path).st_mtime_ns), (before.st_size, before.st_mtime_ns))
            self.assertEqual(self.run_over("dump"), {"changed": 1, "unchanged": 3})

    def test_a_touched_file_is_unchanged(self):
        self.run_over("dump")
        os.utime(self.folder / "dump/один.txt", (1, 1))
        self.assertEqual(self.run_over("dump"), {"unchanged": 4})

    def test_a_renamed_text_moves_and_is_not_doubled(self):
        self.run_over("dump")
        self.move("dump/один.txt", "dump/новое имя.txt")
        self.assertEqual(self.run_over("dump"), {"moved": 1, "unchanged": 3})
        self.assertEqual(self.ids(), ["a", "b", "dump/два.txt", "dump/новое имя.txt"])
        self.assertEqual(self.run_over("dump"), {"unchanged": 4})

    def test_a_renamed_directory_moves_and_documents_with_own_ids_stay(self):
        self.run_over("dump")
        self.move("dump", "archive/2016")
        self.assertEqual(self.run_over("archive"), {"moved": 2, "unchanged": 2})
        self.assertEqual(self.ids(), ["a", "archive/2016/два.txt", "archive/2016/один.txt", "b"])
        self.assertEqual(self.run_over("--prune", "archive"), {"unchanged": 4})

    def test_a_copied_file_is_no_renamed_one(self):
        self.run_over("dump")
        shutil.copy(self.folder / "dump/один.txt", self.folder / "dump/копия.txt")
        self.assertEqual(self.run_over("dump"), {"added": 1, "unchanged": 4})

    def test_a_file_that_is_gone_stays_until_pruned(self):
        self.run_over("dump")
        (self.folder / "dump/один.txt").unlink()
        self.assertEqual(self.run_over("dump"), {"unchanged": 3})
        self.assertIn("dump/один.txt", self.ids())
        self.assertEqual(self.run_over("--prune", "dump"), {"removed": 1, "unchanged": 3})
        self.assertEqual(self.ids(), ["a", "b", "dump/два.txt"])

    def test_prunes_nothing_from_elsewhere(self):
        self.run_over("dump")
        self.index("--quiet", "-", stdin='{"id":"stdin","body":"ОИС"}\n'.encode())
        shutil.rmtree(self.folder / "dump/deep")
        (self.folder / "dump/один.txt").unlink()
        self.write("other/три.txt", "Арктический совет\n\nЗаседание.\n")
        self.assertEqual(self.run_over("--prune", "other"), {"added": 1})
        self.assertEqual(self.run_over("--prune", "dump/deep", code=1), {"removed": 2, "skipped": 1})
        self.assertEqual(self.ids(), ["dump/два.txt", "dump/один.txt", "other/три.txt", "stdin"])

    def test_prunes_everything(self):
        self.run_over("dump")
        shutil.rmtree(self.folder / "dump")
        self.write("dump/.hidden", "x")
        self.assertEqual(self.run_over("--prune", "dump"), {"removed": 4})
        self.assertEqual(self.ids(), [])
        self.write("dump/новый.txt", "Саммит ОДКБ\n\nВ Минске.\n")
        self.assertEqual(self.run_over("dump"), {"added": 1})

    def test_prunes_a_line_that_its_file_has_no_more(self):
        self.run_over("dump")
        self.write("dump/deep/lines.jsonl", '{"id":"b","body":"ЕАЭС"}\n{"id":"c","body":"ЛАГ"}\n')
        self.assertEqual(self.run_over("dump"), {"added": 1, "unchanged": 3})
        self.write("dump/deep/lines.jsonl", '{"id":"c","body":"ЛАГ"}\n{"id":"d","body":"АС"}\n')
        self.assertEqual(self.run_over("--prune", "dump"), {"added": 1, "unchanged": 3, "removed": 2})
        self.assertEqual(self.ids(), ["c", "d", "dump/два.txt", "dump/один.txt"])

    def test_prunes_nothing_of_a_file_that_cannot_be_read_whole(self):
        self.run_over("dump")
        self.write("dump/deep/lines.jsonl", '{"id":"b","body":"ЕАЭС"}\n{"id":"a","bo\n')
        self.assertEqual(self.run_over("--prune", "dump", code=1), {"unchanged": 3, "skipped": 1})
        self.assertIn("a", self.ids())

    def test_the_last_of_several_files_wins_whichever_changed(self):
        self.write("days/1.jsonl", '{"id":"x","body":"first"}\n')
        self.write("days/2.jsonl", '{"id":"x","body":"second"}\n')
        self.run_over("days")
        self.assertEqual(self.body("x"), "second")
        self.assertEqual(self.run_over("days"), {"unchanged": 2})
        self.write("days/1.jsonl", '{"id":"x","body":"first, mended"}\n')
        self.run_over("days")
        self.assertEqual(self.body("x"), "second")
        self.assertEqual(self.run_over("days"), {"unchanged": 2})
        self.write("days/0.jsonl", '{"id":"x","body":"zeroth"}\n')
        self.run_over("days")
        self.assertEqual(self.body("x"), "second")
        (self.folder / "days/2.jsonl").unlink()
        self.run_over("--prune", "days")
        self.assertEqual(self.body("x"), "first, mended")
        self.assertEqual(self.run_over("--prune", "days"), {"unchanged": 2})

    def test_a_document_survives_one_of_two_files_that_have_it(self):
        self.write("two/1.jsonl", '{"id":"x","body":"same"}\n')
        self.write("two/2.jsonl", '{"id":"x","body":"same"}\n')
        self.run_over("two")
        (self.folder / "two/1.jsonl").unlink()
        self.run_over("--prune", "two")
        self.assertEqual(self.ids(), ["x"])
        (self.folder / "two/2.jsonl").unlink()
        self.run_over("--prune", "two")
        self.assertEqual(self.ids(), [])

    def test_tells_again_what_it_skipped_in_an_unchanged_file(self):
        self.write("dump/bad.jsonl", '{"id":"c","body":"x"}\n{"id":\n')
        self.assertEqual(self.run_over("dump", code=1), {"added": 5, "skipped": 1})
        first = self.told
        self.assertEqual(self.run_over("dump", code=1), {"unchanged": 5, "skipped": 1})
        self.assertEqual(self.told, first)
        self.assertIn("bad.jsonl:2", first)

    def test_reads_again_when_read_otherwise(self):
        self.write("h.jsonl", '{"id":"h","сюжет":"Саммит","body":"ОДКБ"}\n')
        self.run_over("h.jsonl")
        self.assertEqual(self.run_over("--map", "title=сюжет", "h.jsonl"), {"changed": 1})
        self.assertEqual(self.run_over("--map", "title=сюжет", "h.jsonl"), {"unchanged": 1})

    def test_another_spelling_of_a_path_doubles_nothing(self):
        self.run_over("dump")
        self.assertEqual(self.run_over("./dump"), {"unchanged": 4})
        self.assertEqual(self.run_over(self.folder / "dump"), {"unchanged": 4})
        self.write("dump/один.txt", "Саммит ОДКБ\n\nВ Минске прошёл саммит.\n")
        self.run_over(self.folder / "dump")
        self.assertEqual(len(self.ids()), 4)

    def test_an_index_without_its_memory_of_files_only_reads_again(self):
        self.run_over("dump")
        shutil.rmtree(self.db / "dragoman.files")
        self.assertEqual(self.run_over("dump"), {"unchanged": 4})
        (self.db / "dragoman.files/iamglass").write_bytes(b"damaged")
        self.assertEqual(self.run_over("dump"), {"unchanged": 4})
        (self.folder / "dump/один.txt").unlink()
        self.assertEqual(self.run_over("--prune", "dump"), {"removed": 1, "unchanged": 3})


if __name__ == "__main__":
    unittest.main()
