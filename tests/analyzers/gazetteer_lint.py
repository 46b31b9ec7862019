#!/usr/bin/env python3
"""Checks the tables of the gazetteer, and says where they are broken.

    gazetteer_lint.py analyzers/data      prints "organizations.tsv:17: …", exits 1 if there is any

Standard library only. The rules are in analyzers/data/README.md; each function below is one of
them. gazetteer_lint_self_test.py breaks a small table in every way known, and sees that it is told.
"""
import collections
import pathlib
import re
import sys
import unicodedata

HEADERS = {
    "organizations.tsv": "id kind lang form text case ambiguous note".split(),
    "ambiguous.tsv": ("acronym candidate kind description langs case "
                      "cues_en cues_ru cues_fr cues_es").split(),
    "relations.tsv": "id relation other from to note".split(),
    "lifetimes.tsv": "id from to".split(),
}
KINDS = set("igo un-organ un-body agreement bank treaty court ngo mission bloc entity".split())
FORMS = set("name acronym alias former adjective".split())
CASES = {"i", "s"}
INCLUDING = {"part_of", "predecessor_of"}
RELATIONS = INCLUDING | {"related_agency", "succeeded_by", "related"}
LANGUAGES = set("""
en fr es ru ar zh af am az be bg bn bs ca cs cy da de el et eu fa fi fil ga gl gu he hi hr hu hy
id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl pa pl ps pt ro si sk sl so sq sr
sv sw ta te tg th tk tr uk ur uz vi zu
""".split())
KNOWN = {"kind": KINDS, "lang": LANGUAGES, "form": FORMS, "case": CASES}
UN_LANGUAGES = "en fr es ru ar zh".split()
MOST_LINE_BYTES = 4000
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SHORT_CYRILLIC = re.compile(r"[А-ЯЁЄІЇЎҒҚҢӘӨҮҰҲҶӢӮ]{2,4}")
EXTERNAL = re.compile(r"x:[a-z0-9]+(-[a-z0-9]+)*")

# Ordinary words that an acronym may look like: "Who" and "Us" begin sentences, so such a name needs
# the case rule s.
WORDS = set("""
a about act after aid all also am an and any are arm arms art as at be bad best bid big but by can
car cat cop do eco end fast for from get go had has have he her here him his how i if in inf ipa
is it its just lad last law less let long made make man map mark may me men mist more most much
must my new no nor not now of off old on one only opt or order our out own pace pact pact pam part
pas past per ride salt same say set she slam so some sort start such than that the their them then
there they this those to too under up us very was way we well were what when which who whom whose
why will with word world yes yet you your au aux avec ce ces cette comme dans de des dont du elle
en est et eu il ils je la le les leur lui mais mes moi mon ne nos notre nous on ou par pas plus
pour qu que qui sa sans se ses si son sont sous sur ta te tes toi ton tu un une vos vous bis al
con cual cuando del desde donde dos el ella ellas ellos era es esa ese eso esta este esto fue ha
han hay las lo los mas mi mis muy nada ni nos otra otro para pero poco por que se sea ser si sin
sobre solo su sus tan tanto te tu un una uno va без бы был была были было вам вас весь во вот все
вы где да для до его ее если есть еще же за здесь из или им их как ко когда кто ли мне мы на над
нам нас не нет ни но ну об он она они оно от по под при про раз сам сан со так там те тем то той
ту тут ты тыс уже уж чем что эта эти это
""".split())


class Row(dict):
    """The columns of a line by name; `file` and `line` say where it stands."""

    def __init__(self, file, line, columns):
        super().__init__(zip(HEADERS[file], columns))
        self.file, self.line = file, line


def fold(text):
    """Case, accents and punctuation removed: as alike as two acronyms can be."""
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in decomposed if unicodedata.category(c)[0] in "LN")


def letters(text):
    """What counts in an acronym that must keep its case, and how ambiguous.tsv writes it."""
    return re.sub(r"[.\- ]", "", text)


def listed(row):
    return [entry for entry in row["ambiguous"].split(";") if entry]


# Reading: what is wrong with the bytes and columns of a line.

def byte_faults(raw):
    if len(raw) > MOST_LINE_BYTES:
        return f"line of {len(raw)} bytes, more than {MOST_LINE_BYTES}"
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"not UTF-8 at byte {error.start}"
    for c in text:
        if c != "\t" and unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Co", "Cn"):
            return f"control or invisible character U+{ord(c):04X}"
        if c != " " and unicodedata.category(c) == "Zs":
            return f"blank that is not a plain space, U+{ord(c):04X}"
    if unicodedata.normalize("NFC", text) != text:
        return "not in Unicode normal form C"
    return ""


