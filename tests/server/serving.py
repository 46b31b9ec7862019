"""What the tests of dragoman-serve share: an index, the program, and one verb to ask it."""
import http.client
import json
import pathlib
import signal
import subprocess
import sys
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "cli"))
from programs import BIN, PATIENCE, SANITIZED, ProgramTest  # noqa: E402

DOCUMENTS = [
    {"id": "ru/1", "title": "Саммит ОДКБ", "body": "В Ереване прошёл саммит ОДКБ. Мир & <b>покой</b>.\n\nВторой абзац.",
     "date": "2016-11-24", "lang": "ru", "source": "ТАСС \"24\"", "type": "news", "страна": "Армения"},
    {"id": "en-1", "title": "CSTO and SCO", "body": "The Collective Security Treaty Organization met. The SCO did not.",
     "date": "2018-02-03", "lang": "en", "source": "Wire"},
    {"id": "fr-1", "body": "L'OTSC s'est réunie à Erevan.", "lang": "fr", "date": "2017"},
]


class Reply:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)


class ServerTest(ProgramTest):
    options = ()

    def setUp(self):
        super().setUp()
        self.assertEqual(self.index("--quiet", self.write_documents(*self.documents()))[0], 0)
        self.server = self.start(*self.options)

    def documents(self):
        return DOCUMENTS

    def start(self, *options):
        server = subprocess.Popen([str(BIN / "dragoman-serve"), "--db", str(self.db), "--port", "0", *options],
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.end, server)
        self.url = server.stdout.readline().decode().split()[-1]
        self.port = urllib.parse.urlsplit(self.url).port
        return server

    def end(self, server):
        if server.poll() is None:
            server.send_signal(signal.SIGKILL)
        server.communicate()

    def stop(self, number=signal.SIGTERM):
        """The exit status, and what was printed on standard error."""
        self.server.send_signal(number)
        _, err = self.server.communicate(timeout=PATIENCE)
        return self.server.returncode, err.decode()

    def connect(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        self.addCleanup(connection.close)
        return connection

    def ask(self, path, method="GET", body=None, connection=None, headers=None, **parameters):
        """Asks once; `parameters` are percent-encoded, lists are given more than once."""
        given = [(k, v) for k, all_v in parameters.items() for v in (all_v if isinstance(all_v, list) else [all_v])]
        target = urllib.parse.quote(path) + ("?" + urllib.parse.urlencode(given) if given else "")
        used = connection or self.connect()
        used.request(method, target, body=body.encode() if isinstance(body, str) else body, headers=headers or {})
        response = used.getresponse()
        reply = Reply(response.status, response.headers, response.read().decode())
        if connection is None:
            used.close()
        return reply

    def ids(self, **parameters):
        reply = self.ask("/search", **parameters)
        self.assertEqual(reply.status, 200, reply.body)
        return sorted(hit["id"] for hit in reply.json()["hits"])
