#include "document_terms.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "document_records.h"
#include "dragoman/analyzers/analyzer.h"
#include "dragoman/analyzers/gazetteer.h"
#include "dragoman/analyzers/people.h"
#include "dragoman/analyzers/symbols.h"
#include "dragoman/position_table.h"
#include "dragoman/schema.h"

namespace dragoman {
namespace {

constexpr std::string_view kTitleEnd = "\n\n";
constexpr int kMaxDays = 31;    // a longer range is indexed by its months
constexpr int kMaxMonths = 24;  // … and a still longer one by its years
constexpr int kMaxYears = 200;

std::size_t body_begin(const Document& document) {
  return document.title.empty() ? 0 : document.title.size() + kTitleEnd.size();
}

// Fills one Xapian::Document.
class TermWriter {
 public:
  TermWriter(const Document& document, std::string_view text, const Analysis& analysis,
             TermTable& terms)
      : document_(document),
        text_(text),
        analysis_(analysis),
        tokens_(analysis.tokens),
        terms_(terms) {
    terms_.clear();
  }

  Xapian::Document write(const std::string& hash) {
    write_words();
    write_title_end();
    write_organizations();
    write_acronyms();
    write_symbols();
    for (const PersonMention& mention : analysis_.people) {
      post(make_term(kPersonPrefix, person(mention.person).id),
           tokens_[mention.first_token].position);
    }
    for (const DateMention& mention : analysis_.dates) write_date(mention);
    write_metadata(hash);
    write_terms();
    return std::move(out_);
  }

 private:
  bool in_title(const Token& token) const { return token.span.begin < document_.title.size(); }

  void post_word(std::string_view word, const Token& token) {
    if (word.empty() || word.size() > kMaxTermBytes) return;
    terms_.add(word, token.position, in_title(token) ? kTitleWeight : 1);
    if (!in_title(token) || word.size() + kTitlePrefix.size() > kMaxTermBytes) return;
    post(std::string(kTitlePrefix).append(word), token.position);
  }

  // A term that is made here, and not a view of the analysis.
  void post(std::string term, std::uint32_t position, std::uint32_t count = 1) {
    terms_.add(terms_.keep(std::move(term)), position, count);
  }

