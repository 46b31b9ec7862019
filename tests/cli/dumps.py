"""Dumps made by a seed: news of no meaning in four languages, with copies of the same story."""
import json
import random

SYLLABLES = {
    "en": "ba con der est for gen in lo mer nat or pro re sta ter un ver".split(),
    "ru": "ба вер го дар ен жи ка ло мир на об пре ре ста тор ун".split(),
    "fr": "aux bien con dé est faut gé inter lé mon nou pré ré sé té".split(),
    "zh": list("国会议员和平安全合作组织经济发展世界人民大使代表"),
}
NAMES = {"en": ["CSTO", "SCO", "CIS", "WHO", "the United Nations"], "ru": ["ОДКБ", "ШОС", "СНГ", "ВОЗ", "ООН"],
         "fr": ["OTSC", "OCS", "CEI", "OMS", "l'ONU"], "zh": ["集体安全条约组织", "上合组织", "独联体", "世卫组织", "联合国"]}


class Dump:
    """Documents and files; the same for the same seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.vocabulary = {lang: ["".join(self.random.choices(parts, k=self.random.randint(1, 4))) for _ in range(3000)]
                           for lang, parts in SYLLABLES.items()}

    def sentence(self, lang):
        # Few words are frequent, as in a language.
        words = [self.vocabulary[lang][int(3000 * self.random.random() ** 3)] for _ in range(self.random.randint(6, 20))]
        words.insert(self.random.randrange(len(words)), self.random.choice(NAMES[lang]))
        return ("" if lang == "zh" else " ").join(words) + ("。" if lang == "zh" else ". ")

    def document(self, id):
        lang = self.random.choice(list(SYLLABLES))
        return {"id": id, "title": self.sentence(lang).strip(), "lang": lang,
                "body": "".join(self.sentence(lang) for _ in range(self.random.randint(3, 30))),
                "date": f"20{self.random.randint(10, 24)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}",
                "source": self.random.choice(["ТАСС", "AFP", "Xinhua"])}

    def documents(self, count, prefix="d"):
        made = []
        for i in range(count):
            document = self.document(f"{prefix}{i}")
            if made and self.random.random() < 0.1:
                first = self.random.choice(made)
                document = {**first, "id": f"{prefix}{i}", "body": "(AFP) " + first["body"]}
            made.append(document)
        return made

    def write(self, folder, files, documents_each):
        """JSON Lines with ids and, beside each, a text whose id is its name."""
        folder.mkdir(parents=True, exist_ok=True)
        for n in range(files):
            self.write_lines(folder / f"{n:03}.jsonl", self.documents(documents_each, f"f{n}-"))
            text = self.document("")
            (folder / f"{n:03}.txt").write_text(text["title"] + "\n\n" + text["body"] + "\n", encoding="utf-8")

    @staticmethod
    def write_lines(path, documents):
        path.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents), encoding="utf-8")
