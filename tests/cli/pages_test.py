import re
import shutil
import subprocess
import unittest

from programs import BIN, ProgramTest

PROGRAMS = ("dragoman-index", "dragoman-search", "dragoman-analyze")


class PagesTest(ProgramTest):
    """The help, the man page and the completions tell of the same options."""

    def generated(self, name, what):
        code, out, err = self.run_program(name, "--generate", what)
        self.assertEqual((code, err), (0, ""))
        return out

    def help_options(self, name):
        code, out, err = self.run_program(name, "--help")
        self.assertEqual((code, err), (0, ""))
        self.assertLessEqual(max(map(len, out.splitlines())), 80)
        found = {}
        for letter, option in re.findall(r"^  (?:-(\w), |    )--([\w-]+)", out, re.MULTILINE):
            found[option] = letter
        self.assertIn("help", found)
        return found

    def assert_same(self, name, found, what):
        self.assertEqual(dict(found), self.help_options(name), f"{what} of {name}")

    def test_man_pages_have_every_option(self):
        for name in PROGRAMS:
            page = self.generated(name, "man").replace("\\-", "-")
            options = page.split('.SH "OPTIONS"')[1].split(".SH")[0]
            found = re.findall(r"^(?:\\fB-(\w)\\fR, )?\\fB--([\w-]+)\\fR", options, re.MULTILINE)
            self.assert_same(name, ((option, letter) for letter, option in found), "man page")
            self.assertIn(f'.TH "{name.upper()}" 1', page)

    def test_completions_have_every_option(self):
        for name in PROGRAMS:
            words = re.search(r'compgen -W "(--[^"]+)"', self.generated(name, "bash"))[1].split()
            self.assertEqual({w[2:] for w in words if w.startswith("--")}, set(self.help_options(name)))
            fish = re.findall(r"^complete -c \S+(?: -s (\w))? -l ([\w-]+)", self.generated(name, "fish"), re.MULTILINE)
            self.assert_same(name, ((option, letter) for letter, option in fish), "fish completion")
            zsh = re.findall(r"^  '\*'?(?:\{-(\w)\+?,)?--([\w-]+)", self.generated(name, "zsh"), re.MULTILINE)
            self.assert_same(name, ((option, letter) for letter, option in zsh), "zsh completion")

    def test_every_option_of_the_help_is_understood(self):
        for name in PROGRAMS:
            for option in self.help_options(name):
                _, _, err = self.run_program(name, f"--{option}")
                self.assertNotIn("unrecognised", err)

    def completed(self, name, *words):
        """What bash offers for the last of the words."""
        script = self.write("completion", self.generated(name, "bash"))
        function = "_" + name.replace("-", "_")
        quoted = " ".join("'" + w.replace("'", "'\\''") + "'" for w in (name, *words))
        done = subprocess.run(
            ["bash", "-c", f"source {script}; COMP_WORDS=({quoted}); COMP_CWORD={len(words)}; {function}; "
                           'printf "%s\\n" "${COMPREPLY[@]}"'], capture_output=True, text=True, cwd=self.folder, check=True)
        self.assertEqual(done.stderr, "")
        return done.stdout.split()

    def test_bash_completes_options_values_and_folders(self):
        (self.folder / "archive.db").mkdir()
        self.assertEqual(self.completed("dragoman-search", "--form"), ["--format"])
        self.assertEqual(self.completed("dragoman-search", "--color", "al"), ["always"])
        self.assertEqual(self.completed("dragoman-search", "--color", "=", "al"), ["always"])
        self.assertEqual(self.completed("dragoman-index", "--db", "arch"), ["archive.db"])
        self.assertEqual(self.completed("dragoman-analyze", "--input", "="), ["text", "jsonl"])
        self.assertEqual(self.completed("dragoman-analyze", "arch"), ["archive.db"])

    def test_other_names_are_refused_in_words(self):
        code, out, err = self.run_program("dragoman-search", "--generate", "tcsh")
        self.assertEqual((code, out), (2, ""))
        self.assertIn("--generate knows no 'tcsh'", err)
        self.assertIn("man, bash, zsh or fish", err)

    @unittest.skipUnless(shutil.which("man"), "no man(1)")
    def test_man_finds_nothing_to_complain_about(self):
        for name in PROGRAMS:
            page = self.write(f"{name}.1", self.generated(name, "man"))
            done = subprocess.run(["man", "--warnings=w", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page], capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_they_lie_where_cmake_installs_them_from(self):
        share = BIN.parent / "share"
        for name in PROGRAMS:
            for path, what in ((f"man/man1/{name}.1", "man"), (f"bash-completion/completions/{name}", "bash"),
                               (f"zsh/site-functions/_{name}", "zsh"), (f"fish/vendor_completions.d/{name}.fish", "fish")):
                self.assertEqual((share / path).read_text(encoding="utf-8"), self.generated(name, what))


if __name__ == "__main__":
    unittest.main()