def column_faults(columns, header):
    if len(columns) != len(header):
        return f"{len(columns)} columns instead of {len(header)}"
    for name, value in zip(header, columns):
        if value != value.strip() or "  " in value:
            return f"needless blanks in column {name}"
    return ""


def read_table(path, faults):
    name, header, rows = path.name, HEADERS[path.name], []
    data = path.read_bytes()
    if not data.endswith(b"\n"):
        faults.append((name, data.count(b"\n") + 1, "the last line does not end"))
    for number, raw in enumerate(data.removesuffix(b"\n").split(b"\n"), 1):
        fault = byte_faults(raw)
        columns = [] if fault else raw.decode("utf-8").split("\t")
        fault = fault or column_faults(columns, header)
        if number == 1:
            wrong = "" if columns == header else "the columns must be " + " ".join(header)
            fault = fault or wrong
        if fault:
            faults.append((name, number, fault))
        elif number > 1:
            rows.append(Row(name, number, columns))
    return rows


# organizations.tsv

def bad_values(organizations):
    for row in organizations:
        if not ID.fullmatch(row["id"]):
            yield row, f"malformed id '{row['id']}'"
        for column, known in KNOWN.items():
            if row[column] not in known:
                yield row, f"unknown {column} '{row[column]}'"
        if not fold(row["text"]):
            yield row, "no text"
        if row["case"] == "s" and row["text"].lower() == row["text"].upper():
            yield row, f"case rule s for '{row['text']}', which has no case"


def repeated_rows(organizations):
    seen = {}
    for row in organizations:
        key = (row["id"], row["lang"], row["form"], row["text"])
        if key in seen:
            yield row, f"same as line {seen[key]}"
        seen.setdefault(key, row.line)


def scattered_or_unnamed(organizations):
    """Rows of an organization stand together, with one kind, one name a language, and English."""
    first, kinds, names, last = {}, {}, {}, None
    for row in organizations:
        if row["id"] != last and row["id"] in first:
            yield row, f"rows of '{row['id']}' also stand at line {first[row['id']].line}"
        last = row["id"]
        first.setdefault(row["id"], row)
        if kinds.setdefault(row["id"], row["kind"]) != row["kind"]:
            yield row, f"'{row['id']}' was of kind {kinds[row['id']]}"
        if row["form"] == "name":
            before = names.setdefault((row["id"], row["lang"]), row)
            if before is not row:
                yield row, f"second {row['lang']} name, after line {before.line}"
    for organization, row in first.items():
        if (organization, "en") not in names:
            yield row, f"'{organization}' has no English name"


def is_short_cyrillic_acronym(row):
    return row["form"] == "acronym" and SHORT_CYRILLIC.fullmatch(row["text"])


def words_without_case(organizations):
    for row in organizations:
        if row["case"] == "i" and row["form"] != "adjective" and row["text"].casefold() in WORDS:
            yield row, f"'{row['text']}' is an ordinary word: needs case rule s"
        elif row["case"] == "i" and is_short_cyrillic_acronym(row):
            yield row, f"'{row['text']}' may be an inflected word (Дом, Мария): needs case rule s"


def rivals(a, b):
    """Whether one surface can be read as both rows."""
    if a["id"] == b["id"]:
        return False
    return not (a["case"] == b["case"] == "s") or letters(a["text"]) == letters(b["text"])


def unlisted_collisions(organizations):
    alike = collections.defaultdict(list)
    for row in organizations:
        alike[fold(row["text"])].append(row)
    for group in alike.values():
        for row in group:
            for other in group:
                if rivals(row, other) and other["id"] not in listed(row):
                    place = f"'{other['id']}' (line {other.line})"
                    yield row, f"'{row['text']}' is also {place}: not told in ambiguous"


def unknown_or_uncued_rivals(organizations, candidates):
    ids = {row["id"] for row in organizations}
    cued = collections.defaultdict(set)
    for row in candidates:
        cued[row["acronym"]].add(row["candidate"])
    externals = {row["candidate"] for row in candidates if row["candidate"].startswith("x:")}
    for row in organizations:
        for entry in listed(row):
            if entry not in ids and entry not in externals:
                yield row, f"ambiguous names '{entry}', which is not known"
            elif entry == row["id"]:
                yield row, f"ambiguous names '{entry}' itself"
        if row["form"] == "acronym":
            yield from ((row, fault) for fault in sense_faults(row, cued[letters(row["text"])]))


