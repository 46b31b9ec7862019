#include "corrections.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>

#include "dragoman/analyzers/gazetteer.h"
#include "dragoman/schema.h"
#include "highlighter.h"
#include "occurrences.h"
#include "query_words.h"
#include "record_cache.h"
#include "word_edits.h"

namespace dragoman {
namespace {

constexpr std::size_t kLeastLetters = 4;     // of a word that is corrected
constexpr std::size_t kMostCorrected = 3;    // words of one query
constexpr std::size_t kMostLanguages = 6;    // in which the edits are stemmed
constexpr std::size_t kDocumentsRead = 8;    // to see how a stem is written
constexpr std::size_t kStemsRead = 3;        // of the most frequent ones
constexpr Xapian::doccount kHardlyAny = 2;   // documents may have the same slip
constexpr Xapian::doccount kFarMore = 100;   // times, then, the other word must have
constexpr unsigned kMostEdits = 2;           // of what is suggested in the end
constexpr unsigned kFirstLetterIsRight = 8;  // times as often as not

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool same_first_letter(std::string_view a, std::string_view b) {
  std::size_t bytes = 1;
  while (bytes < a.size() && (a[bytes] & 0xC0) == 0x80) ++bytes;
  return a.substr(0, bytes) == b.substr(0, bytes);
}

std::string lower(std::string_view text) {
  std::string out;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    std::uint8_t lowered[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(lowered, length, u_tolower(c));
    out.append(reinterpret_cast<const char*>(lowered), static_cast<std::size_t>(length));
  }
  return out;
}

// Languages that are not written in Latin letters, by the script they are written in.
constexpr std::string_view kCyrillic[] = {"ru", "uk", "be", "bg", "mk",
                                          "sr", "kk", "ky", "tg", "mn"};
constexpr std::string_view kOther[] = {"ar", "fa", "ur", "he", "zh", "ja",
                                       "ko", "hi", "el", "hy", "ka", "th"};

bool contains(std::span<const std::string_view> list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// Whether a word of these letters may be one of the language.
bool may_be_of(std::string_view folded, std::string_view lang) {
  const auto first = static_cast<unsigned char>(folded[0]);
  if (first < 0x80) return !contains(kCyrillic, lang) && !contains(kOther, lang);
  if (first == 0xD0 || first == 0xD1) return contains(kCyrillic, lang);
  return contains(kOther, lang);
}

class Corrector {
 public:
  Corrector(const Xapian::Database& database, TermCounts& counts, Analyzer& analyzer,
            const std::vector<std::string>& langs)
      : database_(database), counts_(counts), analyzer_(analyzer), langs_(langs) {
    langs_.resize(std::min(langs_.size(), kMostLanguages));
  }

  // Most queries have nothing wrong, which the stems of one language show; only then all are looked at.
  std::vector<Correction> of(std::string_view text) {
    const auto hardly_any = [this](const QueryWord& word) {
      return may_be_wrong(word) && frequency(word.terms) <= kHardlyAny;
    };
    const std::vector<QueryWord> first = query_words(text, analyzer_, {likely_language(text)});
    if (std::none_of(first.begin(), first.end(), hardly_any)) return {};
    const std::vector<QueryWord> words = query_words(text, analyzer_, langs_);
    if (std::none_of(words.begin(), words.end(), hardly_any)) return {};
    const std::vector<Span> left_alone = names_in(text);
    std::vector<Correction> found;
    for (const QueryWord& word : words) {
      if (found.size() >= kMostCorrected) break;
      if (!hardly_any(word) || is_inside(word.span, left_alone)) continue;
      const Xapian::doccount documents = frequency(word.terms);
      const std::string surface(text.substr(word.span.begin, word.span.end - word.span.begin));
      std::string instead = better(word, documents);
      if (!instead.empty() || documents == 0)
        found.push_back({surface, std::move(instead), documents});
    }
    return found;
  }

 private:
  struct Stem {
    std::string term;
    Xapian::doccount documents = 0;
    Xapian::doccount worth = 0;
  };

  // The most frequent language of the index that is written in the script of the text.
  std::string likely_language(std::string_view text) const {
    const std::size_t letter = std::min(text.find_first_not_of(" \"'(+-"), text.size());
    const auto found = std::find_if(langs_.begin(), langs_.end(), [&](const std::string& lang) {
      return letter < text.size() && may_be_of(text.substr(letter), lang);
    });
    return found == langs_.end() ? langs_.front() : *found;
  }

  static bool may_be_wrong(const QueryWord& word) {
    return word.kind == TokenKind::kWord && word.letters.empty() && !word.stop &&
           letters_in(word.folded) >= kLeastLetters &&
           word.folded.find_first_of("0123456789/.-") == std::string::npos &&
           !find_organization(word.folded);
  }

  std::vector<Span> names_in(std::string_view text) {
    std::vector<Span> spans;
    for (const NameCandidate& name : analyzer_.name_candidates(text)) spans.push_back(name.span);
    const Analysis& analysis = analyzer_.analyze(text);
    for (const auto& mention : analysis.symbols) spans.push_back(mention.span);
    for (const auto& mention : analysis.people) spans.push_back(mention.span);
    return spans;
  }

  static bool is_inside(const Span& word, const std::vector<Span>& spans) {
    return std::any_of(spans.begin(), spans.end(), [&word](const Span& span) {
      return span.begin <= word.begin && word.end <= span.end;
    });
  }

  Xapian::doccount frequency(const std::vector<std::string>& terms) const {
    Xapian::doccount most = 0;
    for (const std::string& term : terms)
      most = std::max(most, term.empty() ? 0 : counts_.of(database_, term));
    return most;
  }

  // The stems of the index that an edit of the word has; the most probable first.
  std::vector<Stem> stems_near(const QueryWord& word, Xapian::doccount least) {
    std::string text;
    for (const std::string& edit : edits_of(word.folded)) text += edit + "\n";
    std::map<std::string, Stem> stems;
    for (const std::string& lang : langs_) {
      if (!may_be_of(word.folded, lang)) continue;
      for (const Token& token : analyzer_.analyze(text, lang).tokens) {
        Stem& stem = stems[std::string(token.term)];
        if (stem.term.empty()) stem.term = token.term;
        const bool same = same_first_letter(word.folded, token.folded);
        stem.worth = std::max<Xapian::doccount>(stem.worth, same ? kFirstLetterIsRight : 1);
      }
    }
    std::vector<Stem> known;
    for (auto& [term, stem] : stems) {
      if (std::find(word.terms.begin(), word.terms.end(), term) != word.terms.end()) continue;
      stem.documents = term.size() > kMaxTermBytes ? 0 : database_.get_termfreq(term);
      if (stem.documents < least) continue;
      stem.worth *= stem.documents;
      known.push_back(std::move(stem));
    }
    std::stable_sort(known.begin(), known.end(),
                     [](const Stem& a, const Stem& b) { return a.worth > b.worth; });
    if (known.size() > kStemsRead) known.resize(kStemsRead);
    return known;
  }

  // How documents write the stem, by the letters nearest to the word; then by how many do.
  std::string surface_of(const Stem& stem, const QueryWord& word) const {
    Marker marker;
    marker.slots = {{0, {stem.term}}};
    std::map<std::string, unsigned> surfaces;
    TermChecker terms(database_);
    RecordCache records(database_);
    std::size_t read = 0;
    for (auto posting = database_.postlist_begin(stem.term);
         posting != database_.postlist_end(stem.term) && read < kDocumentsRead; ++posting, ++read) {
      DocumentRecords& found = records.of(*posting);
      const Result<StoredDocument> stored = found.stored();
      if (!stored) continue;
      const auto occurrences =
          find_occurrences({*posting, *stored, found.positions()}, terms, {marker});
      const auto passages = choose_passages(*stored, occurrences, {marker}, 2);
      if (!passages) continue;
      for (const Passage& passage : *passages) {
        for (const Mark& mark : passage.marks)
          ++surfaces[lower(passage.text.substr(mark.begin, mark.end - mark.begin))];
      }
    }
    std::string best;
    unsigned least = kMostEdits + 1;
    unsigned most = 0;
    for (const auto& [surface, count] : surfaces) {
      const unsigned edits = edit_distance(word.folded, fold_value(surface));
      if (edits == 0 || edits > least || (edits == least && count <= most)) continue;
      if (edits > kMostEdits) continue;
      best = surface;
      least = edits;
      most = count;
    }
    return best;
  }

  std::string better(const QueryWord& word, Xapian::doccount documents) {
    const Xapian::doccount least = documents == 0 ? 1 : documents * kFarMore;
    for (const Stem& stem : stems_near(word, least)) {
      std::string surface = surface_of(stem, word);
      if (!surface.empty()) return surface;
    }
    return {};
  }

  const Xapian::Database& database_;
  TermCounts& counts_;
  Analyzer& analyzer_;
  std::vector<std::string> langs_;
};

}  // namespace

std::vector<Correction> corrections(std::string_view text, const Xapian::Database& database,
                                    TermCounts& counts, Analyzer& analyzer,
                                    const std::vector<std::string>& langs) {
  return Corrector(database, counts, analyzer, langs).of(text);
}

}  // namespace dragoman
