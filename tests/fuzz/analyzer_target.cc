// What the analyzer promises of any bytes: every range lies in the text, in order and on the bounds of
// characters, every index points to something, and what was analyzed before makes no difference. The
// first byte of the input chooses the language and the date.
#include <algorithm>

#include "dragoman/analyzers/analyzer.h"
#include "dragoman/analyzers/gazetteer.h"
#include "dragoman/analyzers/people.h"
#include "readers/utf8_mend.h"
#include "target.h"

namespace dragoman::fuzz {
namespace {

constexpr const char* kLanguages[] = {"", "ru", "zh", "ar", "fr", "es", "en", "xx"};
constexpr const char* kDates[] = {"", "2016-11-24", "2016", "24.11.2016 ☭"};

// From this choice on a fresh analyzer is asked, too, which takes longer than all the rest.
constexpr std::uint8_t kCompared = 0xC0;

struct Text {
  std::string_view bytes;
  bool sound;  // valid UTF-8, NULs apart

  void holds(const Span& span, const char* what) const {
    promise_range(span.begin, span.end, bytes, sound, what);
  }
};

bool is_sound(std::string_view text) {
  std::string without_nul(text);
  std::erase(without_nul, '\0');
  return !find_ill_formed(without_nul);
}

void check_tokens(const Text& text, const std::vector<Token>& tokens) {
  std::uint32_t end = 0, position = 0;
  for (const Token& token : tokens) {
    text.holds(token.span, "a token lies in its text");
    promise(token.span.begin < token.span.end, "a token has letters");
    promise(token.span.begin >= end, "tokens do not overlap");
    promise(token.position > position, "positions rise");
    promise(!token.folded.empty() && !token.term.empty(), "a token has a term");
    if (text.sound) {
      promise_utf8(token.folded, "a folded token is valid UTF-8");
      promise_utf8(token.term, "a term is valid UTF-8");
    }
    end = token.span.end;
    position = token.position;
  }
}

void check_sentences(const Text& text, const Analysis& analysis) {
  std::uint32_t end = 0, token = 0;
  for (const Sentence& sentence : analysis.sentences) {
    text.holds(sentence.span, "a sentence lies in its text");
    promise(sentence.span.begin >= end, "sentences do not overlap");
    promise(sentence.first_token >= token, "sentences are in order");
    promise(sentence.first_token < analysis.tokens.size(), "a sentence has a token");
    end = sentence.span.end;
    token = sentence.first_token;
  }
}

template <typename Mention>
void check_mentions(const Text& text, const Analysis& analysis,
                    const std::vector<Mention>& mentions, const char* what) {
  std::uint32_t begin = 0;
  for (const Mention& mention : mentions) {
    text.holds(mention.span, what);
    promise(mention.span.begin < mention.span.end && mention.span.begin >= begin, what);
    promise(mention.first_token <= mention.last_token, what);
    promise(mention.last_token < analysis.tokens.size(), what);
    begin = mention.span.begin;
  }
}

void check_organizations(const std::vector<OrganizationMention>& mentions) {
  for (const OrganizationMention& mention : mentions)
    promise(mention.organization < organization_count(), "an organization is known");
}

void check_forms(const Text& text, const Analysis& analysis) {
  for (const Span& span : analysis.acronyms) text.holds(span, "an acronym lies in its text");
  for (const Definition& definition : analysis.definitions) {
    text.holds(definition.short_form, "a short form lies in its text");
    text.holds(definition.long_form, "a long form lies in its text");
    promise(!definition.organization || *definition.organization < organization_count(),
            "the organization of a definition is known");
  }
  for (const SymbolMention& symbol : analysis.symbols) {
    text.holds(symbol.span, "a symbol lies in its text");
    promise(!symbol.symbol.empty(), "a symbol has a canonical form");
  }
  for (const DateMention& date : analysis.dates) {
    text.holds(date.span, "a date lies in its text");
    promise(date.from.size() == 10 && date.to.size() == 10, "a date is a day");
    promise(date.from <= date.to, "a range of dates runs forward");
  }
}

void check_analysis(const Text& text, const Analysis& analysis) {
  check_tokens(text, analysis.tokens);
  check_sentences(text, analysis);
  check_mentions(text, analysis, analysis.organizations, "an organization lies in its text");
  check_mentions(text, analysis, analysis.wholes, "a whole lies in its text");
  check_mentions(text, analysis, analysis.people, "a person lies in the text");
  check_organizations(analysis.organizations);
  check_organizations(analysis.wholes);
  check_forms(text, analysis);
}

void check_places(std::string_view text, const std::vector<Token>& tokens) {
  const std::vector<TokenPlace> places = token_places(text);
  promise(std::equal(places.begin(), places.end(), tokens.begin(), tokens.end(),
                     [](const TokenPlace& place, const Token& token) {
                       return place.span == token.span && place.position == token.position;
                     }),
          "token_places() gives the places of the tokens");
}

void check_same(const Analysis& one, const Analysis& other) {
  promise(one.lang == other.lang, "the same text has the same language");
  promise(std::equal(one.tokens.begin(), one.tokens.end(), other.tokens.begin(), other.tokens.end(),
                     [](const Token& a, const Token& b) {
                       return a.span == b.span && a.term == b.term && a.folded == b.folded;
                     }),
          "the same text has the same tokens");
  const auto same_mention = [](const auto& a, const auto& b) {
    return a.span == b.span && a.organization == b.organization && a.certainty == b.certainty;
  };
  promise(std::equal(one.organizations.begin(), one.organizations.end(),
                     other.organizations.begin(), other.organizations.end(), same_mention),
          "the same text names the same organizations");
}

void compare_with_fresh(const Analysis& analysis, std::string_view text, const char* lang,
                        const char* date) {
  Analyzer fresh;
  check_same(analysis, fresh.analyze(text, lang, date));
}

void check_candidates(const Text& text, const std::vector<NameCandidate>& candidates) {
  for (const NameCandidate& candidate : candidates) {
    text.holds(candidate.span, "a candidate lies in its query");
    promise(candidate.first_token <= candidate.last_token, "a candidate has tokens");
    promise(!candidate.organizations.empty(), "a candidate means something");
    for (const OrganizationNumber number : candidate.organizations)
      promise(number < organization_count(), "a candidate's organization is known");
  }
}

}  // namespace

void analyze_bytes(std::string_view input) {
  const std::uint8_t choice = take_choice(input);
  const char* lang = kLanguages[choice % std::size(kLanguages)];
  const char* date = kDates[choice / std::size(kLanguages) % std::size(kDates)];
  static Analyzer used;  // by all inputs before
  const Text text{input, is_sound(input)};
  const Analysis& analysis = used.analyze(input, lang, date);
  check_analysis(text, analysis);
  check_places(input, analysis.tokens);
  if (choice >= kCompared) compare_with_fresh(analysis, input, lang, date);
  check_candidates(text, used.name_candidates(input));
}

}  // namespace dragoman::fuzz
