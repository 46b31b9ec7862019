#include "document_terms.h"

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstring>
#include <string>
#include <vector>

#include <unicode/casemap.h>
#include <unicode/bytestream.h>

#include "dragoman/analyzers/analyzer.h"
#include "dragoman/analyzers/gazetteer.h"
#include "dragoman/schema.h"
#include "dragoman/stored_document.h"

namespace dragoman {
namespace {

constexpr std::string_view kTitleEnd = "\n\n";
constexpr int kMaxDays = 31;    // a longer range is indexed by its months
constexpr int kMaxMonths = 24;  // … and a still longer one by its years
constexpr int kMaxYears = 200;

std::size_t body_begin(const Document& document) {
  return document.title.empty() ? 0 : document.title.size() + kTitleEnd.size();
}

// Two lanes of 64 bits over eight bytes at a time. Not against forgers: only against chance.
class Hasher {
 public:
  void add(std::string_view field) {
    mix(field.size());
    while (field.size() >= 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, field.data(), 8);
      mix(word);
      field.remove_prefix(8);
    }
    std::uint64_t word = 0;
    std::memcpy(&word, field.data(), field.size());
    mix(word);
  }

  std::string bytes() const {
    const std::uint64_t lanes[2] = {finish(a_ ^ std::rotl(b_, 17)), finish(b_ + a_)};
    std::string out(sizeof lanes, '\0');
    std::memcpy(out.data(), lanes, sizeof lanes);
    return out;
  }

 private:
  void mix(std::uint64_t word) {
    a_ = std::rotl((a_ ^ word) * 0x9E3779B185EBCA87u, 31);
    b_ = (std::rotl(b_, 27) + word) * 0xC2B2AE3D27D4EB4Fu;
    b_ ^= b_ >> 29u;
  }
  static std::uint64_t finish(std::uint64_t x) {
    x = (x ^ (x >> 30u)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27u)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31u);
  }

  std::uint64_t a_ = 0x243F6A8885A308D3u;
  std::uint64_t b_ = 0x13198A2E03707344u;
};

