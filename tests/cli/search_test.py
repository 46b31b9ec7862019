import json
import subprocess
import unittest

from programs import BIN, ProgramTest

SUMMIT = {"id": "ru-1", "title": "Саммит ОДКБ", "body": "В Ереване прошёл саммит ОДКБ. Мир & <b>покой</b>.",
          "date": "2016-11-24", "lang": "ru", "source": "ТАСС", "country": "Армения"}
OTHER = {"id": "en-1", "body": "The Collective Security Treaty Organization met. The SCO did not.", "lang": "en"}


class SearchTest(ProgramTest):
    def setUp(self):
        super().setUp()
        code, _, err = self.index("--quiet", self.write_documents(SUMMIT, OTHER))
        self.assertEqual((code, err), (0, ""))

    def test_json_has_the_keys_of_the_contract(self):
        answer = self.answer("CSTO")
        self.assertEqual(answer["query"], "CSTO")
        self.assertEqual(answer["organizations"],
                         [{"id": "csto", "text": "CSTO", "label": "Collective Security Treaty Organization"}])
        self.assertEqual((answer["total"], answer["total_exact"]), (2, True))
        self.assertNotIn("id", answer)
        hit = next(h for h in answer["hits"] if h["id"] == "ru-1")
        self.assertEqual((hit["title"], hit["date"], hit["lang"], hit["source"]),
                         ("Саммит ОДКБ", "2016-11-24", "ru", "ТАСС"))
        self.assertEqual(hit["fields"], {"country": "Армения"})
        self.assertEqual(hit["organizations"], ["csto"])
        passage = hit["passages"][0]
        begin, end, what = passage["marks"][0]
        self.assertEqual((passage["text"][begin:end], what), ("ОДКБ", "csto"))
        self.assertEqual(SUMMIT["body"][passage["start"]:].find(passage["text"]), 0)

    def test_exit_status_tells_hits_none_and_error(self):
        self.assertEqual(self.search("CSTO")[0], 0)
        self.assertEqual(self.search("volcanology")[0], 1)
        for arguments in (["--sort", "color", "x"], ["--facet", "color", "x"], ["--format", "xml", "x"],
                          ["-n", "-3", "x"], [], ["--batch", "missing"], ["--show", "missing"]):
            code, out, err = self.search(*arguments)
            self.assertEqual((code, out), (2, ""), arguments)
            self.assertRegex(err, r"^dragoman-search: .+\n(dragoman-search: hint: .+\n)?$")

    def test_text_marks_only_in_color(self):
        _, plain, _ = self.search("--color", "never", "ОДКБ")
        self.assertNotIn("\x1b", plain)
        self.assertIn("Саммит ОДКБ", plain)
        _, colored, _ = self.search("--color", "always", "ОДКБ")
        self.assertIn("\x1b[1;33mОДКБ\x1b[0m", colored)

    def test_documents_cannot_command_the_terminal(self):
        self.index("--quiet", self.write_documents(
            {"id": "evil\x1b]0;x\x07", "title": "СНГ \x1b[2J\u202e", "body": "CIS \x9b31m \x1b]52;c;x\x07 end"}, name="e.jsonl"))
        for arguments in (["СНГ"], ["--show", "evil\x1b]0;x\x07"]):
            _, out, _ = self.search("--color", "never", *arguments)
            self.assertIn("СНГ", out)
            self.assertFalse(set(out) & set("\x1b\x07\x9b\u202e"), out)

    def test_ids_and_trec_lists(self):
        self.assertEqual(sorted(self.search("--format", "ids", "CSTO")[1].split()), ["en-1", "ru-1"])
        line = self.search("--format", "trec", "-n", "1", "SCO")[1].split()
        self.assertEqual((line[0], line[1], line[2], line[3], line[5]), ("1", "Q0", "en-1", "1", "dragoman"))

    def test_batch_answers_one_line_a_query(self):
        queries = "q1\tОДКБ\nq2\tvolcanology\n\nSCO\n"
        code, out, _ = self.search("--format", "json", "--batch", "-", stdin=queries.encode())
        answers = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([a.get("id") for a in answers], ["q1", "q2", None])
        self.assertEqual([a["total"] for a in answers], [2, 0, 1])
        self.assertEqual(code, 0)
        _, out, _ = self.search("--format", "trec", "--batch", self.write("q.tsv", queries))
        self.assertEqual({line.split()[0] for line in out.splitlines()}, {"q1", "3"})

    def test_facets_and_timeline(self):
        facets = self.answer("CSTO", "--facet", "org,lang,year")["facets"]
        self.assertEqual(facets["lang"], [{"value": "en", "count": 1}, {"value": "ru", "count": 1}])
        self.assertEqual(facets["year"], [{"value": "2016", "count": 1}])
        self.assertEqual(facets["org"][0], {"value": "csto", "label": "Collective Security Treaty Organization", "count": 2})
        self.assertIn("2016 ▇", self.search("--timeline", "CSTO")[1])

    def test_translate_finds_a_phrase_in_every_language_and_is_offered(self):
        talks = {"id": "ru-2", "body": "Речь шла о борьбе с терроризмом.", "lang": "ru"}
        self.index("--quiet", self.write_documents(talks, name="talks.jsonl"))
        answer = self.answer("counter-terrorism")
        self.assertEqual((answer["total"], answer["notes"]),
                         (0, ['also in other languages: --translate would search "борьба с терроризмом"']))
        self.assertEqual(answer["missing"], ["counter", "terrorism"])
        self.assertIn("note: also in other languages", self.search("counter-terrorism")[1])
        answer = self.answer("counter-terrorism", "--translate")
        self.assertEqual([hit["id"] for hit in answer["hits"]], ["ru-2"])
        self.assertNotIn("notes", answer)
        begin, end, what = answer["hits"][0]["passages"][0]["marks"][0]
        self.assertEqual((talks["body"][begin:end], what), ("борьбе с терроризмом", "counter-terrorism"))
        self.assertEqual(self.search("--translate", "volcanology")[0], 1)

    def test_misspelt_words_are_put_right_in_every_script(self):
        self.index("--quiet", self.write_documents(
            {"id": "w1", "body": "Peacekeeping in Minsk. Reunião de cooperação.", "lang": "en"},
            {"id": "w2", "body": "Миротворческая операция. Переговоры о шельфе.", "lang": "ru"},
            {"id": "w3", "body": "تعزيز التعاون في مكافحة الجفاف.", "lang": "ar"}, name="words.jsonl"))
        for wrong, right in (("peacekeping", "peacekeeping"), ("cosy peacekeepign talks", "cosy peacekeeping talks"),
                             ("переговры", "переговоры"), ("SCO переговоыр", "SCO переговоры"),
                             ('"миротвоческая операция"', '"миротворческая операция"'), ("الجفف", "الجفاف")):
            answer = self.answer(wrong)
            self.assertEqual(answer["suggestion"], right)
            self.assertEqual(answer["suggestions"][0]["query"], right)
            self.assertGreater(answer["suggestions"][0]["total"], 0)
            self.assertIn(f"try: {right} – ", self.search("--color", "never", wrong)[1])

    def test_names_symbols_numbers_and_known_words_are_never_corrected(self):
        self.index("--quiet", self.write_documents(
            {"id": "w1", "body": "CSTO CIS minks SECO talk A/RES/71/12 12345 Alimov council 2334", "lang": "en"}, name="w.jsonl"))
        for query in ("CSTA", "Cst", "UNESCU", "SCOO", "A/RES/71/13", "12346", "org:cso", "title:tolk", "resolution 2335 (2016)",
                      "OSCE", "osce", "CSTO", "talks", "的集体", "talk-talk", "AbCo", "NATO"):
            self.assertIsNone(self.answer(query)["suggestion"], query)

    def test_nothing_found_tells_what_to_leave_out(self):
        answer = self.answer("CSTO date:2030")
        self.assertEqual(answer["suggestions"], [{"query": "CSTO", "reason": "without date:2030", "total": 2}])
        answer = self.answer("CSTO AND SCO AND lang:ru")
        self.assertEqual([s["reason"] for s in answer["suggestions"]], ["without SCO", "without lang:ru"])
        answer = self.answer('"Organization Collective"')
        self.assertEqual((answer["total"], answer["suggestion"]), (0, "Organization Collective"))
        self.assertEqual(self.answer("volcanology AND CSTO")["missing"], ["volcanology"])
        self.assertIn("not in the index: volcanology", self.search("volcanology AND CSTO")[1])

    def test_show_prints_the_document(self):
        code, out, _ = self.search("--show", "ru-1")
        self.assertEqual(code, 0)
        self.assertIn("title: Саммит ОДКБ", out)
        self.assertIn(SUMMIT["body"], out)

    def test_show_marks_what_a_query_finds(self):
        _, out, _ = self.search("--color", "always", "--show", "ru-1", "CSTO")
        self.assertIn("Саммит \x1b[1;33mОДКБ\x1b[0m", out)
        self.assertIn("В Ереване прошёл саммит \x1b[1;33mОДКБ\x1b[0m. Мир", out)
        _, out, _ = self.search("--color", "always", "--show", "ru-1", "volcanology")
        self.assertNotIn("\x1b[1;33m", out)

    def test_show_fills_lines_where_a_width_is_given(self):
        body = "集体安全条约组织" * 10 + "\n\n\n" + "Совет " * 30 + "\n"
        self.index("--quiet", self.write_documents({"id": "zh-1", "body": body}, name="zh.jsonl"))
        _, out, _ = self.search("--width", "40", "--show", "zh-1")
        lines = out.split("\n\n", 1)[1].split("\n")
        self.assertEqual("".join(lines[:4]), "集体安全条约组织" * 10)
        self.assertEqual((lines[4], lines[5]), ("", " ".join(["Совет"] * 6)))

    def test_a_closed_pipe_is_no_error(self):
        command = f"{BIN}/dragoman-search --db {self.db} --format json CSTO | true"
        done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_every_query_is_answered(self):
        for query in ("NOT", "AND OR", "-", "()", '""', '"unbalanced', "org:", "((((", "SCO AND", "* ?", "a:b:c",
                      "\\", "'", "NEAR/", "date:9999-99..", "SCO) OR (", "\udc80"):
            code, _, err = self.search("--format", "json", "--", query.encode("utf-8", "surrogateescape"))
            self.assertIn(code, (0, 1), (query, err))

    def run_program(self, name, *arguments, stdin=b"", env=None):
        if any(isinstance(a, bytes) for a in arguments):
            done = subprocess.run([str(BIN / name), *[a if isinstance(a, bytes) else str(a) for a in arguments]],
                                  capture_output=True, timeout=60, cwd=self.folder)
            return done.returncode, done.stdout.decode(), done.stderr.decode()
        return super().run_program(name, *arguments, stdin=stdin, env=env)

    def test_index_problems_are_told_in_words(self):
        code, _, err = self.run_program("dragoman-search", "--db", "nowhere", "x")
        self.assertEqual((code, err.splitlines()[0]), (2, "dragoman-search: nowhere does not exist"))
        (self.folder / "other").mkdir()
        code, _, err = self.run_program("dragoman-search", "--db", "other", "x")
        self.assertEqual(code, 2)
        self.assertIn("not an index of Dragoman", err)


if __name__ == "__main__":
    unittest.main()
