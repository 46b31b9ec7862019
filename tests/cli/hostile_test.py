"""Files and queries that mean harm: each is answered in words, within bounds. Names begin with the case they show."""
import json
import os
import random
import resource
import subprocess
import unittest

from programs import BIN, SANITIZED, ProgramTest

MEGABYTE = 1 << 20


class HostileTest(ProgramTest):
    def bounded(self, name, *arguments, megabytes, seconds, stdin=b""):
        """Runs a program that may use so much processor time and data memory; gives status, output and errors."""
        def limit():
            if SANITIZED:
                return
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            resource.setrlimit(resource.RLIMIT_DATA, (megabytes * MEGABYTE, megabytes * MEGABYTE))
        done = subprocess.run([BIN / name, *arguments], input=stdin, capture_output=True, cwd=self.folder, preexec_fn=limit,
                              timeout=300)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def index_some(self):
        self.index("--quiet", self.write_documents(
            {"id": "ru-1", "title": "Саммит ОДКБ", "body": "В Ереване прошёл саммит ОДКБ."},
            {"id": "en-1", "body": "The SCO and the CSTO met in Dushanbe."}))

    def test_n01_one_article_in_eight_encodings_is_one_text(self):
        russian = "Саммит ОДКБ\r\n\r\nВ Ереване прошёл саммит ОДКБ. Главы государств обсудили борьбу с терроризмом и приняли заявление."
        chinese = "集体安全条约组织峰会\n\n集体安全条约组织成员国领导人在埃里温举行会议，讨论了打击恐怖主义和地区安全问题，并通过了联合声明。"
        french = "Sommet de l’OTSC\n\nLes chefs d'État réunis à Erevan ont approuvé la déclaration et évoqué la sécurité régionale, déjà menacée."
        for name, text, encodings in (("ru", russian, ("cp1251", "koi8-r", "utf-16-le", "utf-8-sig")),
                                      ("zh", chinese, ("gb18030", "utf-8", "utf-16")),
                                      ("fr", french.replace("’", "'"), ("latin-1", "utf-8"))):
            for encoding in encodings:
                self.write(f"{name}-{encoding}.txt", text.encode(encoding))
                self.write(f"{name}-{encoding}-mac.txt", text.replace("\r\n", "\n").replace("\n", "\r").encode(encoding))
        code, _, err = self.index("--quiet", "--jobs", "1", *sorted(map(str, self.folder.glob("*.txt"))))
        self.assertEqual(code, 0, err)
        bodies = {}
        for line in self.index("--export")[1].splitlines():
            document = json.loads(line)
            bodies.setdefault(document["id"].rsplit("/", 1)[-1][:2], set()).add("".join(document["body"].split()))
        self.assertEqual({language: len(texts) for language, texts in bodies.items()}, {"ru": 1, "zh": 1, "fr": 1})

    def test_n07_files_that_are_no_texts_are_told_one_a_line(self):
        self.write("empty.txt", "")
        self.write("nuls.txt", b"\0" * 5000)
        self.write("one.txt", "x")
        sparse = self.folder / "sparse.txt"
        with open(sparse, "wb") as file:
            file.truncate(3 << 30)
        os.mkfifo(self.folder / "fifo.txt")
        (self.folder / "loop").symlink_to(self.folder / "loop")
        (self.folder / "self").symlink_to(self.folder)
        os.symlink("/dev/zero", self.folder / "zero.txt")
        self.write("line\nbreak\x1b]0;x\x07.txt", b"SCO \xff")
        code, _, err = self.bounded("dragoman-index", "--db", "db", "--quiet", "--max-size", "10M", ".", megabytes=400, seconds=60)
        self.assertEqual(code, 1, err)
        for name in ("empty.txt", "nuls.txt", "sparse.txt", "fifo.txt", "loop", "zero.txt"):
            self.assertEqual(len([line for line in err.splitlines() if name in line]), 1, (name, err))
        self.assertFalse(set(err) & set("\x1b\x07"), err)

    def test_o04_a_name_that_commands_the_terminal_is_only_shown(self):
        self.write("a\x1b]52;c;eA==\x07\u202eb.txt", "Note on the SCO\n\nThe SCO met.")
        self.index("--quiet", ".")
        for form in ("text", "ids", "csv", "html"):
            code, out, _ = self.search("--format", form, "SCO")
            self.assertEqual(code, 0)
            self.assertFalse(set(out) & set("\x1b\x07"), (form, out))

    def test_o05_and_o07_any_query_is_answered_within_bounds(self):
        self.index_some()
        queries = {"random": os.urandom(MEGABYTE).replace(b"\n", b" "), "brackets": b"(" * MEGABYTE,
                   "terms": b" ".join(b"t%d" % i for i in range(100_000)), "wildcards": b"a* " * 10_000,
                   "nots": b"NOT " * 50_000, "quotes": b'"' * 99_999, "near": b"a NEAR/9 " * 20_000,
                   "minus": b"-" * MEGABYTE, "field": b"title:" * 50_000, "nul": b"SCO \0 CSTO", "overlong": b"\xc0\xaf SCO",
                   "surrogate": b"\xed\xa0\x80 SCO", "accents": "е".encode() + "\u0301".encode() * 100_000,
                   "names": "ОДКБ ШОС ".encode() * 20_000}
        for name, query in queries.items():
            with self.subTest(query=name):
                code, out, err = self.bounded("dragoman-search", "--db", "db", "--format", "json", "--batch", "-",
                                              stdin=query + b"\n", megabytes=256, seconds=10)
                self.assertIn(code, (0, 1), err)
                json.loads(out)

    def test_o06_what_a_wildcard_leaves_out_is_told(self):
        words = " ".join(f"a{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676 % 26)}x" for i in range(6000))
        self.index("--quiet", self.write_documents({"id": "words", "body": words}))
        self.assertIn("'a*' begins more words than can be searched", " ".join(self.answer("a*")["notes"]))

    def test_o07_a_search_ends_in_time_with_what_it_has_found(self):
        words = [f"слово{i}" for i in range(60)]
        draw = random.Random(7)
        self.index("--quiet", self.write_documents(
            *({"id": str(i), "body": " ".join(draw.choices(words, k=600))} for i in range(400))))
        query = " OR ".join(f"{a} NEAR/5 {b}" for a, b in zip(words, words[1:]))
        code, out, err = self.search("--time-limit", "0.001", "--format", "json", query)
        answer = json.loads(out)
        self.assertEqual((code, answer["partial"], answer["total_exact"]), (3, True, False), err)
        self.assertIn("the search was ended after 0.001 seconds: these are the best found until then", answer["notes"])
        code, out, err = self.search("--time-limit", "0", "--format", "json", query)
        self.assertEqual((code, "partial" in json.loads(out)), (0, False), err)
        for wrong in ("-1", "nan", "1e9"):
            code, _, err = self.search("--time-limit", wrong, "слово1")
            self.assertEqual(code, 2)
            self.assertIn("--time-limit", err)

    def test_o08_a_text_of_endless_different_words_needs_bounded_memory(self):
        line = b"".join(b"%01000x " % (i * 2654435761) for i in range(20_000))
        self.write("words.txt", b"SCO\n\n" + line + b"\nCSTO at the end.")
        code, _, err = self.bounded("dragoman-index", "--db", "db", "--quiet", "--jobs", "1", "words.txt", megabytes=700, seconds=120)
        self.assertEqual(code, 0, err)
        self.assertEqual(self.answer("CSTO")["total"], 1)

    def test_o09_a_letter_with_endless_accents_is_shown_within_bounds(self):
        self.index("--quiet", self.write_documents({"id": "zalgo", "body": "SCO e" + "\u0301" * 100_000 + " end"}))
        code, out, err = self.bounded("dragoman-search", "--db", "db", "SCO", megabytes=256, seconds=10)
        self.assertEqual(code, 0, err)
        self.assertLess(len(out), 10_000)


if __name__ == "__main__":
    unittest.main()