// Case-folded, as metadata is in boolean terms.
std::string fold_value(std::string_view value) {
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(
      0, icu::StringPiece(value.data(), static_cast<int32_t>(value.size())), sink, nullptr, status);
  return U_SUCCESS(status) ? folded : std::string(value);
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// Fills one Xapian::Document.
class TermWriter {
 public:
  TermWriter(const Document& document, std::string_view text, const Analysis& analysis)
      : document_(document), text_(text), analysis_(analysis), tokens_(analysis.tokens) {}

  Xapian::Document write(const std::string& hash) {
    write_words();
    write_organizations();
    write_acronyms();
    write_symbols();
    for (const DateMention& mention : analysis_.dates) write_date(mention);
    write_metadata(hash);
    return std::move(out_);
  }

 private:
  bool in_title(const Token& token) const { return token.span.begin < document_.title.size(); }

  void post_word(std::string_view word, const Token& token) {
    if (word.empty() || word.size() > kMaxTermBytes) return;
    term_.assign(word);
    out_.add_posting(term_, token.position);
    if (!in_title(token)) return;
    out_.add_term(term_, kTitleWeight - 1);
    if (word.size() + kTitlePrefix.size() > kMaxTermBytes) return;
    term_.assign(kTitlePrefix).append(word);
    out_.add_posting(term_, token.position);
  }

  void write_words() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (token.kind != TokenKind::kIdeograph) {
        post_word(token.term, token);
        continue;
      }
      if (joined(i)) {
        bigram_.assign(token.folded).append(tokens_[i + 1].folded);
        post_word(bigram_, token);
      } else {
        post_word(token.term, token);
      }
    }
  }

  // Whether the ideograph tokens_[i] is followed by another without anything between.
  bool joined(std::size_t i) const {
    if (i + 1 >= tokens_.size()) return false;
    const Token& next = tokens_[i + 1];
    return next.kind == TokenKind::kIdeograph && next.span.begin == tokens_[i].span.end &&
           next.position == tokens_[i].position + 1;
  }

  void write_organizations() {
    covered_.assign(tokens_.size(), false);
    for (const OrganizationMention& mention : analysis_.organizations) {
      const std::string_view id = organization(mention.organization).id;
      const bool former = mention.form == NameForm::kFormer;
      out_.add_posting(make_term(former ? kFormerPrefix : kOrganizationPrefix, id),
                       tokens_[mention.first_token].position);
      out_.add_posting(make_term(former ? kFormerEndPrefix : kOrganizationEndPrefix, id),
                       tokens_[mention.last_token].position, 0);
      for (std::size_t i = mention.first_token; i <= mention.last_token; ++i) covered_[i] = true;
    }
  }

  // The tokens that share bytes with `span`: [first, last).
  std::pair<std::size_t, std::size_t> tokens_in(const Span& span) const {
    const auto first = std::partition_point(
        tokens_.begin(), tokens_.end(), [&](const Token& t) { return t.span.end <= span.begin; });
    const auto last = std::partition_point(
        first, tokens_.end(), [&](const Token& t) { return t.span.begin < span.end; });
    return {static_cast<std::size_t>(first - tokens_.begin()),
            static_cast<std::size_t>(last - tokens_.begin())};
  }

  void write_acronyms() {
    for (const Span& span : analysis_.acronyms) {
      const auto [first, last] = tokens_in(span);
      if (first == last || covered_[first]) continue;
      const std::string letters = acronym_letters(text_.substr(span.begin, span.end - span.begin));
      if (letters.empty()) continue;
      out_.add_posting(make_term(kLettersPrefix, letters), tokens_[first].position);
    }
  }

  void write_symbols() {
    for (const SymbolMention& mention : analysis_.symbols) {
      const auto [first, last] = tokens_in(mention.span);
      if (first == last) continue;
      const std::string symbol = ascii_lower(mention.symbol);
      out_.add_posting(make_term(kSymbolPrefix, symbol), tokens_[first].position);
      out_.add_posting(make_term(kSymbolEndPrefix, symbol), tokens_[last - 1].position, 0);
    }
  }

  void write_date(const DateMention& mention) {
    using std::chrono::sys_days;
    using std::chrono::year_month_day;
    const std::string from = date_value(mention.from);
    const std::string to = date_value(mention.to);
    if (from.size() != 8 || to.size() != 8 || to < from) return;
    const auto date = [](const std::string& value) {
      return year_month_day{
          std::chrono::year(std::stoi(value.substr(0, 4))),
          std::chrono::month(static_cast<unsigned>(std::stoi(value.substr(4, 2)))),
          std::chrono::day(static_cast<unsigned>(std::stoi(value.substr(6, 2))))};
    };
    const auto digits = [](unsigned number, std::size_t width) {
      std::string text = std::to_string(number);
      return std::string(width - std::min(width, text.size()), '0') + text;
    };
    const auto year = [&digits](const year_month_day& day) {
      return digits(static_cast<unsigned>(static_cast<int>(day.year())), 4);
    };
    const auto month = [&](const year_month_day& day) {
      return year(day) + digits(static_cast<unsigned>(day.month()), 2);
    };
    const auto post = [this](const std::string& value) {
      out_.add_boolean_term(make_term(kMentionDatePrefix, value));
    };

    const year_month_day first = date(from);
    const year_month_day last = date(to);
    const int years = static_cast<int>(last.year()) - static_cast<int>(first.year());
    const int months = years * 12 + static_cast<int>(static_cast<unsigned>(last.month())) -
                       static_cast<int>(static_cast<unsigned>(first.month()));
    if ((sys_days(last) - sys_days(first)).count() < kMaxDays) {
      for (sys_days day = first; day <= sys_days(last); day += std::chrono::days(1)) {
        const year_month_day that(day);
        post(month(that) + digits(static_cast<unsigned>(that.day()), 2));
      }
    } else if (months < kMaxMonths) {
      year_month_day that(first.year(), first.month(), std::chrono::day(1));
      for (int i = 0; i <= months; ++i, that += std::chrono::months(1)) post(month(that));
    } else {
      for (int i = 0; i <= std::min(years, kMaxYears); ++i) {
        post(year(year_month_day(first.year() + std::chrono::years(i), first.month(),
                                 std::chrono::day(1))));
      }
    }
  }

  // A short prefix without separator: "Lru", "Tspeech".
  void post_boolean(std::string_view prefix, const std::string& value) {
    if (value.empty()) return;
    std::string term(prefix);
    term += value;
    if (term.size() <= kMaxTermBytes) out_.add_boolean_term(term);
  }

  void write_metadata(const std::string& hash) {
    Document stored = document_;
    if (stored.lang.empty()) stored.lang = analysis_.lang;

    out_.add_boolean_term(id_term(stored.id));
    post_boolean(kLangPrefix, ascii_lower(stored.lang));
    post_boolean(kTypePrefix, fold_value(stored.type));
    if (!stored.source.empty()) {
      out_.add_boolean_term(make_term(kSourcePrefix, fold_value(stored.source)));
    }
    if (!stored.symbol.empty()) {
      out_.add_boolean_term(make_term(kOwnSymbolPrefix, ascii_lower(stored.symbol)));
    }
    for (const ExtraField& field : stored.extra) {
      out_.add_boolean_term(make_term(
          kExtraPrefix, fold_value(field.key) + kPrefixSeparator + fold_value(field.value)));
    }
    const auto value = [this](Xapian::valueno slot, const std::string& text) {
      if (!text.empty()) out_.add_value(slot, text);
    };
    value(kDateSlot, date_value(stored.date));
    value(kContentHashSlot, hash);
    value(kIdSlot, stored.id);
    value(kLangSlot, stored.lang);
    value(kSymbolSlot, stored.symbol);
    out_.set_data(encode_stored(stored, organizations(), sentences()));
  }

  std::vector<std::string> organizations() const {
    struct Count {
      OrganizationNumber number;
      std::uint32_t mentions;
    };
    std::vector<Count> counts;
    std::vector<std::size_t> place(organization_count(), SIZE_MAX);
    for (const OrganizationMention& mention : analysis_.organizations) {
      std::size_t& at = place[mention.organization];
      if (at == SIZE_MAX) {
        at = counts.size();
        counts.push_back({mention.organization, 0});
      }
      ++counts[at].mentions;
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const Count& a, const Count& b) { return a.mentions > b.mentions; });
    std::vector<std::string> ids;
    for (const Count& count : counts) ids.emplace_back(organization(count.number).id);
    return ids;
  }

  std::vector<StoredSentence> sentences() const {
    const auto title_end = static_cast<std::uint32_t>(document_.title.size());
    const auto begin = static_cast<std::uint32_t>(body_begin(document_));
    std::vector<StoredSentence> stored;
    for (const Sentence& sentence : analysis_.sentences) {
      if (sentence.first_token >= tokens_.size()) continue;
      const Span& span = sentence.span;
      const Token& first = tokens_[sentence.first_token];
      if (in_title(first)) {
        stored.push_back({first.position, span.begin, std::min(span.end, title_end), true});
        if (span.end <= begin) continue;
        // It goes on into the body: the body's part is a sentence of its own.
        const auto [next, end] = tokens_in({begin, span.end});
        if (next != end) stored.push_back({tokens_[next].position, 0, span.end - begin, false});
      } else {
        stored.push_back({first.position, std::max(span.begin, begin) - begin,
                          std::max(span.end, begin) - begin, false});
      }
    }
    return stored;
  }

  const Document& document_;
  std::string_view text_;
  const Analysis& analysis_;
  const std::vector<Token>& tokens_;
  std::vector<bool> covered_;  // tokens that belong to an organization's name
  std::string term_;
  std::string bigram_;
  Xapian::Document out_;
};

}  // namespace

