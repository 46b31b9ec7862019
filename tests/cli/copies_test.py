"""Near copies: one hit with their number, all of them on demand, none deleted."""
import random
import unittest

from dumps import Dump
from programs import ProgramTest


class CopiesTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.random = random.Random(5)
        self.made = Dump(5)

    def words(self, count):
        return [self.random.choice(self.made.vocabulary["ru"]) for _ in range(count)]

    def reprint(self, story):
        changed = []
        for word in story:
            chance = self.random.random()
            if chance < 0.02:
                continue
            changed.append(self.random.choice(self.made.vocabulary["ru"]) if chance < 0.04 else word)
        return " ".join(self.words(8) + changed + self.words(12))

    def hits(self, *arguments):
        answer = self.answer(*arguments)
        self.assertEqual(answer["total"], len(answer["hits"]))
        return {hit["id"]: hit["copies"] for hit in answer["hits"]}

    def test_one_text_under_two_names_is_one_hit_with_two_copies(self):
        text = "Саммит ОДКБ\n\n" + " ".join(self.words(120)) + "\n"
        self.index("--quiet", self.write("а.txt", text), self.write("б.txt", text), self.write("в.txt", "Иное\n\nО саммите ОДКБ.\n"))
        first, other = str(self.folder / "а.txt"), str(self.folder / "в.txt")
        self.assertEqual(self.hits("ОДКБ"), {first: 2, other: 0})
        self.assertEqual(self.hits("ОДКБ", "--all-copies"), {first: 2, str(self.folder / "б.txt"): 2, other: 0})
        self.assertIn("2 copies", self.search("--color", "never", "ОДКБ")[1])
        self.assertEqual(self.search("--format", "ids", "ОДКБ")[1].count("\n"), 2)

    def test_forty_reprints_leave_room_for_other_stories(self):
        story = self.words(250) + ["ОДКБ"] + self.words(20)
        documents = [{"id": f"copy{i:02}", "body": self.reprint(story), "source": f"paper{i}"} for i in range(40)]
        documents += [{"id": f"other{i}", "body": "ОДКБ " + " ".join(self.words(150))} for i in range(5)]
        self.index("--quiet", self.write_documents(*documents))
        expected = {f"other{i}": 0 for i in range(5)} | {"copy00": 40}
        self.assertEqual(self.hits("ОДКБ"), expected)
        named = sum("ОДКБ" in document["body"] for document in documents)
        self.assertEqual(len(self.hits("ОДКБ", "--all-copies", "-n", "100")), named)
        # Of those that match, the first is shown.
        self.assertEqual(self.hits("source:paper7"), {"copy07": 40})
        self.assertEqual(self.hits("source:paper30 OR source:paper9 OR source:paper12"), {"copy09": 40})

    def test_stories_that_share_a_quotation_are_two_hits(self):
        quotation = " ".join(self.words(60))
        documents = [{"id": f"{i}{half}", "body": f"{' '.join(self.words(60 + 10 * i))} ОДКБ: «{quotation}» {' '.join(self.words(30))}"}
                     for i in range(10) for half in "ab"]
        self.index("--quiet", self.write_documents(*documents))
        self.assertEqual(set(self.hits("ОДКБ", "-n", "50").values()), {0})

    def test_copies_that_come_in_other_runs_and_go_again_are_counted(self):
        story = self.words(100)
        for i in range(4):
            self.index("--quiet", self.write(f"d/{i}.jsonl", f'{{"id":"c{i}","body":"ОДКБ {self.reprint(story)}"}}\n'))
        self.assertEqual(self.hits("ОДКБ"), {"c0": 4})
        (self.folder / "d/0.jsonl").unlink()
        self.index("--quiet", "--prune", "d")
        self.assertEqual(self.hits("ОДКБ"), {"c1": 3})
        self.index("--quiet", "--compact")
        self.assertEqual(self.hits("ОДКБ"), {"c1": 3})
        self.index("--quiet", self.write("d/4.jsonl", f'{{"id":"c4","body":"ОДКБ {self.reprint(story)}"}}\n'))
        self.assertEqual(self.hits("ОДКБ"), {"c1": 4})
        self.write("d/1.jsonl", f'{{"id":"c1","body":"ОДКБ {" ".join(self.words(100))}"}}\n')
        self.index("--quiet", "d")
        self.assertEqual(self.hits("ОДКБ"), {"c1": 0, "c2": 3})

    def test_the_groups_do_not_depend_on_the_jobs(self):
        made = Dump(6)
        documents = made.documents(400)
        path = self.folder / "many.jsonl"
        made.write_lines(path, documents)
        answers = []
        for jobs in ("1", "2", "7"):
            self.db = self.folder / f"db{jobs}"
            self.index("--quiet", "--jobs", jobs, path)
            answers.append([(hit["id"], hit["copies"]) for hit in self.answer("SCO OR ОДКБ OR OMS OR 联合国", "-n", "1000")["hits"]])
        self.assertEqual(answers[0], answers[1])
        self.assertEqual(answers[0], answers[2])
        self.assertGreater(max(copies for _, copies in answers[0]), 1)


if __name__ == "__main__":
    unittest.main()
