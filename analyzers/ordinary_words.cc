#include <algorithm>
#include <iterator>

namespace dragoman {
namespace {

// Each list is sorted by bytes; the words are folded.
constexpr std::string_view kLatin[] = {
    "a",       "about",  "after",   "again",  "against", "ainsi",   "al",      "all",
    "also",    "am",     "an",      "and",    "another", "any",     "are",     "as",
    "at",      "au",     "auf",     "aux",    "avec",    "be",      "because", "been",
    "before",  "being",  "between", "both",   "but",     "by",      "can",     "cannot",
    "ce",      "ces",    "cette",   "como",   "con",     "could",   "da",      "dans",
    "das",     "de",     "del",     "dem",    "den",     "der",     "des",     "did",
    "die",     "do",     "does",    "doing",  "du",      "during",  "e",       "each",
    "ein",     "eine",   "einer",   "either", "el",      "elle",    "en",      "entre",
    "es",      "est",    "et",      "few",    "for",     "from",    "fur",     "further",
    "had",     "has",    "have",    "having", "he",      "her",     "here",    "herself",
    "himself", "his",    "how",     "i",      "if",      "il",      "ils",     "im",
    "in",      "into",   "is",      "it",     "its",     "itself",  "la",      "las",
    "le",      "les",    "leur",    "lo",     "los",     "mais",    "may",     "me",
    "mit",     "more",   "most",    "my",     "ne",      "neither", "no",      "nor",
    "not",     "o",      "of",      "on",     "once",    "only",    "or",      "other",
    "ou",      "ought",  "our",     "out",    "par",     "para",    "pas",     "pero",
    "por",     "pour",   "que",     "qui",    "s",       "same",    "se",      "ses",
    "she",     "should", "si",      "so",     "some",    "son",     "su",      "such",
    "sur",     "sus",    "than",    "that",   "the",     "their",   "them",    "themselves",
    "then",    "there",  "these",   "they",   "this",    "those",   "through", "to",
    "too",     "um",     "un",      "una",    "und",     "under",   "une",     "until",
    "upon",    "us",     "very",    "von",    "was",     "we",      "were",    "what",
    "when",    "where",  "whether", "which",  "while",   "who",     "whom",    "whose",
    "why",     "will",   "with",    "would",  "y",       "yet",     "you",     "your",
    "zu",      "zum",    "zur"};
constexpr std::string_view kCyrillic[] = {
    "а",   "без",    "бы",  "был",  "была",  "были", "было",    "быть",    "в",  "вас",   "во",
    "все", "вы",     "для", "до",   "его",   "ее",   "если",    "же",      "за", "и",     "из",
    "или", "им",     "их",  "к",    "как",   "ко",   "которые", "который", "ли", "между", "мы",
    "на",  "над",    "не",  "него", "нее",   "ни",   "них",     "но",      "о",  "об",    "он",
    "она", "они",    "от",  "по",   "под",   "при",  "про",     "с",       "со", "так",   "также",
    "то",  "только", "у",   "что",  "чтобы", "эта",  "это",     "этот",    "я"};
constexpr std::string_view kArabic[] = {
    "الا", "التي", "الذي", "الذين", "الي", "ان",  "او", "بعد", "بين",  "ثم", "حتي", "خلال",
    "ذلك", "علي",  "عن",   "عند",   "غير", "في",  "قد", "كان", "كانت", "كل", "كما", "لا",
    "لم",  "ما",   "مع",   "من",    "هذا", "هذه", "هل", "هو",  "هي",   "و"};

// Words with a meaning of their own that an acronym in small letters would be taken for.
constexpr std::string_view kWords[] = {
    "acte", "ag",   "ai",   "aid",  "aids",  "aie",   "ais",   "art",  "bad",  "bid",   "bis",
    "bit",  "cab",  "cal",  "cap",  "car",   "cas",   "cat",   "cd",   "ce",   "chad",  "ci",
    "cia",  "clip", "coin", "cop",  "crew",  "cs",    "dos",   "duma", "eco",  "est",   "fit",
    "fra",  "gap",  "gas",  "get",  "grain", "guam",  "help",  "ice",  "ida",  "ie",    "imo",
    "ink",  "iran", "isa",  "key",  "lab",   "land",  "lap",   "law",  "led",  "lot",   "mac",
    "mali", "man",  "map",  "mid",  "mil",   "minus", "mom",   "nam",  "nasa", "net",   "non",
    "ost",  "oui",  "pa",   "pace", "pam",   "pan",   "part",  "pas",  "past", "peace", "plan",
    "plus", "port", "quad", "rats", "rec",   "red",   "safe",  "sale", "salt", "sea",   "set",
    "sic",  "sida", "slam", "sol",  "sort",  "star",  "start", "step", "sud",  "tac",   "tap",
    "team", "tic",  "tip",  "top",  "tout",  "ua",    "ue",    "uma",  "uni",  "usa",   "vi",
    "vie",  "war",  "вас",  "дон",  "кот",   "мид",   "мир",   "мом",  "нам",  "пак",   "про",
    "раб",  "рак",  "сад",  "сам",  "сон",   "так",   "том"};

static_assert(std::is_sorted(std::begin(kLatin), std::end(kLatin)));
static_assert(std::is_sorted(std::begin(kCyrillic), std::end(kCyrillic)));
static_assert(std::is_sorted(std::begin(kArabic), std::end(kArabic)));
static_assert(std::is_sorted(std::begin(kWords), std::end(kWords)));

template <typename List>
bool contains_sorted(const List& list, std::string_view word) {
  return std::binary_search(std::begin(list), std::end(list), word);
}

}  // namespace

bool is_stop_word(std::string_view folded) {
  return contains_sorted(kLatin, folded) || contains_sorted(kCyrillic, folded) ||
         contains_sorted(kArabic, folded);
}

bool is_ordinary_word(std::string_view folded) {
  return is_stop_word(folded) || contains_sorted(kWords, folded);
}

}  // namespace dragoman
