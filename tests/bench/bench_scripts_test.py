"""The scripts that make the benchmarks' passages and queries."""
import importlib.util
import json
import pathlib
import random
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def load(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "bench" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


make_passages = load("make_passages")
draw_queries = load("draw_queries")
instruction_counts = load("instruction_counts")
recombine = load("recombine")

SUBJECTS = ("Эфиопия", "The Côte d’Ivoire", "Every delegation here", "Zambia", "The Committee", "Our neighbour")
ENDS = ("supports disarmament.", "voted for resolution 242 (1967) again!", "asks “why?”", "helped the refugees.",
        "joined the Organization of African Unity, the OAU, early.", "demanded sanctions and patience.")


def speech(seed, sentences):
    draw = random.Random(seed)
    return " ".join(f"{draw.choice(SUBJECTS)} {draw.choice(ENDS)}" for _ in range(sentences))


class PassagesTest(unittest.TestCase):
    def test_hold_all_words_in_order_and_at_most_700_characters(self):
        text = speech("слова", 200) + "\n \n" + "слово " * 400 + "\n" + "長" * 1500
        passages = list(make_passages.passages(text))
        self.assertEqual("".join(text.split()), "".join("".join(passages).split()))
        self.assertTrue(all(0 < len(passage) <= make_passages.MOST for passage in passages))

    def test_end_where_a_sentence_ends(self):
        for passage in make_passages.passages(speech("концы", 300)):
            self.assertRegex(passage, "[.!]$|[?]”$")

    def test_keep_fields_and_number_the_ids(self):
        document = {"id": "ÉTH_71", "year": 2016, "country": "Éthiopie", "body": speech("поля", 30)}
        records = list(make_passages.records(document, whole=False))
        self.assertGreater(len(records), 1)
        self.assertEqual(["ÉTH_71/1", "ÉTH_71/2"], [record["id"] for record in records[:2]])
        self.assertEqual({("Éthiopie", "2016")}, {(record["country"], record["date"]) for record in records})


class RecombineTest(unittest.TestCase):
    def setUp(self):
        lines = [json.dumps({"body": "Эфиопия «за».\nWhy? " + speech(n, 9), "year": 1999 + n}) for n in range(3)]
        self.sentences, self.years = recombine.sentences_of(lines)

    def draw(self, seed=1):
        return list(recombine.documents(self.sentences, self.years, 500, seed))

    def test_makes_documents_of_whole_sentences_and_known_years(self):
        self.assertIn("Эфиопия «за».", self.sentences)
        for document in self.draw():
            self.assertIn(document["title"], self.sentences)
            self.assertTrue(document["body"])
            self.assertIn(int(document["date"][:4]), (1999, 2000, 2001))

    def test_gives_each_an_id_of_its_own_and_by_one_seed_the_same(self):
        documents = self.draw()
        self.assertEqual(500, len({document["id"] for document in documents}))
        self.assertEqual(documents, self.draw())
        self.assertNotEqual(documents, self.draw(seed=2))


class QueriesTest(unittest.TestCase):
    def setUp(self):
        self.organizations = draw_queries.read_organizations(draw_queries.ORGANIZATIONS)
        lines = [json.dumps({"body": speech(number, 5)}) for number in range(400)]
        self.corpus = draw_queries.Corpus(lines, self.organizations)

    def draw(self, seed="1"):
        return draw_queries.draw_all(self.corpus, self.organizations, seed, 6)

    def test_are_the_same_for_the_same_seed_only(self):
        self.assertEqual(self.draw(), self.draw())
        self.assertNotEqual(self.draw()["question"], self.draw("2")["question"])

    def test_hold_what_their_class_says(self):
        drawn = self.draw()
        self.assertEqual(["Organization of African Unity"], drawn["name"][0].parts)
        self.assertEqual([["OAU"]], [query.parts for query in drawn["acronym"]])
        self.assertEqual("OAU", drawn["names"][0].dragoman)
        self.assertIn("Организация африканского единства", drawn["names"][0].parts)
        self.assertEqual([["resolution 242 (1967)"]], [query.parts for query in drawn["symbol"]])
        for query in drawn["question"]:
            self.assertTrue(10 <= len(query.parts) <= 20, query)
        self.assertEqual([2, 3, 4], [len(query.parts) for query in drawn["and"][:3]])

    def test_have_words_that_stand_together_in_a_passage(self):
        passages = [set(draw_queries.WORD.findall(text.lower())) for text in self.corpus.texts]
        for query in self.draw()["and"]:
            self.assertTrue(any(passage.issuperset(query.parts) for passage in passages), query)

    def test_quote_what_has_several_words(self):
        query = draw_queries.Query("OR", ["ОДКБ", "集体安全", "Traité de sécurité"])
        self.assertEqual('ОДКБ OR 集体安全 OR "Traité de sécurité"', draw_queries.LANGUAGES["xapian"](query))
        self.assertEqual('"ОДКБ" OR "集体安全" OR "Traité de sécurité"', draw_queries.LANGUAGES["fts5"](query))


class InstructionCountsTest(unittest.TestCase):
    KEPT = {"analyze": 1_000_000, "match": 1_000}

    def compare(self, **counts):
        lines, well = instruction_counts.compare(self.KEPT, {**self.KEPT, **counts})
        return " ".join(lines), well

    def test_fail_above_the_tolerance_and_for_another_set_of_functions(self):
        self.assertTrue(self.compare(match=1_049)[1])
        self.assertFalse(self.compare(match=1_051)[1])
        self.assertFalse(self.compare(highlight=1)[1])

    def test_tell_of_a_gain(self):
        text, well = self.compare(match=900)
        self.assertTrue(well)
        self.assertIn("keep the gain", text)

    def test_are_read_back_as_they_are_kept(self):
        with tempfile.TemporaryDirectory() as folder:
            kept = pathlib.Path(folder, "kept.tsv")
            kept.write_text(instruction_counts.kept_text("c++ 12 (Débian)", self.KEPT), encoding="utf-8")
            self.assertEqual(("c++ 12 (Débian)", self.KEPT), instruction_counts.read_kept(kept))

    def test_come_from_the_dumps_with_a_name(self):
        with tempfile.TemporaryDirectory() as folder:
            named, end = pathlib.Path(folder, "counts.1"), pathlib.Path(folder, "counts")
            named.write_text("desc: Trigger: Client Request: match\nsummary: 42\n", encoding="utf-8")
            end.write_text("desc: Trigger: Program termination\ntotals: 7\n", encoding="utf-8")
            self.assertEqual({"match": 42}, instruction_counts.read_dumps([named, end]))


if __name__ == "__main__":
    unittest.main()