def sense_faults(row, senses):
    """An acronym's rivals in `ambiguous` and its senses in ambiguous.tsv are the same."""
    acronym, told = letters(row["text"]), {row["id"], *listed(row)}
    missing = told - senses if listed(row) else ()
    if missing:
        yield f"ambiguous.tsv has no row for '{acronym}' as {', '.join(sorted(missing))}"
    untold = senses - told if row["id"] in senses else ()
    if untold:
        yield f"ambiguous does not tell of {', '.join(sorted(untold))}, which ambiguous.tsv has"


# ambiguous.tsv

def bad_candidates(organizations, candidates):
    kinds = {row["id"]: row["kind"] for row in organizations}
    seen = {}
    for row in candidates:
        name = row["candidate"]
        if name not in kinds and not EXTERNAL.fullmatch(name):
            yield row, f"unknown candidate '{name}'"
        elif row["kind"] != kinds.get(name, "external"):
            yield row, f"'{name}' is of kind {kinds.get(name, 'external')}, not {row['kind']}"
        for code in row["langs"].split(","):
            if code not in LANGUAGES:
                yield row, f"unknown language '{code}'"
        if row["case"] not in CASES:
            yield row, f"unknown case '{row['case']}'"
        if row["acronym"] != letters(row["acronym"]) or not row["acronym"]:
            yield row, f"acronym '{row['acronym']}' must be letters and digits alone"
        key = (row["acronym"], name)
        if key in seen:
            yield row, f"same as line {seen[key]}"
        seen.setdefault(key, row.line)


def bad_years(row):
    years = [row["from"], row["to"]]
    if not all(re.fullmatch(r"(1[89]\d\d|20\d\d)?", year) for year in years):
        yield row, "a year has four digits, or is left empty"
    elif all(years) and years[0] > years[1]:
        yield row, "ends before it begins"


# lifetimes.tsv

def bad_lifetimes(organizations, lifetimes):
    ids = {row["id"] for row in organizations}
    seen = {}
    for row in lifetimes:
        if row["id"] not in ids:
            yield row, f"unknown organization '{row['id']}'"
        if row["id"] in seen:
            yield row, f"the same organization as line {seen[row['id']]}"
        seen.setdefault(row["id"], row.line)
        yield from bad_years(row)


# relations.tsv

def bad_relations(organizations, relations):
    ids = {row["id"] for row in organizations}
    seen = {}
    for row in relations:
        for column in ("id", "other"):
            if row[column] not in ids:
                yield row, f"unknown organization '{row[column]}'"
        if row["relation"] not in RELATIONS:
            yield row, f"unknown relation '{row['relation']}'"
        yield from bad_years(row)
        pair = frozenset((row["id"], row["other"]))
        if pair in seen:
            yield row, f"the same two organizations as line {seen[pair]}"
        seen.setdefault(pair, row.line)


def relation_cycles(relations):
    """Whoever includes itself, told once for each cycle, at a line of it."""
    wholes = collections.defaultdict(list)
    for row in relations:
        if row["relation"] in INCLUDING:
            wholes[row["id"]].append(row)
    done = set()
    for start in list(wholes):
        path, stack = [], [(start, None)]
        while stack:
            organization, row = stack.pop()
            if organization is None:
                path.pop()
                continue
            if organization in path:
                yield row, f"'{organization}' includes itself"
                continue
            if organization in done:
                continue
            done.add(organization)
            path.append(organization)
            stack.append((None, None))
            stack += [(other["other"], other) for other in wholes[organization]]


def lint(folder):
    """All faults of the tables in `folder`, as (file, line, message), in the order of the lines."""
    faults = []
    tables = [read_table(pathlib.Path(folder) / name, faults) for name in HEADERS]
    organizations, candidates, relations, lifetimes = tables
    for found in (
        bad_values(organizations),
        repeated_rows(organizations),
        scattered_or_unnamed(organizations),
        words_without_case(organizations),
        unlisted_collisions(organizations),
        unknown_or_uncued_rivals(organizations, candidates),
        bad_candidates(organizations, candidates),
        bad_relations(organizations, relations),
        relation_cycles(relations),
        bad_lifetimes(organizations, lifetimes),
    ):
        faults += [(row.file, row.line, message) for row, message in found]
    return sorted(set(faults))


def coverage(folder):
    rows = read_table(pathlib.Path(folder) / "organizations.tsv", [])
    ids = {row["id"] for row in rows}
    named = collections.Counter(row["lang"] for row in rows if row["form"] == "name")
    return f"{len(ids)} organizations, {len(rows)} names; named in " + ", ".join(
        f"{code} {named[code]}" for code in UN_LANGUAGES)


def main(arguments):
    if len(arguments) != 1:
        print(__doc__)
        return 2
    faults = lint(arguments[0])
    for file, line, message in faults:
        print(f"{file}:{line}: {message}")
    print(coverage(arguments[0]), "-", len(faults), "faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
