#!/usr/bin/env python3
"""The Python package: typed answers, offsets that slice, errors, threads, and a stub that tells the truth."""
import ast
import inspect
import pathlib
import tempfile
import threading
import unittest

import dragoman

BODY = "Лидеры стран ОДКБ встретились в Ереване 🕊 и приняли список.\n\nТекст 上合组织 и Организации Объединённых Наций."
PACKAGE = pathlib.Path(dragoman.__file__).parent


class WithIndex(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.db = cls.folder / "индекс"
        with dragoman.IndexWriter(cls.db, jobs=1) as writer:
            writer.add(BODY, id="ru-1", title="Саммит ОДКБ", date="2016-10-14", lang="ru", type="news",
                       fields={"country": "Армения"})
            writer.add("上合组织峰会在青岛闭幕。", id="zh-1", title="青岛峰会", lang="zh")
            writer.add("The harvest was good.", id="en-1", lang="en")
        cls.index = dragoman.open(cls.db)


class Searching(WithIndex):
    def test_answer_is_a_sequence_of_hits(self):
        answer = self.index.search("ОДКБ OR harvest", limit=10, facets=["org", "lang"])
        self.assertEqual(2, answer.total)
        self.assertTrue(answer.total_exact)
        self.assertEqual(["en-1", "ru-1"], sorted(hit.id for hit in answer))
        self.assertEqual(2, len(answer))
        self.assertIs(answer.hits[0], answer[0])
        self.assertEqual((answer[1],), answer[1:])
        self.assertEqual("<Answer to 'ОДКБ OR harvest': 2 documents, 2 hits here>", repr(answer))
        self.assertIn(dragoman.FacetValue("csto", "Collective Security Treaty Organization", 1), answer.facets["org"])
        self.assertEqual({"en", "ru"}, {value.value for value in answer.facets["lang"]})

    def test_time_may_be_limited(self):
        self.assertEqual(3, dragoman.open(self.db, time_limit=0).search("ОДКБ OR harvest OR 青岛").total)
        for wrong in (-1, float("nan"), 1e9):
            with self.assertRaises(dragoman.Error) as raised:
                dragoman.open(self.db, time_limit=wrong)
            self.assertEqual("usage", raised.exception.code)

    def test_hit_has_what_is_known(self):
        hit, = self.index.search("CSTO")
        self.assertEqual((1, "ru-1", "Саммит ОДКБ", "2016-10-14", "ru", "news"),
                         (hit.rank, hit.id, hit.title, hit.date, hit.lang, hit.type))
        self.assertEqual({"country": "Армения"}, hit.fields)
        self.assertIn("csto", hit.organizations)
        self.assertEqual("<Hit 1: 'ru-1' 'Саммит ОДКБ'>", repr(hit))
        self.assertEqual([("csto", True)], [(part.what, part.in_title) for part in hit.matched])
        with self.assertRaises(AttributeError):
            hit.title = "другой"

    def test_marks_and_passages_are_slices(self):
        answer = self.index.search("ОДКБ OR приняли OR ООН", passages=5)
        hit, = answer
        document = self.index.document("ru-1", "ОДКБ OR приняли OR ООН")
        self.assertEqual(BODY, document.body)
        marked = set()
        for passage in hit.passages:
            self.assertEqual(passage.text, document.body[passage.start:passage.end])
            marked |= {(passage.text[m.start:m.end], m.what) for m in passage.marks}
        self.assertIn(("ОДКБ", "csto"), marked)
        self.assertIn(("Организации Объединённых Наций", "un"), marked)
        self.assertEqual(marked, {(document.body[m.start:m.end], m.what) for m in document.body_marks})
        self.assertEqual(["ОДКБ"], [hit.title[m.start:m.end] for m in hit.title_marks])
        self.assertEqual(["ОДКБ"], [document.title[m.start:m.end] for m in document.title_marks])

    def test_any_text_is_a_query(self):
        for query in ("", '"', "((((", "org:", "date:>>", "\0", "🕊" * 9000):
            self.assertIsInstance(self.index.search(query), dragoman.Answer)
        self.assertTrue(self.index.search("я" * 20000).notes)

    def test_notes_and_suggestions_are_told(self):
        answer = self.index.search("harvets")
        self.assertFalse(answer.hits)
        self.assertEqual("harvest", answer.suggestions[0].query)
        self.assertEqual((), self.index.search("harvets", suggest=False).suggestions)

    def test_a_commit_is_seen(self):
        path = self.folder / "grows"
        with dragoman.IndexWriter(path) as writer:
            writer.add("первый", id="1")
        index = dragoman.open(path)
        self.assertEqual(0, index.search("второй").total)
        with dragoman.IndexWriter(path) as writer:
            writer.add("второй", id="2")
        self.assertEqual(["2"], [hit.id for hit in index.search("второй")])

    def test_several_indexes_are_searched_as_one(self):
        other = self.folder / "other"
        with dragoman.IndexWriter(other) as writer:
            writer.add("Саммит ШОС", id="x")
        self.assertEqual(["ru-1", "x"], sorted(hit.id for hit in dragoman.open(self.db, str(other)).search("саммит")))

    def test_threads_search_side_by_side(self):
        wrong = []

        def search(index):
            for _ in range(50):
                if [hit.id for hit in index.search("CSTO")] != ["ru-1"]:
                    wrong.append(index)

        own = dragoman.open(self.db)
        threads = [threading.Thread(target=search, args=(index,)) for index in (self.index, self.index, own, own)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual([], wrong)


class Errors(WithIndex):
    def assert_fails(self, code, call, *arguments, **more):
        with self.assertRaises(dragoman.Error) as caught:
            call(*arguments, **more)
        self.assertEqual(code, caught.exception.code)
        self.assertTrue(caught.exception.message)
        self.assertIn(caught.exception.message, str(caught.exception))

    def test_failures_are_errors_with_a_code(self):
        self.assert_fails("not_found", dragoman.open, self.folder / "нет")
        self.assert_fails("usage", dragoman.open)
        self.assert_fails("usage", self.index.search, "ОДКБ", sort="colour")
        self.assert_fails("usage", self.index.search, "ОДКБ", facets=["colour"])
        self.assert_fails("not_found", self.index.document, "нет")
        (self.folder / "file").write_text("это не индекс")
        self.assert_fails("not_an_index", dragoman.open, self.folder / "file")

    def test_wrong_types_are_type_errors(self):
        for call in (lambda: self.index.search(7), lambda: self.index.search("x", limit=-1),
                     lambda: self.index.search("x", facets=[7]), lambda: dragoman.open(7)):
            self.assertRaises((TypeError, RuntimeError), call)

    def test_a_second_writer_is_refused(self):
        path = self.folder / "locked"
        with dragoman.IndexWriter(path):
            self.assert_fails("locked", dragoman.IndexWriter, path)
        dragoman.IndexWriter(path).close()


class Writing(WithIndex):
    def test_an_exception_drops_what_was_added(self):
        path = self.folder / "dropped"
        with dragoman.IndexWriter(path) as writer:
            writer.add("один", id="1")
        with self.assertRaises(KeyError):
            with dragoman.IndexWriter(path) as writer:
                writer.add("два", id="2")
                raise KeyError
        self.assertEqual(0, dragoman.open(path).search("два").total)
        with self.assertRaises(dragoman.Error):
            writer.add("три")

    def test_commit_sums_up(self):
        writer = dragoman.IndexWriter(self.folder / "sums")
        writer.add("один", id="1")
        writer.add("без имени")
        self.assertEqual(2, writer.commit().added)
        writer.add("один", id="1")
        writer.add("два", id="2")
        summary = writer.commit()
        self.assertEqual((1, 1), (summary.added, summary.unchanged))
        writer.close()

    def test_files_of_all_formats_are_read(self):
        folder = self.folder / "файлы"
        folder.mkdir()
        (folder / "a.html").write_text("<title>Саммит</title><p>Лидеры встретились в Душанбе.</p>")
        (folder / "b.jsonl").write_text('{"id": "b", "body": "Душанбе"}\nкаша\n')
        with dragoman.IndexWriter(self.folder / "files") as writer:
            skipped = writer.add_files(folder)
            with self.assertRaises(dragoman.Error):
                writer.add_files(folder, format="no such")
        self.assertEqual([(str(folder / "b.jsonl"), 2)], [(one.input, one.line) for one in skipped])
        self.assertEqual(2, dragoman.open(self.folder / "files").search("Душанбе").total)


class Annotating(unittest.TestCase):
    def test_everything_seen_is_a_slice(self):
        text = ("🕊 Саммит Организации Договора о коллективной безопасности (ОДКБ) 14 октября 2016 года: "
                "Рашид Алимов, ШОС, S/RES/1540 (2004).")
        seen = dragoman.Analyzer().annotate(text, lang="ru")
        self.assertEqual("ru", seen.lang)
        organizations = {(m.id, m.form): text[m.start:m.end] for m in seen.organizations}
        self.assertEqual("Организации Договора о коллективной безопасности", organizations["csto", "name"])
        self.assertEqual("ШОС", organizations["sco", "acronym"])
        for m in (*seen.organizations, *seen.symbols):
            self.assertEqual(m.text, text[m.start:m.end])
        self.assertIn("ОДКБ", [text[span.start:span.end] for span in seen.acronyms])
        definition, = seen.definitions
        self.assertEqual(("ОДКБ", "csto"), (text[definition.short.start:definition.short.end], definition.organization))
        self.assertEqual(["S/RES/1540(2004)"], [m.symbol for m in seen.symbols])
        self.assertEqual([("2016-10-14", "14 октября 2016 года")],
                         [(m.first, text[m.start:m.end].rstrip(":")) for m in seen.dates])
        self.assertEqual([("rashid-alimov", "Рашид Алимов")], [(m.id, text[m.start:m.end]) for m in seen.people])

    def test_the_date_of_the_text_gives_days_their_date(self):
        seen = dragoman.Analyzer().annotate("The leaders met on Monday.", "en", date="2016-11-24")
        self.assertEqual([("2016-11-21", True)], [(m.first, m.inferred) for m in seen.dates])


class Stub(unittest.TestCase):
    def test_the_stub_names_what_is_there(self):
        """Every class, method and keyword of _core.pyi exists, and nothing public is left out."""
        stub = ast.parse((PACKAGE / "_core.pyi").read_text())
        core = dragoman._core
        public = {name for name in vars(core) if not name.startswith("_")}
        told = {node.name: node for node in stub.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))}
        self.assertEqual(public, set(told))
        for name, node in told.items():
            if isinstance(node, ast.FunctionDef):
                continue
            kind = getattr(core, name)
            methods = {m.name: m for m in node.body if isinstance(m, ast.FunctionDef)}
            real = {m for m in vars(kind) if not m.startswith("_")}
            self.assertEqual(real, {m for m in methods if not m.startswith("_")})
            for method, signature in methods.items():
                words = inspect.getdoc(getattr(kind, method)).splitlines()[0]
                for argument in (*signature.args.args[1:], *signature.args.kwonlyargs):
                    if not method.startswith("__") or method == "__init__":
                        self.assertIn(f"{argument.arg}:", words, f"{name}.{method}")

    def test_what_is_public_is_documented(self):
        for name in dragoman.__all__:
            self.assertTrue(inspect.getdoc(getattr(dragoman, name)), name)
        self.assertTrue((PACKAGE / "py.typed").is_file())


if __name__ == "__main__":
    unittest.main()
