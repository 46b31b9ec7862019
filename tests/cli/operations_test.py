"""What befalls an index in use. Names begin with the case they show."""
import json
import os
import shutil
import subprocess
import unittest

from programs import BIN, ProgramTest

QUERIES = ("ОДКБ", "договор", "drought relief", '"relief of drought"', "org:csto OR district")


class OperationsTest(ProgramTest):
    def answers(self, db, user=None):
        found = []
        for query in QUERIES:
            answer = json.loads(subprocess.check_output(
                [BIN / "dragoman-search", "--db", db, "--format", "json", "--facet", "org,lang", "--", query],
                cwd=self.folder, user=user))
            answer.pop("took_us")
            found.append(answer)
        return found

    def write_news(self):
        for i in range(40):
            self.write(f"news/ru-{i}.txt", f"Саммит ОДКБ № {i}\n\nВ Ереване прошёл саммит ОДКБ. Подписан договор {i}.")
            self.write(f"news/en-{i}.txt", f"Drought\n\nRelief of drought in district {i}, says the SCO.")

    def test_p05_what_is_gone_is_gone_from_hits_facets_and_corrections(self):
        self.write_news()
        self.write("news/gone.txt", "Volcanology\n\nThe volcanologists of the OSCE met.")
        self.index("--quiet", "news")
        (self.folder / "news" / "gone.txt").unlink()
        self.index("--quiet", "news")
        self.assertEqual(self.answer("volcanologists")["total"], 1)  # unless asked to, nothing is removed
        self.index("--quiet", "--prune", "news")
        answer = self.answer("volcanologist OSCE", "--facet", "org")
        self.assertEqual((answer["total"], answer["facets"]["org"]), (0, []))
        self.assertNotIn("volcanologist", json.dumps(self.answer("volcanolojist").get("suggestions", [])))

    def test_p07_a_copy_taken_while_a_run_writes_answers_as_the_index_did(self):
        self.write_news()
        self.index("--quiet", "news")
        before = self.answers(self.db)
        for i in range(2000):
            self.write(f"more/{i}.txt", f"More {i}\n\nThe CSTO and the договор of day {i}. " + "words and words " * 200)
        writer = subprocess.Popen([BIN / "dragoman-index", "--db", self.db, "--quiet", "more"], cwd=self.folder)
        shutil.copytree(self.db, self.folder / "copy", ignore=shutil.ignore_patterns("build-*"))
        running = writer.poll() is None
        self.assertEqual(writer.wait(), 0)
        self.assertTrue(running, "the run ended before the copy was taken")
        self.assertEqual(self.answers(self.folder / "copy"), before)
        moved = self.folder / "elsewhere" / "сводки"
        moved.parent.mkdir()
        shutil.move(self.folder / "copy", moved)
        self.assertEqual(self.answers(moved), before)
        self.assertEqual(self.run_program("dragoman-index", "--db", moved, "--check")[0], 0)

    def test_p08_an_index_that_nobody_may_write_is_searched(self):
        self.write_news()
        self.index("--quiet", "news")
        before = self.answers(self.db)
        for folder, _, names in os.walk(self.db):
            for name in names:
                os.chmod(os.path.join(folder, name), 0o444)
            os.chmod(folder, 0o555)
        self.addCleanup(lambda: [os.chmod(f, 0o755) for f, _, _ in os.walk(self.db)])
        self.folder.chmod(0o755)
        user = "nobody" if os.geteuid() == 0 else None  # root may write everywhere
        self.assertEqual(self.answers(self.db, user), before)


if __name__ == "__main__":
    unittest.main()
