import os
import unittest

from programs import BIN, ProgramTest, needs
from terminal import Terminal

SUMMIT = {"id": "ru-1", "title": "Саммит ОДКБ", "body": "В Ереване прошёл саммит ОДКБ.", "date": "2016-11-24", "lang": "ru"}
OTHER = {"id": "en-1", "title": "Talks", "body": "The Collective Security Treaty Organization met.", "date": "2015-01-02", "lang": "en"}
UP, CONTROL_C, CONTROL_D, TAB = "\x1b[A", "\x03", "\x04", "\t"


class SessionTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.assertEqual(self.index("--quiet", self.write_documents(SUMMIT, OTHER))[0], 0)
        self.state = self.folder / "state"
        self.start()

    def start(self, *arguments):
        environment = {"XDG_STATE_HOME": str(self.state), "PAGER": "sed s/^/PAGED:/", "NO_COLOR": "1", "TERM": "xterm",
                       "INPUTRC": "/dev/null", "LC_ALL": "C.UTF-8"}
        self.terminal = Terminal(BIN / "dragoman-search", ["--db", self.db, *arguments], environment)
        self.addCleanup(self.terminal.end)
        self.terminal.read_until("dragoman> ")

    def ask(self, line):
        self.terminal.type(line + "\r")
        self.terminal.read_until("\n")
        return self.terminal.read_until("dragoman> ")

    def leave(self):
        self.terminal.type(CONTROL_D)
        self.terminal.read_until(None)
        self.assertEqual(self.terminal.close(), 0)

    def test_queries_are_answered_until_the_user_leaves(self):
        self.assertIn("Саммит ОДКБ", self.ask("CSTO"))
        self.assertIn("1 document", self.ask("саммит"))
        self.assertIn("no documents", self.ask("volcanology"))
        self.terminal.type(":quit\r")
        self.terminal.read_until(None)
        self.assertEqual(self.terminal.close(), 0)

    def test_commands_speak_of_the_last_answer(self):
        self.ask("CSTO")
        self.assertIn("PAGED:title: ", self.ask(":show 2"))
        self.assertIn("PAGED:title: Talks", self.ask(":show en-1"))
        self.assertIn("there is no document '7'", self.ask(":show 7"))
        self.assertIn("2  csto", self.ask(":facets org"))
        self.assertIn("there is no", self.ask(":facets colour"))
        self.assertIn("2015 ▇", self.ask(":timeline"))
        answer = self.ask(":sort date")
        self.assertLess(answer.index("Talks"), answer.index("Саммит"))
        self.assertIn("2 documents in", self.ask(":db"))
        self.assertIn(":show N", self.ask(":help"))
        self.assertIn("there is no command :fly", self.ask(":fly"))

    @needs("READLINE")
    def test_tab_completes_fields_commands_and_organizations(self):
        for typed, wanted in (("ti", "title:"), (":fa", ":facets "), (":sort rel", ":sort relevance"),
                              ("met org:ОДК", "csto "), ('org:"Shanghai Coop', "sco ")):
            self.terminal.type(typed + TAB)
            self.terminal.read_until(wanted)
            self.terminal.type(CONTROL_C)
            self.terminal.read_until("dragoman> ")
        self.terminal.type("org:cst" + TAB + TAB)
        self.terminal.read_until("csto (CSTO)")

    @needs("READLINE")
    def test_control_c_gives_up_the_line_only(self):
        self.terminal.type("volcanology")
        self.terminal.read_until("volcanology")
        self.terminal.type(CONTROL_C)
        self.terminal.read_until("dragoman> ")
        self.assertIn("1 document", self.ask("саммит"))

    @needs("READLINE")
    def test_history_goes_on_in_the_next_session(self):
        self.ask("саммит")
        self.leave()
        history = self.state / "dragoman" / "history"
        self.assertEqual(history.read_text(encoding="utf-8"), "саммит\n")
        self.assertEqual(os.stat(history.parent).st_mode & 0o077, 0)
        self.start()
        self.terminal.type(UP)
        self.terminal.read_until("саммит")
        self.terminal.type("\r")
        self.assertIn("1 document", self.terminal.read_until("dragoman> "))

    def test_without_a_terminal_a_query_is_demanded(self):
        code, out, err = self.search()
        self.assertEqual((code, out), (2, ""))
        self.assertIn("there is no query", err)


if __name__ == "__main__":
    unittest.main()
