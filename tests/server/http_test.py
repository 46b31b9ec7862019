"""dragoman-serve over HTTP: what is asked and answered, and what is refused."""
import concurrent.futures
import gzip
import json
import pathlib
import random
import signal
import socket
import threading
import time
import unittest

from serving import DOCUMENTS, SANITIZED, ServerTest

ROOT = pathlib.Path(__file__).parent.parent.parent


class AnswersTest(ServerTest):
    def test_search_answers_as_the_program_on_the_terminal(self):
        for query, options, parameters in [("CSTO", [], {}), ("саммит ОДКБ", ["-n", "1", "--offset", "1"], {"n": 1, "offset": 1}),
                                           ("ОТСК", [], {}), ("CSTO date:2030", [], {}), ("", [], {}),
                                           ("CSTO", ["--facet", "org,year", "--sort", "date-", "--passages", "0"],
                                            {"facet": "org,year", "sort": "date-", "passages": 0})]:
            theirs = self.answer(query, *options) if query else None
            ours = self.ask("/search", q=query, **parameters).json()
            ours.pop("took_us")
            if theirs:
                theirs.pop("took_us")
                self.assertEqual(ours, theirs, query)

    def test_filters_stand_beside_the_query(self):
        self.assertEqual(self.ids(q="CSTO"), ["en-1", "fr-1", "ru/1"])
        self.assertEqual(self.ids(q="CSTO", lang="ru"), ["ru/1"])
        self.assertEqual(self.ids(q="CSTO", lang=["ru", "fr"]), ["fr-1", "ru/1"])
        self.assertEqual(self.ids(q="CSTO OR nothing", date="2017..2018"), ["en-1", "fr-1"])
        self.assertEqual(self.ids(q='"ОДКБ', source='ТАСС "24"'), ["ru/1"])
        self.assertEqual(self.ids(org=["csto", "sco"]), ["en-1"])

    def test_facets_are_counted(self):
        answer = self.ask("/facets", q="CSTO").json()
        self.assertEqual((answer["total"], answer["hits"]), (3, []))
        self.assertEqual([v["value"] for v in answer["facets"]["year"]], ["2016", "2017", "2018"])
        self.assertEqual(answer["facets"]["org"][0], {"value": "csto", "label": "Collective Security Treaty Organization", "count": 3})
        self.assertEqual(len(self.ask("/facets", q="CSTO", facet="lang,year", values=1).json()["facets"]["lang"]), 1)

    def test_suggestions_name_organizations_and_fields(self):
        first = self.ask("/suggest", q="встреча shanghai coop").json()["completions"][0]
        self.assertEqual((first["kind"], first["text"], first["query"]),
                         ("organization", "sco", 'встреча "Shanghai Cooperation Organization"'))
        behind = self.ask("/suggest", q="org:шос").json()["completions"]
        self.assertIn(("sco", "ШОС", "org:sco"), [(c["text"], c["name"], c["query"]) for c in behind])
        self.assertIn("title:", [c["text"] for c in self.ask("/suggest", q="tit").json()["completions"]])
        suggested = self.ask("/suggest", q="sammit securty").json()["suggestions"]
        self.assertTrue(any("security" in s["query"] for s in suggested), suggested)

    def test_a_document_comes_whole_with_marks(self):
        shown = self.ask("/doc/ru/1", q="CSTO").json()
        self.assertEqual((shown["id"], shown["body"], shown["fields"]), ("ru/1", DOCUMENTS[0]["body"], {"страна": "Армения"}))
        begin, end, what = shown["body_marks"][0]
        self.assertEqual((shown["body"][begin:end], what), ("ОДКБ", "csto"))
        self.assertEqual(self.ask("/doc/ru/1").json()["body_marks"], [])

    def test_analysis_tells_what_a_text_names(self):
        text = "Саммит ОДКБ 24 ноября 2016 года"
        for body, kind in [(text, "text/plain; charset=utf-8"), (text, None), (json.dumps({"text": text}), "application/json")]:
            analysis = self.ask("/analyze", "POST", body, headers={"Content-Type": kind} if kind else {}).json()
            self.assertEqual([(o["id"], text[o["start"]:o["end"]]) for o in analysis["organizations"]], [("csto", "ОДКБ")])
            self.assertNotIn("tokens", analysis)
        self.assertEqual(len(self.ask("/analyze", "POST", "a b", tokens=1).json()["tokens"]), 2)
        packed = self.ask("/analyze", "POST", gzip.compress(text.encode()), headers={"Content-Encoding": "gzip"})
        self.assertEqual(packed.json()["organizations"][0]["id"], "csto")

    def test_health_tells_what_the_index_holds(self):
        health = self.ask("/health").json()
        self.assertEqual((health["status"], health["documents"], health["first_date"]), ("ok", 3, "20161124"))
        self.assertEqual(sorted(health["langs"]), ["en", "fr", "ru"])

    def test_one_connection_takes_many_requests(self):
        connection = self.connect()
        for _ in range(20):
            self.assertEqual(self.ask("/search", q="ОДКБ", connection=connection).status, 200)
            self.assertEqual(self.ask("/search", "HEAD", q="ОДКБ", connection=connection).body, "")
            self.assertEqual(self.ask("/analyze", "POST", "ОДКБ", connection=connection).status, 200)
            self.assertEqual(self.ask("/nowhere", connection=connection).status, 404)

    def test_the_description_is_that_of_the_routes(self):
        described = self.ask("/openapi.json").json()
        self.assertEqual(described, json.loads((ROOT / "server" / "openapi.json").read_text()))
        known = self.ask("/nowhere").json()["error"]["hint"]
        for path, methods in described["paths"].items():
            place = path.replace("{id}", "")
            self.assertIn(place, known)
            for method, operation in methods.items():
                names = [p["name"] for p in operation.get("parameters", []) if p["in"] == "query"]
                wrong = self.ask(place + ("ru/1" if "{id}" in path else ""), method.upper(), body="" if method == "post" else None, никто=1)
                self.assertEqual(wrong.status, 400, path)
                hint = wrong.json()["error"]["hint"]
                told = hint.removeprefix("there are ").split(", ") if hint != "this takes none" else []
                self.assertEqual(sorted(names), sorted(told), path)
        routes = {p.strip() for p in known.removeprefix("there are ").replace(" and ", ", ").split(",")}
        paths = {p.replace("{id}", "") for p in described["paths"]}
        self.assertEqual({p for p in routes if p} - {"/", "/openapi.json"}, paths)

    def test_the_page_is_served_with_headers_of_safety(self):
        page = self.ask("/")
        self.assertIn("<title>Dragoman</title>", page.body)
        for reply in (page, self.ask("/search", q="ОДКБ"), self.ask("/nowhere"), self.ask("/app.js")):
            self.assertIn("default-src 'none'", reply.headers["Content-Security-Policy"])
            self.assertNotIn("unsafe", reply.headers["Content-Security-Policy"])
            self.assertEqual(reply.headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(reply.headers["X-Frame-Options"], "DENY")
            self.assertIsNone(reply.headers["Access-Control-Allow-Origin"])


class RefusalsTest(ServerTest):
    def test_what_is_wrong_is_told_in_words(self):
        table = [  # path, method, parameters, body, headers, status, a part of the message
            ("/search", "GET", {"q": "x", "n": "many"}, None, {}, 400, "'n' wants a number from 0 to 100"),
            ("/search", "GET", {"q": "x", "n": "101"}, None, {}, 400, "from 0 to 100"),
            ("/search", "GET", {"q": "x", "n": "-1"}, None, {}, 400, "from 0 to 100"),
            ("/search", "GET", {"q": "x", "offset": "9" * 30}, None, {}, 400, "'offset'"),
            ("/search", "GET", {"q": "x", "sort": "цвет"}, None, {}, 400, "there is no order 'цвет'"),
            ("/search", "GET", {"q": "x", "facet": "цвет"}, None, {}, 400, "there is no facet 'цвет'"),
            ("/search", "GET", {"q": "x", "date": "вчера"}, None, {}, 400, "'вчера' is no date"),
            ("/search", "GET", {"q": "x", "org": "nobody"}, None, {}, 400, "there is no organization 'nobody'"),
            ("/search", "GET", {"q": "x", "translate": "maybe"}, None, {}, 400, "'translate' is 0 or 1"),
            ("/search", "GET", {"query": "x"}, None, {}, 400, "there is no parameter 'query'"),
            ("/search", "GET", {"q": "я" * 2049}, None, {}, 414, "the address is too long"),
            ("/search", "GET", {"q": "x" * 4097}, None, {}, 400, "longer than 4096 bytes"),
            ("/search", "GET", {"q": "x", "lang": [f"r{i}" for i in range(65)]}, None, {}, 400, "more than 64 filters"),
            ("/search", "POST", {"q": "x"}, "", {}, 405, "not asked with POST"),
            ("/search", "DELETE", {"q": "x"}, None, {}, 405, "not asked with DELETE"),
            ("/analyze", "GET", {}, None, {}, 405, "not asked with GET"),
            ("/analyze", "POST", {}, "[1]", {"Content-Type": "application/json"}, 400, "no JSON object"),
            ("/analyze", "POST", {}, "{", {"Content-Type": "application/json"}, 400, "no JSON object"),
            ("/analyze", "POST", {}, "x", {"Content-Type": "image/png"}, 415, "neither"),
            ("/analyze", "POST", {}, "x", {"Content-Type": "multipart/form-data; boundary=b"}, 415, "neither"),
            ("/analyze", "POST", {}, "я" * 600_000, {}, 413, "too long|longer than"),
            ("/analyze", "POST", {}, gzip.compress(b"x" * 50_000_000), {"Content-Encoding": "gzip"}, 413, "longer than"),
            ("/doc/nobody", "GET", {}, None, {}, 404, "there is no document 'nobody'"),
            ("/doc/", "GET", {}, None, {}, 404, "nothing at /doc/"),
            ("/ничего/../x", "GET", {}, None, {}, 404, "nothing at"),
            ("/health", "GET", {"q": "x"}, None, {}, 400, "there is no parameter"),
        ]
        for path, method, parameters, body, headers, status, message in table:
            with self.subTest(path=path, parameters=str(parameters)[:60]):
                reply = self.ask(path, method, body, headers=headers, **parameters)
                self.assertEqual(reply.status, status, reply.body)
                self.assertEqual(reply.json()["error"]["status"], status)
                self.assertRegex(reply.json()["error"]["message"], message)

    def test_any_query_is_answered(self):
        for query in ("NOT", "((((", '"', "-", "org:", "\0", "a" * 4096, "(" * 2000, "x* " * 1000, "\u202e‮", "date:9999-99"):
            self.assertEqual(self.ask("/search", q=query, facet="org").status, 200, query[:20])
        connection = self.connect()
        connection.request("GET", "/search?q=%FF%FE%80&n=1")
        self.assertEqual(connection.getresponse().status, 200)

    def test_only_names_of_this_machine_are_answered_to(self):
        for host, status in [("127.0.0.1", 200), (f"localhost:{self.port}", 200), ("[::1]:80", 200), ("LOCALHOST", 200),
                             ("evil.example", 403), ("127.0.0.1.evil.example", 403), ("localhost.evil.example:80", 403), ("", 403)]:
            self.assertEqual(self.ask("/health", headers={"Host": host}).status, status, host)

    def raw(self, text, wait=True):
        """All that comes back for some bytes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as client:
            client.sendall(text)
            got = b""
            while wait and (part := client.recv(65536)):
                got += part
            return got.decode(errors="replace")

    def test_ill_formed_requests_harm_nobody(self):
        head = b"GET /health HTTP/1.1\r\nHost: localhost\r\n"
        table = [(b"\r\n\r\n", "400"), (b"GET\r\n\r\n", "400"), (b"\x16\x03\x01\x02\x00\x01\n\n", "400"),
                 (head + b"X: " + b"y" * 20_000 + b"\r\n\r\n", "431"), (head + b"X: y\r\n" * 4000 + b"\r\n", "431"),
                 (head + b"Range: bytes=" + b"0-1," * 1000 + b"2-3\r\nConnection: close\r\n\r\n", "200|416"),
                 (head + b"Connection: close\r\nContent-Length: 30\r\n\r\nGET /nowhere HTTP/1.1\r\n\r\n", "200"),
                 (b"POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999999999\r\n\r\nx", "405"),
                 (b"POST /analyze HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", "400"),
                 (b"GET /" + b"a" * 8500 + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "414")]
        for text, status in table:
            with self.subTest(text=text[:60]):
                answers = [line for line in self.raw(text).splitlines() if line.startswith("HTTP/1.1 ")]
                self.assertEqual(len(answers), 1, answers)
                self.assertRegex(answers[0], f"^HTTP/1.1 ({status}) ")
        self.assertEqual(self.ask("/health").status, 200)

    def test_chunks_are_counted_as_they_come(self):
        chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as client:
            client.sendall(b"POST /analyze HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
            with self.assertRaises(OSError):
                for _ in range(2000):  # 128 MB, if it were taken
                    client.sendall(chunk)
        self.assertEqual(self.ask("/health").status, 200)


class TagsTest(ServerTest):
    def test_what_is_known_is_not_sent_again(self):
        first = self.ask("/search", q="ОДКБ")
        tag = first.headers["ETag"]
        again = self.ask("/search", q="ОДКБ", headers={"If-None-Match": f'"x", {tag}'})
        self.assertEqual((again.status, again.body, again.headers["ETag"]), (304, "", tag))
        self.assertNotEqual(self.ask("/search", q="ШОС").headers["ETag"], tag)
        self.assertEqual(self.ask("/search", q="ШОС", headers={"If-None-Match": tag}).status, 200)
        page = self.ask("/app.js")
        self.assertEqual(self.ask("/app.js", headers={"If-None-Match": page.headers["ETag"]}).status, 304)

    def test_a_changed_index_is_answered_from_at_once(self):
        tag = self.ask("/search", q="НАТО").headers["ETag"]
        self.assertEqual(self.ids(q="НАТО"), [])
        self.index("--quiet", self.write_documents({"id": "nato", "body": "Саммит НАТО"}, name="more.jsonl"))
        reply = self.ask("/search", q="НАТО", headers={"If-None-Match": tag})
        self.assertEqual((reply.status, [h["id"] for h in reply.json()["hits"]]), (200, ["nato"]))
        self.assertNotEqual(reply.headers["ETag"], tag)

    def test_a_vanished_index_is_told(self):
        (self.db / "XAPIANDB").rename(self.db / "gone")
        reply = self.ask("/search", q="НАТО")
        self.assertEqual(reply.status, 500)
        self.assertIn("not an index", reply.json()["error"]["message"])
        (self.db / "gone").rename(self.db / "XAPIANDB")
        self.assertEqual(self.ask("/search", q="НАТО").status, 200)


class TimeTest(ServerTest):
    options = ("--time-limit", "0.001")

    def test_a_search_that_time_ended_says_so_and_is_not_kept(self):
        words = [f"слово{i}" for i in range(60)]
        draw = random.Random(7)
        self.index("--quiet", self.write_documents(
            *({"id": f"long-{i}", "body": " ".join(draw.choices(words, k=600))} for i in range(400)), name="long.jsonl"))
        reply = self.ask("/search", q=" OR ".join(f"{a} NEAR/5 {b}" for a, b in zip(words, words[1:])))
        self.assertEqual((reply.status, reply.json()["partial"]), (200, True))
        self.assertNotIn("ETag", reply.headers)


class ManyTest(ServerTest):
    options = ("--searchers", "2", "--connections", "8")

    def test_many_ask_at_once_while_the_index_grows(self):
        def asker(number):
            connection = self.connect()
            statuses = [self.ask("/search", q=("ОДКБ", "CSTO", "SCO summit")[(number + i) % 3], connection=connection).status for i in range(25)]
            connection.close()
            return statuses

        with concurrent.futures.ThreadPoolExecutor(8) as threads:
            all_asked = [threads.submit(asker, number) for number in range(8)]
            for i in range(3):
                self.index("--quiet", self.write_documents({"id": f"new-{i}", "body": "ОДКБ"}, name=f"new-{i}.jsonl"))
            self.assertEqual({status for asked in all_asked for status in asked.result()}, {200})
        self.until(lambda: self.ask("/health").status == 200)
        self.assertEqual(len(self.ids(q="CSTO", all_copies=1)), 6)

    def until(self, holds):
        deadline = time.monotonic() + 30
        while not holds() and time.monotonic() < deadline:
            time.sleep(0.02)

    def test_one_client_too_many_is_told_to_come_again(self):
        held = [self.connect() for _ in range(8)]
        for connection in held:
            self.assertEqual(self.ask("/health", connection=connection).status, 200)
        refused = self.ask("/health")
        self.assertEqual((refused.status, refused.headers["Retry-After"]), (503, "1"))
        self.assertIn("too many connections", refused.json()["error"]["message"])
        held[0].close()
        served = []
        self.until(lambda: served.append(self.ask("/health").status) or served[-1] == 200)
        self.assertEqual(served[-1], 200)


class EndTest(ServerTest):
    def test_signals_end_it_in_order(self):
        idle = self.connect()
        self.assertEqual(self.ask("/health", connection=idle).status, 200)
        self.assertEqual(self.stop(signal.SIGTERM), (0, ""))
        self.server = self.start("--verbose")
        self.ask("/search", q="\x1b[2J")
        code, err = self.stop(signal.SIGINT)
        self.assertEqual(code, 0)
        self.assertRegex(err, r"^GET /search\?q=%1B%5B2J 200 \d+ µs\n$")

    def test_requests_under_way_are_answered(self):
        statuses = []

        text = "Саммит ОДКБ и ШОС. " * (2_500 if SANITIZED else 25_000)

        def asker():
            statuses.append(self.ask("/analyze", "POST", text).status)

        asking = [threading.Thread(target=asker) for _ in range(2)]
        for thread in asking:
            thread.start()
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and self.busy() == 0:
            time.sleep(0.01)
        self.assertEqual(self.stop()[0], 0)
        for thread in asking:
            thread.join()
        self.assertEqual(statuses, [200, 200])

    def busy(self):
        """Connections that the server has taken and not ended, as the kernel counts them."""
        state = pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]
        fields = [line.split() for line in state]
        taken = [f for f in fields if f[1].endswith(f":{self.port:04X}") and f[3] == "01"]
        return 1 if len(taken) >= 2 and all(f[4].split(":")[1] == "00000000" for f in taken) else 0

    def test_a_taken_port_is_told(self):
        code, _, err = self.run_program("dragoman-serve", "--db", self.db, "--port", str(self.port))
        self.assertEqual(code, 2)
        self.assertRegex(err, r"cannot listen on 127\.0\.0\.1, port \d+: Address already in use")

    def test_what_cannot_be_served_is_told(self):
        for options, message in [(["--db", "nowhere"], "nowhere does not exist"), ([], "--db DIR is missing"),
                                 (["--db", str(self.db), "--port", "70000"], "--port wants a number from 0 to 65535"),
                                 (["--db", str(self.db), "--host", "no.such.host.invalid"], "cannot listen on")]:
            code, out, err = self.run_program("dragoman-serve", *options)
            self.assertEqual((code, out), (2, ""), options)
            self.assertIn(message, err)


if __name__ == "__main__":
    unittest.main()
