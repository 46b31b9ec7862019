"""Every file of some folders is indexed or skipped with a reason, and each PDF that has text is found by what it says.

    formats.py [--bin DIR] FOLDER…      skipped with a word when none of the folders is there

Prints a table of file, documents and reason. The phrases of a PDF are five runs of words spread over its text, as pdftotext
(poppler-utils) gives it where that is installed, else as it was indexed; of Arabic always the latter, for pdftotext turns
the letters of ligatures around. Exit status 1 when a file is told nowhere, or a PDF is found by fewer than four of its phrases.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PHRASES = 5
FEWEST_FOUND = 4
WORDS = 6
WORD = r"[^\s\d!-&(-/:-@\[-`{-~]+"  # no digit, no sign of ASCII but the apostrophe
RUN = re.compile(rf"(?<!\S){WORD}(?: {WORD})+(?!\S)")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08FF]")


class Programs:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def run(self, name, *arguments):
        return subprocess.run([self.folder / name, *map(str, arguments)], capture_output=True, text=True, check=False)


def told(programs, path):
    """How many documents a file gives, and what is said of what it does not give."""
    done = programs.run("dragoman-index", "--db", "unused", "--dry-run", "--json", path)
    if done.returncode not in (0, 1):
        return 0, f"exit status {done.returncode}"
    lines = [line.removeprefix("dragoman-index: ").replace(str(path), "") for line in done.stderr.splitlines()]
    return json.loads(done.stdout)["added"], "; ".join(line.replace(" : ", " ").strip(" :") for line in lines)


def text_of(path, body):
    if shutil.which("pdftotext") and not RIGHT_TO_LEFT.search(body):
        done = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=False)
        return done.stdout.decode("utf-8", "replace")
    return body


def phrases(text):
    """Runs of words, each from one line, spread evenly."""
    runs = [match[0].split() for line in text.splitlines() for match in RUN.finditer(line)]
    runs = [" ".join(run[:WORDS]) for run in runs if len(run) >= WORDS]
    return [runs[len(runs) * (2 * i + 1) // (2 * PHRASES)] for i in range(PHRASES)] if runs else []


def found_by(programs, db, path, body):
    """How many of its phrases find a PDF, and those that do not."""
    missed = []
    wanted = phrases(text_of(path, body))
    for phrase in wanted:
        done = programs.run("dragoman-search", "--db", db, "--all-copies", "--format", "ids", "-n", "100", "--", f'"{phrase}"')
        if not any(line.split("#")[0] == str(path) for line in done.stdout.splitlines()):
            missed.append(phrase)
    return len(wanted) - len(missed), len(wanted), missed


def check_pdfs(programs, files):
    good = True
    with tempfile.TemporaryDirectory() as folder:
        db = pathlib.Path(folder) / "db"
        programs.run("dragoman-index", "--db", db, "--quiet", *files)
        exported = programs.run("dragoman-index", "--db", db, "--export").stdout.split("\n")
        for document in map(json.loads, filter(None, exported)):
            path = document["id"]
            found, wanted, missed = found_by(programs, db, path, document.get("body", ""))
            print(f"{pathlib.Path(path).name}\tfound by {found} of {wanted} phrases" + "".join(f"\t“{m}”" for m in missed))
            good = good and found >= min(FEWEST_FOUND, wanted) and found > 0
    return good


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--bin", default=os.environ.get("DRAGOMAN_BIN", "build/release/bin"))
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    folders = [folder for folder in options.folders if folder.is_dir()]
    if not folders:
        print("skipped: the folders are not there")
        return 77
    programs = Programs(options.bin)
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    silent = partly = whole = 0
    for path in files:
        documents, reason = told(programs, path)
        print(f"{path.relative_to(path.parents[1])}\t{documents}\t{reason}")
        silent += not documents and not reason
        whole += not documents and bool(reason)
        partly += bool(documents)
    print(f"{len(files)} files: {partly} indexed, {whole} skipped with a reason, {silent} told nowhere")
    pdfs = [path for path in files if path.suffix == ".pdf"]
    found = not pdfs or check_pdfs(programs, pdfs)
    return 0 if found and silent == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
