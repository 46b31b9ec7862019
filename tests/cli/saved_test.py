import json
import unittest

from programs import ProgramTest


class SavedTest(ProgramTest):
    """Queries that tell what is new."""

    def setUp(self):
        super().setUp()
        self.add({"id": "ru-1", "body": "В Ереване прошёл саммит ОДКБ.", "lang": "ru"})
        self.environment = {"XDG_STATE_HOME": str(self.folder / "state")}

    def add(self, *documents):
        self.assertEqual(self.index("--quiet", self.write_documents(*documents, name=f"{documents[0]['id']}.jsonl"))[0], 0)

    def new(self, name, *arguments):
        code, out, err = self.run_program("dragoman-search", "--new", name, "--format", "ids", *arguments, env=self.environment)
        self.assertEqual(err, "")
        self.assertEqual(code, 0 if out else 1)
        return sorted(out.split())

    def save(self, name, *query):
        return self.search("--save", name, "--format", "ids", *query, env=self.environment)

    def test_only_what_came_since_is_new(self):
        self.assertEqual(self.save("одкб", "CSTO"), (0, "ru-1\n", ""))
        self.assertEqual(self.new("одкб"), [])
        self.add({"id": "en-1", "body": "The CSTO met.", "lang": "en"}, {"id": "en-2", "body": "The SCO met.", "lang": "en"})
        self.assertEqual(self.new("одкб"), ["en-1"])
        self.assertEqual(self.new("одкб"), [])
        self.assertEqual(self.search("--format", "ids", "CSTO")[0], 0)

    def test_what_is_not_shown_stays_new(self):
        self.save("q", "CSTO")
        self.add(*({"id": f"d{i}", "body": f"The CSTO met for the {i}th time, {'drought ' * i}.", "lang": "en"} for i in range(5)))
        shown = self.new("q", "-n", "3")
        self.assertEqual(len(shown), 3)
        self.assertEqual(sorted(shown + self.new("q")), ["d0", "d1", "d2", "d3", "d4"])

    def test_copies_of_what_was_seen_are_not_new(self):
        story = " ".join(f"The delegation of country {i} spoke of the CSTO and its plan number {i * 7}." for i in range(30))
        self.add({"id": "story", "body": story, "lang": "en"})
        self.save("q", "CSTO")
        self.add({"id": "reprint", "body": "(AFP) " + story, "lang": "en"})
        self.assertEqual(self.new("q"), [])

    def test_json_for_programs_counts_the_new_ones(self):
        self.save("q", "CSTO")
        self.add({"id": "en-1", "body": "The CSTO met.", "lang": "en"})
        code, out, _ = self.run_program("dragoman-search", "--new", "q", "--format", "json", env=self.environment)
        answer = json.loads(out)
        self.assertEqual((code, answer["total"], [h["id"] for h in answer["hits"]]), (0, 1, ["en-1"]))

    def test_state_may_lie_elsewhere_and_is_private(self):
        place = self.folder / "elsewhere"
        self.assertEqual(self.search("--save", "q", "--state", place, "CSTO")[0], 0)
        self.assertEqual(self.search("--new", "q", "--state", place)[0], 1)
        self.assertEqual(place.stat().st_mode & 0o077, 0)
        self.assertFalse((self.folder / "state").exists())

    def test_mistakes_are_told(self):
        self.save("q", "CSTO")
        for arguments, words in ((["--new", "other"], "there is no saved query 'other'"), (["--new", "other"], "saved are q"),
                                 (["--save", "../q", "CSTO"], "is no name"), (["--save", "q"], "wants a query"),
                                 (["--new", "q", "CSTO"], "has its query already")):
            code, out, err = self.search(*arguments, env=self.environment)
            self.assertEqual((code, out), (2, ""), arguments)
            self.assertIn(words, err)
        (self.folder / "state/dragoman/queries/q.json").write_text("{}")
        self.assertIn("is not a saved query", self.search("--new", "q", env=self.environment)[2])


if __name__ == "__main__":
    unittest.main()
