import csv
import html.parser
import io
import json
import unittest

from programs import BIN, ProgramTest
from terminal import Terminal

EVIL = {"id": "e\x1b]52;c;x\x07", "title": "СНГ <script>alert(1)</script> \x1b[2J\u202e & \"co\"", "lang": "ru",
        "url": "javascript:alert(1)", "source": "<img onerror=x>", "date": "2016-11-24", "country": "a,b",
        "body": "CIS \x9b31m \x1b]52;c;x\x07 met, \"talked\" \u2066and\r left. <b>SCO</b>\nEnd."}
COMMANDS = set("\x1b\x07\x9b\u202e\u2066\x00\x7f")


class Tags(html.parser.HTMLParser):
    """What a browser would see."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.marked, self.links, self.text, self._open = set(), [], [], "", []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        if tag not in ("meta",):
            self._open.append(tag)
        self.links += [value for name, value in attributes if name in ("href", "src") or name.startswith("on")]

    def handle_endtag(self, tag):
        assert self._open.pop() == tag, tag

    def handle_data(self, data):
        self.text += data
        if self._open and self._open[-1] == "mark":
            self.marked.append(data)


class FormatsTest(ProgramTest):
    def setUp(self):
        super().setUp()
        good = {"id": "zh-1", "title": "集体安全条约组织峰会", "body": "集体安全条约组织和独联体在埃里温举行峰会。", "lang": "zh",
                "url": "https://example.org/?a=1&b=2"}
        self.assertEqual(self.index("--quiet", self.write_documents(EVIL, good))[0], 0)

    def test_html_is_one_page_in_which_documents_are_only_text(self):
        code, out, _ = self.search("--format", "html", "--facet", "org", "СНГ")
        self.assertEqual(code, 0)
        page = Tags(out)
        self.assertEqual(page._open, [])
        self.assertTrue(out.startswith("<!DOCTYPE html>"))
        self.assertFalse(page.tags & {"script", "img", "b"})
        self.assertEqual(page.links, ["https://example.org/?a=1&b=2"])
        self.assertIn("独联体", page.marked)
        self.assertIn("<script>alert(1)</script>", page.text)
        self.assertFalse(set(out) & COMMANDS)

    def test_a_batch_in_html_is_one_page_too(self):
        _, out, _ = self.search("--format", "html", "--batch", "-", stdin="q1\tСНГ\nq2\tСНГ\n".encode())
        self.assertEqual((out.count("<!DOCTYPE"), out.count("</html>"), out.count("<section>")), (1, 1, 2))
        self.assertEqual(Tags(out)._open, [])

    def test_csv_is_read_back_by_another_program(self):
        _, out, _ = self.search("--format", "csv", "СНГ")
        self.assertIn("\r\n", out)
        rows = {row["id"]: row for row in csv.DictReader(io.StringIO(out, newline=""))}
        self.assertEqual(rows["zh-1"]["title"], "集体安全条约组织峰会")
        self.assertIn('met, "talked" and  left.', rows["e]52;c;x"]["passages"])
        self.assertFalse(set(out) & COMMANDS)
        _, out, _ = self.search("--format", "csv", "--batch", "-", stdin="q1\tСНГ\n".encode())
        self.assertEqual({row["query"] for row in csv.DictReader(io.StringIO(out))}, {"q1"})

    def test_templates_print_fields(self):
        _, out, _ = self.search("--template", r"{date}\t{key.country}\t{lang}\n", "date:2016")
        self.assertEqual(out, "2016-11-24\ta,b\tru\n")
        code, out, err = self.search("--template", "{titel}", "СНГ")
        self.assertEqual((code, out), (2, ""))
        self.assertIn("hits have no field {titel}", err)
        self.assertIn("{title}", err)
        self.assertEqual(self.search("--format", "csv", "--template", "{id}", "СНГ")[0], 2)

    def on_terminal(self, *arguments, env=None):
        """What the program writes to a terminal."""
        terminal = Terminal(BIN / "dragoman-search", ["--db", self.db, *arguments], env=env)
        out = terminal.read_until(None)
        terminal.close()
        return out

    def test_no_format_lets_a_document_command_the_terminal(self):
        for name in ("text", "json", "html", "csv", "ids", "trec"):
            out = self.on_terminal("--color", "never", "--format", name, "СНГ")
            self.assertTrue(out, name)
            self.assertFalse(set(out) & COMMANDS, name)
        self.assertIn(EVIL["id"], self.search("--format", "ids", "СНГ")[1].splitlines())

    def test_show_goes_through_the_pager_on_a_terminal_only(self):
        pager = {"PAGER": "sed s/^/PAGED:/", "NO_COLOR": "1"}
        out = self.on_terminal("--show", "zh-1", env=pager)
        self.assertIn("PAGED:title: 集体安全条约组织峰会\n", out)
        _, out, _ = self.search("--show", "zh-1", env=pager)
        self.assertTrue(out.startswith("title: "))
        out = self.on_terminal("--show", "zh-1", "СНГ", env={"PAGER": "cat", "NO_COLOR": "", "TERM": "xterm"})
        self.assertIn("\x1b[1;33m独联体\x1b[0m", out)
        self.assertIn("title: 集体", self.on_terminal("--show", "zh-1", env={"PAGER": "no-such-pager", "NO_COLOR": "1"}))

    def test_json_keeps_what_it_escapes(self):
        hit = next(h for h in self.answer("СНГ")["hits"] if h["id"] == EVIL["id"])
        self.assertEqual(hit["title"], EVIL["title"])
        self.assertIn("\x9b31m", json.dumps(hit["passages"], ensure_ascii=False))


if __name__ == "__main__":
    unittest.main()
