"""An index whose files were damaged: every program answers or says so in words, and none crashes or hangs.

DRAGOMAN_DAMAGE_ROUNDS (default 12) makes it longer."""
import os
import random
import shutil
import unittest

from dumps import Dump
from programs import ProgramTest

ROUNDS = int(os.environ.get("DRAGOMAN_DAMAGE_ROUNDS", "12"))


def flip(data, chance):
    """Some bytes anywhere become others."""
    for _ in range(chance.choice((1, 10, 200))):
        data[chance.randrange(len(data))] = chance.randrange(256)


def cut(data, chance):
    del data[chance.randrange(len(data)):]


def blank(data, chance):
    """A piece is lost, as a disk loses it."""
    begin = chance.randrange(len(data))
    size = min(chance.choice((16, 512, 8192)), len(data) - begin)
    data[begin:begin + size] = bytes(size)


class DamageTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.random = random.Random(1)
        made = Dump(1)
        made.write(self.folder / "dump", 2, 60)
        self.words = " ".join(made.vocabulary["ru"][:3])
        code, _, err = self.index("--quiet", "dump")
        self.assertEqual(code, 0, err)
        self.sound = self.folder / "sound"
        self.db.rename(self.sound)

    def damage(self):
        """A copy of the index with one damaged file; says what was done."""
        shutil.rmtree(self.db, ignore_errors=True)
        shutil.copytree(self.sound, self.db)
        path = self.random.choice(sorted(p for p in self.db.rglob("*") if p.is_file() and p.stat().st_size > 0))
        data = bytearray(path.read_bytes())
        how = self.random.choice((flip, cut, blank))
        how(data, self.random)
        path.write_bytes(data)
        return f"{how.__name__} {path.relative_to(self.db)}"

    def assert_answers(self, what, name, *arguments):
        code, _, err = self.run_program(name, "--db", self.db, *arguments)
        self.assertIn(code, (0, 1, 2), f"{what}: {name} {arguments}: {err}")
        if code == 2:
            self.assertTrue(err.startswith(name + ": "), f"{what}: {name} {arguments}: {err!r}")
            self.assertLess(len(err), 20_000)

    def test_damage_is_told_in_words(self):
        for number in range(ROUNDS):
            what = f"round {number}: {self.damage()}"
            self.assert_answers(what, "dragoman-search", "ОДКБ OR SCO")
            self.assert_answers(what, "dragoman-search", "--format", "json", "--facet", "org", self.words)
            self.assert_answers(what, "dragoman-search", "--show", "f0-1")
            for task in ("--stats", "--check", "--export", "--compact"):
                self.assert_answers(what, "dragoman-index", task)
            self.assert_answers(what, "dragoman-index", "--quiet", "dump")


if __name__ == "__main__":
    unittest.main()
