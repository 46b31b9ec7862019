"""What dragoman-analyze must see in the news text that the project started from: only the expectation is kept here.

    seed_test.py FOLDER      the folder with the text; skipped with a word when it is not there
"""
import collections
import glob
import json
import os
import subprocess
import sys

# Mentions: UN is counted without those inside "UN General Assembly", which are the Assembly's.
ORGANIZATIONS = {"sco": 19, "un": 13, "ga": 10, "csto": 6, "cis": 6, "las": 1, "eco": 1, "oecd": 1, "coe": 1, "interpol": 1}
CERTAINTIES = {"csto": "certain", "eco": "probable", "oecd": "possible"}
DEFINITIONS = [("CSTO", "Collective Security Treaty Organization"), ("CIS", "Commonwealth of Independent States"),
               ("SCO", "Shanghai Cooperation Organization"), ("SCO", "Shanghai Cooperation Organization"),
               ("GA", "General Assembly")]
DATES = [("2016-11-24", "2016-11-24", False), ("2016-11-21", "2016-11-21", True), ("2001-01-01", "2001-12-31", True)]
PEOPLE = {"Rashid Alimov"}


def expect(what, want, got):
    if want == got:
        return True
    print(f"{what}: expected {want}, got {got}")
    return False


def main():
    files = glob.glob(os.path.join(sys.argv[1], "*.txt"))
    if not files:
        print("skipped: the text is not there")
        return 77
    text = open(files[0], encoding="utf-8", newline="").read()
    program = os.path.join(os.environ["DRAGOMAN_BIN"], "dragoman-analyze")
    seen = json.loads(subprocess.run([program, files[0]], capture_output=True, check=True).stdout)
    counts = collections.Counter(o["id"] for o in seen["organizations"])
    certainties = {o["id"]: o["certainty"] for o in seen["organizations"] if o["id"] in CERTAINTIES}
    definitions = [(text[slice(*d["short"])], text[slice(*d["long"])]) for d in seen["definitions"]]
    dates = [(d["from"], d["to"], d.get("inferred", False)) for d in seen["dates"]]
    good = [expect("organizations", ORGANIZATIONS, {k: counts[k] for k in ORGANIZATIONS}),
            expect("certainties", CERTAINTIES, certainties),
            expect("definitions", DEFINITIONS, definitions),
            expect("dates", DATES, dates),
            expect("people", PEOPLE, {p["name"] for p in seen["people"]})]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