std::string analyzed_text(const Document& document) {
  if (document.title.empty()) return document.body;
  std::string text;
  text.reserve(body_begin(document) + document.body.size());
  text.append(document.title).append(kTitleEnd).append(document.body);
  return text;
}

std::string content_hash(const Document& document) {
  Hasher hasher;
  for (const std::string* field :
       {&document.id, &document.title, &document.body, &document.date, &document.lang,
        &document.url, &document.source, &document.symbol, &document.type}) {
    hasher.add(*field);
  }
  for (const ExtraField& field : document.extra) {
    hasher.add(field.key);
    hasher.add(field.value);
  }
  return hasher.bytes();
}

std::string id_term(std::string_view id) {
  std::string term(kIdPrefix);
  if (term.size() + id.size() <= kMaxTermBytes && id.find('\0') == std::string_view::npos) {
    return term.append(id);
  }
  Hasher hasher;
  hasher.add(id);
  constexpr char kHex[] = "0123456789abcdef";
  term += '#';
  for (const char c : hasher.bytes()) {
    const auto byte = static_cast<unsigned char>(c);
    term += kHex[byte >> 4u];
    term += kHex[byte & 15u];
  }
  return term;
}

Xapian::Document make_xapian_document(const Document& document, const std::string& hash,
                                      std::string_view text, const Analysis& analysis) {
  return TermWriter(document, text, analysis).write(hash);
}

}  // namespace dragoman
