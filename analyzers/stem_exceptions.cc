#include "stem_exceptions.h"

#include <algorithm>
#include <array>

namespace dragoman {
namespace {

struct Exception {
  std::string_view word;
  std::string_view stem;
};

// Sorted by word. A stem here is never what Snowball makes of an unrelated word.
constexpr Exception kEnglish[] = {
    {"authorities", "authority"},
    {"authority", "authority"},
    {"convention", "convention"},
    {"conventional", "conventional"},
    {"conventions", "convention"},
    {"department", "department"},
    {"departmental", "department"},
    {"departments", "department"},
    {"executive", "executive"},
    {"executives", "executive"},
    {"general", "general"},
    {"generally", "generally"},
    {"importance", "important"},
    {"important", "important"},
    {"importantly", "important"},
    {"international", "international"},
    {"internationally", "international"},
    {"objective", "objective"},
    {"objectives", "objective"},
    {"organization", "organization"},
    {"organizational", "organization"},
    {"organizations", "organization"},
    {"organize", "organize"},
    {"organized", "organize"},
    {"organizer", "organize"},
    {"organizers", "organize"},
    {"organizes", "organize"},
    {"organizing", "organize"},
    {"relative", "relative"},
    {"relatively", "relative"},
    {"relatives", "relative"},
    {"unite", "unite"},
    {"united", "united"},
    {"unites", "unite"},
    {"uniting", "unite"},
    {"universal", "universal"},
    {"universality", "universal"},
    {"universally", "universal"},
    {"universe", "universe"},
    {"universities", "university"},
    {"university", "university"},
};
static_assert(std::is_sorted(std::begin(kEnglish), std::end(kEnglish),
                             [](const Exception& a, const Exception& b) {
                               return a.word < b.word;
                             }));

// Sorted by bytes. Snowball leaves exactly these letters of the other cases: визита, визиту, визитом.
constexpr std::string_view kRussianNouns[] = {
    "аудит", "бандит", "визит",  "гранит",  "депозит", "дефицит", "домен", "кредит",
    "крым",  "лимит",  "магнит", "обмен",   "опыт",    "паразит", "плен",  "профицит",
    "режим", "саммит", "сбыт",   "транзит", "феномен", "экзамен",
};
static_assert(std::is_sorted(std::begin(kRussianNouns), std::end(kRussianNouns)));

struct Spelling {
  std::string_view british;
  std::string_view american;
};

// Beginnings of words; what follows stays.
constexpr Spelling kBeginnings[] = {
    {"behaviour", "behavior"}, {"centre", "center"},      {"colour", "color"},
    {"defence", "defense"},    {"endeavour", "endeavor"}, {"favour", "favor"},
    {"harbour", "harbor"},     {"honour", "honor"},       {"labour", "labor"},
    {"licence", "license"},    {"neighbour", "neighbor"}, {"offence", "offense"},
    {"programme", "program"},  {"rigour", "rigor"},       {"rumour", "rumor"},
};

constexpr std::string_view kIseEndings[] = {"ise", "ised", "iser", "isers", "ises", "ising"};

// Letters before -ise that tell the suffix (organise, utilise) from a root (promise, advise).
constexpr std::string_view kBeforeIse[] = {"al", "an", "as", "er", "gn", "ic", "il",
                                           "im", "in", "it", "ol", "on", "or", "rn"};

constexpr std::size_t kShortestIseWord = 7;

bool replace_ending(std::string& word, std::string_view from, std::string_view to) {
  if (word.size() <= from.size() || !word.ends_with(from)) return false;
  word.replace(word.size() - from.size(), from.size(), to);
  return true;
}

void ise_to_ize(std::string& word) {
  if (word.size() < kShortestIseWord) return;
  if (const std::size_t at = word.rfind("isation"); at != std::string::npos && at >= 3) {
    word[at + 1] = 'z';
    return;
  }
  for (const std::string_view ending : kIseEndings) {
    if (!word.ends_with(ending)) continue;
    const std::string_view root = std::string_view(word).substr(0, word.size() - ending.size());
    if (std::any_of(std::begin(kBeforeIse), std::end(kBeforeIse),
                    [root](std::string_view letters) { return root.ends_with(letters); })) {
      word[root.size() + 1] = 'z';
    }
    return;
  }
}

}  // namespace

std::string_view english_exception(std::string_view word) {
  const auto* found = std::lower_bound(
      std::begin(kEnglish), std::end(kEnglish), word,
      [](const Exception& entry, std::string_view wanted) { return entry.word < wanted; });
  return found != std::end(kEnglish) && found->word == word ? found->stem : std::string_view();
}

std::string_view russian_exception(std::string_view word) {
  const auto* found = std::lower_bound(std::begin(kRussianNouns), std::end(kRussianNouns), word);
  return found != std::end(kRussianNouns) && *found == word ? *found : std::string_view();
}

std::string american_spelling(std::string_view word) {
  std::string result(word);
  for (const Spelling& spelling : kBeginnings) {
    if (word.starts_with(spelling.british)) {
      result.replace(0, spelling.british.size(), spelling.american);
      return result;
    }
  }
  ise_to_ize(result);
  return result;
}

std::string restored_spanish(std::string_view word) {
  std::string result(word);
  replace_ending(result, "cion", "ción") || replace_ending(result, "sion", "sión");
  return result;
}

std::string restored_french(std::string_view word) {
  std::string result(word);
  if (word.size() >= 6)
    replace_ending(result, "ite", "ité") || replace_ending(result, "ites", "ités");
  return result;
}

}  // namespace dragoman
