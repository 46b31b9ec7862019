import json
import shutil
import socket
import subprocess
import time
import unittest

from programs import ProgramTest


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@unittest.skipUnless(shutil.which("xapian-tcpsrv"), "no xapian-tcpsrv (xapian-tools)")
class RemoteTest(ProgramTest):
    """Indexes that a stock xapian-tcpsrv serves, beside local ones."""

    def setUp(self):
        super().setUp()
        self.index("--quiet", self.write_documents(
            {"id": "ru-1", "title": "Саммит ОДКБ", "body": "В Ереване прошёл саммит ОДКБ.", "date": "2016-11-24", "lang": "ru"}))
        self.far = self.folder / "far"
        self.run_program("dragoman-index", "--db", self.far, "--quiet", self.write_documents(
            {"id": "en-1", "body": "The Collective Security Treaty Organization met. Talks on drought relief went on.", "lang": "en"},
            {"id": "en-2", "body": "Relief of drought, says the Shanghai Cooperation Organization.", "lang": "en"}, name="far.jsonl"))
        port = free_port()
        self.address = f"tcp://127.0.0.1:{port}"
        self.server = subprocess.Popen(["xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port", str(port), self.far],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(self.stop)
        for _ in range(200):
            if self.run_program("dragoman-search", "--db", self.address, "--format", "ids", "lang:en")[0] == 0:
                break
            time.sleep(0.05)

    def stop(self):
        self.server.kill()
        self.server.wait()

    def ask(self, query, *arguments):
        code, out, err = self.search("--db", self.address, "--format", "json", *arguments, "--", query)
        self.assertEqual(err, "")
        answer = json.loads(out)
        return code, sorted(h["id"] for h in answer["hits"]), answer

    def test_local_and_remote_documents_are_found_together(self):
        code, ids, answer = self.ask("CSTO")
        self.assertEqual((code, ids), (0, ["en-1", "ru-1"]))
        self.assertNotIn("partial", answer)
        marks = next(h for h in answer["hits"] if h["id"] == "en-1")["passages"][0]["marks"]
        self.assertEqual(marks, [[4, 43, "csto"]])
        self.assertEqual(self.ask("саммит OR drought")[1], ["en-1", "en-2", "ru-1"])
        self.assertEqual(self.search("--db", self.address, "--show", "en-2")[0], 0)

    def test_a_phrase_is_checked_here(self):
        self.assertEqual(self.ask('"drought relief"')[1], ["en-1"])
        self.assertEqual(self.ask('="Talks on drought"')[1], ["en-1"])
        self.assertEqual(self.ask("relief NEAR/1 drought")[1], ["en-1"])

    def test_what_cannot_be_done_there_is_told(self):
        self.assertIn("phrases within a larger query", self.ask('"drought relief" OR саммит')[2]["notes"][0])

    def test_matches_are_counted_by_field_on_both_sides(self):
        _, ids, answer = self.ask("CSTO OR SCO", "--facet", "lang,org,year")
        self.assertEqual(ids, ["en-1", "en-2", "ru-1"])
        counts = {field: {v["value"]: v["count"] for v in values} for field, values in answer["facets"].items()}
        self.assertEqual(counts, {"lang": {"en": 2, "ru": 1}, "org": {"csto": 2, "sco": 1}, "year": {"2016": 1}})
        self.assertNotIn("notes", answer)

    def test_a_server_that_is_down_makes_the_answer_partial(self):
        self.stop()
        code, ids, answer = self.ask("CSTO")
        self.assertEqual((code, ids, answer["partial"]), (3, ["ru-1"], True))
        self.assertIn("cannot be asked", answer["notes"][0])
        self.assertIn(f"note: {self.address} cannot be asked", self.search("--db", self.address, "CSTO")[1])
        self.assertEqual(self.run_program("dragoman-search", "--db", self.address, "CSTO")[0], 3)

    def test_addresses_and_foreign_indexes_are_refused_in_words(self):
        for address in ("tcp://", "tcp://host", "tcp://host:0", "tcp://:1", "tcp://host:99999"):
            code, _, err = self.run_program("dragoman-search", "--db", address, "x")
            self.assertEqual(code, 2)
            self.assertIn("is no address of a server", err)


if __name__ == "__main__":
    unittest.main()
