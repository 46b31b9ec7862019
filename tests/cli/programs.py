"""What the tests of the programs share: a temporary folder, and one verb a program."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

BIN = pathlib.Path(os.environ["DRAGOMAN_BIN"])
SANITIZED = "DRAGOMAN_SANITIZED" in os.environ  # programs that watch themselves need many times the time and memory
PATIENCE = 600 if SANITIZED else 60  # seconds


def needs(part):
    """Skips a test where `part`, as in DRAGOMAN_WITH_part, was left out of the build."""
    return unittest.skipIf(part in os.environ.get("DRAGOMAN_LEFT_OUT", "").split(), f"built without {part}")


class ProgramTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.folder = pathlib.Path(self._folder.name)
        self.db = self.folder / "db"

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    def write_documents(self, *documents, name="docs.jsonl"):
        return self.write(name, "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents))

    def run_program(self, name, *arguments, stdin=b"", env=None):
        done = subprocess.run([str(BIN / name), *map(str, arguments)], input=stdin, capture_output=True,
                              timeout=PATIENCE, cwd=self.folder, env={**os.environ, **(env or {})})
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def index(self, *arguments, **more):
        return self.run_program("dragoman-index", "--db", self.db, *arguments, **more)

    def search(self, *arguments, **more):
        return self.run_program("dragoman-search", "--db", self.db, *arguments, **more)

    def answer(self, query, *arguments):
        """The parsed JSON of one answer."""
        code, out, err = self.search("--format", "json", *arguments, "--", query)
        self.assertIn(code, (0, 1), err)
        return json.loads(out)