  void write_words() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (token.kind != TokenKind::kIdeograph) {
        post_word(token.term, token);
        continue;
      }
      if (joined(i)) {
        post_word(terms_.keep(std::string(token.folded).append(tokens_[i + 1].folded)), token);
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

  // Where the title ends, for those who compare it with a query.
  void write_title_end() {
    const auto body = std::find_if(tokens_.begin(), tokens_.end(),
                                   [this](const Token& token) { return !in_title(token); });
    if (body != tokens_.begin()) terms_.add(kTitleEndPlace, std::prev(body)->position, 0);
  }

  void write_organizations() {
    covered_.assign(tokens_.size(), false);
    for (const OrganizationMention& mention : analysis_.organizations) {
      const std::uint32_t position = tokens_[mention.first_token].position;
      const std::string_view id = organization(mention.organization).id;
      const bool former = mention.form == NameForm::kFormer;
      const std::uint32_t weight = in_title(tokens_[mention.first_token]) ? kTitleWeight : 1;
      post(make_term(former ? kIncludedPrefix : kOrganizationPrefix, id), position, weight);
      post(make_term(kOrganizationEndPrefix, id), tokens_[mention.last_token].position, 0);
      for (const OrganizationNumber whole : wholes_of(mention.organization)) {
        post(make_term(kIncludedPrefix, organization(whole).id), position, weight);
      }
      for (std::size_t i = mention.first_token; i <= mention.last_token; ++i) covered_[i] = true;
    }
    for (const OrganizationMention& named : analysis_.wholes) {
      if (counts_already(named)) continue;
      post(make_term(kIncludedPrefix, organization(named.organization).id),
           tokens_[named.first_token].position);
    }
  }

  // Whether the mention around a name counts for what is named anyway, as that of a part does.
  bool counts_already(const OrganizationMention& named) const {
    const auto around = std::partition_point(
        analysis_.organizations.begin(), analysis_.organizations.end(),
        [&](const OrganizationMention& m) { return m.last_token < named.last_token; });
    if (around == analysis_.organizations.end()) return true;
    const auto wholes = wholes_of(around->organization);
    return std::binary_search(wholes.begin(), wholes.end(), named.organization);
  }

  // The tokens that share bytes with `span`: [first, last).
  std::pair<std::size_t, std::size_t> tokens_in(const Span& span) const {
    const auto first = std::partition_point(
        tokens_.begin(), tokens_.end(), [&](const Token& t) { return t.span.end <= span.begin; });
    const auto last = std::partition_point(first, tokens_.end(),
                                           [&](const Token& t) { return t.span.begin < span.end; });
    return {static_cast<std::size_t>(first - tokens_.begin()),
            static_cast<std::size_t>(last - tokens_.begin())};
  }

  void write_acronyms() {
    for (const Span& span : analysis_.acronyms) {
      const auto [first, last] = tokens_in(span);
      if (first == last || covered_[first]) continue;
      const std::string letters = acronym_letters(text_.substr(span.begin, span.end - span.begin));
      if (letters.empty()) continue;
      post(make_term(kLettersPrefix, letters), tokens_[first].position);
    }
  }

  void write_symbols() {
    for (const SymbolMention& mention : analysis_.symbols) {
      const auto [first, last] = tokens_in(mention.span);
      if (first == last) continue;
      const std::uint32_t position = tokens_[first].position;
      post(make_term(kSymbolPrefix, symbol_key(mention.symbol)), position);
      post(make_term(kSymbolFamilyPrefix, symbol_family_key(mention.symbol)), position);
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

  void write_terms() {
    for (const TermTable::Entry& entry : terms_.entries()) {
      if (entry.count > 0) out_.add_term(std::string(entry.term), entry.count);
    }
  }

  // The parts of the position table.
  std::vector<std::string> positions() const {
    return terms_.entries().empty() ? std::vector<std::string>()
                                    : encode_positions(terms_.positions());
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
    post_boolean(kLangPrefix, fold_value(stored.lang));
    post_boolean(kTypePrefix, fold_value(stored.type));
    if (!stored.source.empty()) {
      out_.add_boolean_term(make_term(kSourcePrefix, fold_value(stored.source)));
    }
    if (!stored.symbol.empty()) {
      const std::string canonical = canonical_symbol(stored.symbol);
      const std::string& symbol = canonical.empty() ? stored.symbol : canonical;
      out_.add_term(make_term(kOwnSymbolPrefix, symbol_key(symbol)));
      out_.add_boolean_term(make_term(kOwnFamilyPrefix, symbol_family_key(symbol)));
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
    value(kSourceSlot, stored.source);
    value(kTypeSlot, stored.type);
    std::vector<StoredMention> mentions;
    const StoredEntities found = entities(mentions);
    std::string ids;
    for (const std::string& id : found.organizations) ids += (ids.empty() ? "" : " ") + id;
    value(kOrganizationsSlot, ids);
    put_records(encode_stored(stored, found, mentions, sentences()), positions(), out_);
  }

  // Appends the mentions too.
  StoredEntities entities(std::vector<StoredMention>& mentions) const {
    StoredEntities found;
    const std::vector<OrganizationNumber> numbers = organizations_by_count();
    std::vector<std::uint32_t> place(organization_count());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      place[numbers[i]] = static_cast<std::uint32_t>(i);
      found.organizations.emplace_back(organization(numbers[i]).id);
    }
    for (const OrganizationMention& mention : analysis_.organizations) {
      mentions.push_back({tokens_[mention.first_token].position,
                          mention.last_token - mention.first_token + 1,
                          place[mention.organization]});
    }
    add_symbols(found, mentions);
    const std::size_t before = found.organizations.size() + found.symbols.size();
    add_mentions(
        analysis_.people, before, [](const PersonMention& m) { return person(m.person).id; },
        found.people, mentions);
    add_mentions(
        analysis_.wholes, before + found.people.size(),
        [](const OrganizationMention& m) { return organization(m.organization).id; }, found.wholes,
        mentions);
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const auto& a, const auto& b) { return a.position < b.position; });
    return found;
  }

  void add_symbols(StoredEntities& found, std::vector<StoredMention>& mentions) const {
    std::map<std::string_view, std::uint32_t> place;
    for (const SymbolMention& mention : analysis_.symbols) {
      const auto [first, last] = tokens_in(mention.span);
      if (first == last) continue;
      const auto number =
          static_cast<std::uint32_t>(found.organizations.size() + found.symbols.size());
      const auto [at, is_new] = place.emplace(mention.symbol, number);
      if (is_new) found.symbols.push_back(mention.symbol);
      mentions.push_back(
          {tokens_[first].position, static_cast<std::uint32_t>(last - first), at->second});
    }
  }

  // Adds the mentions of one kind; `names` is that kind's list, and `before` the entities in the lists before it.
  template <typename Mention, typename Name>
  void add_mentions(const std::vector<Mention>& mentions, std::size_t before, Name name_of,
                    std::vector<std::string>& names, std::vector<StoredMention>& out) const {
    std::map<std::string_view, std::uint32_t> place;
    for (const Mention& mention : mentions) {
      const std::string_view name = name_of(mention);
      const auto [at, is_new] =
          place.emplace(name, static_cast<std::uint32_t>(before + names.size()));
      if (is_new) names.emplace_back(name);
      out.push_back({tokens_[mention.first_token].position,
                     mention.last_token - mention.first_token + 1, at->second});
    }
  }

  std::vector<OrganizationNumber> organizations_by_count() const {
    std::vector<std::uint32_t> mentions(organization_count(), 0);
    std::vector<OrganizationNumber> numbers;
    for (const OrganizationMention& mention : analysis_.organizations) {
      if (mentions[mention.organization]++ == 0) numbers.push_back(mention.organization);
    }
    std::stable_sort(numbers.begin(), numbers.end(),
                     [&](auto a, auto b) { return mentions[a] > mentions[b]; });
    return numbers;
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
  TermTable& terms_;
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

Xapian::Document make_xapian_document(const Document& document, const std::string& hash,
                                      std::string_view text, const Analysis& analysis,
                                      TermTable& terms) {
  return TermWriter(document, text, analysis, terms).write(hash);
}

}  // namespace dragoman
