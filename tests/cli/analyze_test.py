import json
import unittest

from programs import ProgramTest


class AnalyzeTest(ProgramTest):
    def test_gives_one_line_of_json_a_document_with_offsets_in_code_points(self):
        documents = self.write_documents({"id": "д1", "text": "😀 саммит ОДКБ", "lang": "ru"}, {"id": "d2", "text": "The UN."})
        code, out, err = self.run_program("dragoman-analyze", "--input", "jsonl", documents)
        self.assertEqual((code, err), (0, ""))
        first, second = map(json.loads, out.splitlines())
        self.assertEqual((first["id"], first["lang"]), ("д1", "ru"))
        mention = first["organizations"][0]
        self.assertEqual((mention["id"], mention["start"], mention["end"], mention["text"]), ("csto", 9, 13, "ОДКБ"))
        self.assertEqual(second["organizations"][0]["id"], "un")
        for key in ("acronyms", "definitions", "symbols", "dates", "people"):
            self.assertIn(key, first)

    def test_reads_a_text_from_standard_input_and_shows_tokens(self):
        code, out, _ = self.run_program("dragoman-analyze", "--tokens", stdin="Организации".encode())
        self.assertEqual(code, 0)
        self.assertEqual(json.loads(out)["tokens"][0]["term"], "организац")

    def test_tells_what_it_cannot_read(self):
        for arguments in (["missing"], ["--input", "xml"], ["--color"]):
            code, out, err = self.run_program("dragoman-analyze", *arguments)
            self.assertEqual((code, out), (2, ""))
            self.assertTrue(err.startswith("dragoman-analyze: "), err)
        code, _, err = self.run_program("dragoman-analyze", "--input", "jsonl", stdin=b'{"id":1,"text":"x"}\nbad\n')
        self.assertEqual(code, 2)
        self.assertIn("line 2", err)

    def test_refuses_json_that_is_nested_too_deeply(self):
        code, out, err = self.run_program("dragoman-analyze", "--input", "jsonl", stdin=b'{"id":%s%s,"text":"x"}' % (b"[" * 300_000, b"]" * 300_000))
        self.assertEqual((code, out), (2, ""))
        self.assertIn("line 1 is nested too deeply", err)


if __name__ == "__main__":
    unittest.main()
