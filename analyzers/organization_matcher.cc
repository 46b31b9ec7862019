#include "organization_matcher.h"

#include <algorithm>
#include <utility>

#include "definition_binder.h"
#include "dragoman/analyzers/gazetteer.h"
#include "garbled_names.h"
#include "gazetteer_data.h"
#include "sense_decider.h"

namespace dragoman {
namespace {

bool is_acronym(const NameMatch& match) {
  return kSenses[match.group->first].form == NameForm::kAcronym;
}

bool by_begin(const OrganizationMention& a, const OrganizationMention& b) {
  return a.span.begin < b.span.begin;
}

// Makes the mentions of one text: first the names, which decide the definitions, which decide the
// acronyms.
class Decision {
 public:
  Decision(std::string_view text, const std::vector<Token>& tokens,
           const std::vector<const Word*>& words, unsigned lang, int year,
           const NameMatcher& matcher, const std::vector<NameMatch>& matches)
      : text_(text),
        tokens_(tokens),
        matcher_(matcher),
        matches_(matches),
        words_(words),
        decider_(tokens, words, lang, year, matcher) {}

  std::vector<OrganizationMention> run(const std::vector<Span>& short_forms,
                                       std::vector<Definition>& definitions) {
    add_names();
    const DefinitionBinder binder(text_, definitions, mentions_, matches_, matcher_);
    for (const NameMatch& match : matches_) {
      if (is_acronym(match)) decide_acronym(match, binder);
    }
    for (const SenseDecider::Decided& decided : decider_.decide())
      add(decided.match, *decided.sense, decided.certainty);
    std::sort(mentions_.begin(), mentions_.end(), by_begin);
    if (!binder.empty()) add_defined(short_forms, binder);
    add_garbled_names(text_, tokens_, words_, mentions_);
    return std::move(mentions_);
  }

 private:
  void add_names() {
    for (const NameMatch& match : matches_) {
      if (is_acronym(match)) continue;
      if (const Sense* sense = decider_.only_sense(match)) {
        add(match, *sense, Certainty::kCertain);
      } else {
        decider_.postpone(match);
      }
    }
  }

  void decide_acronym(const NameMatch& match, const DefinitionBinder& binder) {
    if (const Binding* binding =
            binder.find(matcher_.surface(match), matcher_.span_of(match).begin)) {
      if (binding->organization)
        add(match, *binding->organization, NameForm::kAcronym, Certainty::kCertain);
    } else if (const Sense* sense = decider_.only_sense(match)) {
      add(match, *sense, Certainty::kCertain);
    } else {
      decider_.postpone(match);
    }
  }

  // Short forms that the gazetteer does not list and the text defines by a name that it does.
  void add_defined(const std::vector<Span>& short_forms, const DefinitionBinder& binder) {
    const std::size_t known = mentions_.size();
    for (const Span span : short_forms) {
      const Binding* binding =
          binder.find(text_.substr(span.begin, span.end - span.begin), span.begin);
      if (binding == nullptr || !binding->organization) continue;
      const auto mention = std::lower_bound(
          mentions_.begin(), mentions_.begin() + static_cast<std::ptrdiff_t>(known), span.begin,
          [](const OrganizationMention& m, std::uint32_t begin) { return m.span.end <= begin; });
      if (mention != mentions_.begin() + static_cast<std::ptrdiff_t>(known) &&
          mention->span.begin < span.end)
        continue;
      const auto first =
          std::lower_bound(tokens_.begin(), tokens_.end(), span.begin,
                           [](const Token& t, std::uint32_t begin) { return t.span.end <= begin; });
      auto last = first;
      while (last != tokens_.end() && last + 1 != tokens_.end() &&
             (last + 1)->span.begin < span.end)
        ++last;
      if (first == tokens_.end()) continue;
      const NameMatch match{static_cast<std::uint32_t>(first - tokens_.begin()),
                            static_cast<std::uint32_t>(last - tokens_.begin()), nullptr};
      add(match, *binding->organization, NameForm::kAcronym, Certainty::kCertain);
    }
    std::sort(mentions_.begin(), mentions_.end(), by_begin);
  }

  void add(const NameMatch& match, const Sense& sense, Certainty certainty) {
    add(match, sense.organization, sense.form, certainty);
  }

  void add(const NameMatch& match, OrganizationNumber organization, NameForm form,
           Certainty certainty) {
    mentions_.push_back({organization, matcher_.span_of(match), match.first_token, match.last_token,
                         form, certainty});
    decider_.saw(organization);
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const NameMatcher& matcher_;
  const std::vector<NameMatch>& matches_;
  const std::vector<const Word*>& words_;
  SenseDecider decider_;
  std::vector<OrganizationMention> mentions_;
};

}  // namespace

OrganizationMatcher::OrganizationMatcher(std::string_view text, const std::vector<Token>& tokens,
                                         const std::vector<const Word*>& words, Language lang,
                                         int year)
    : text_(text),
      tokens_(tokens),
      words_(words),
      lang_(1u << static_cast<unsigned>(lang)),
      year_(year),
      matcher_(text, tokens, words) {
  matcher_.find(matches_);
}

std::vector<Span> OrganizationMatcher::names() const {
  std::vector<Span> names;
  for (const NameMatch& match : matches_) {
    if (match.first_token != match.last_token && !is_acronym(match))
      names.push_back(matcher_.span_of(match));
  }
  return names;
}

std::vector<OrganizationMention> OrganizationMatcher::decide(const std::vector<Span>& short_forms,
                                                             std::vector<Definition>& definitions) {
  return Decision(text_, tokens_, words_, lang_, year_, matcher_, matches_)
      .run(short_forms, definitions);
}

std::vector<OrganizationMention> OrganizationMatcher::wholes_within(
    const std::vector<OrganizationMention>& mentions) const {
  std::vector<OrganizationMention> found;
  std::vector<NameMatch> inner;
  const auto add = [&](const NameMatch& match, const Sense& sense) {
    found.push_back({sense.organization, matcher_.span_of(match), match.first_token,
                     match.last_token, sense.form, Certainty::kCertain});
  };
  for (const OrganizationMention& mention : mentions) {
    const auto wholes = wholes_of(mention.organization);
    const auto related = related_to(mention.organization);
    if (mention.first_token == mention.last_token || (wholes.empty() && related.empty())) continue;
    const auto may_name = [&](const OrganizationNumber number) {
      return std::binary_search(wholes.begin(), wholes.end(), number) ||
             std::binary_search(related.begin(), related.end(), number);
    };
    for (const auto& [first, end] :
         {std::pair(mention.first_token, mention.last_token),  // all but the last word, …
          std::pair(mention.first_token + 1, mention.last_token + 1)}) {
      matcher_.find(first, end, inner);
      const std::size_t before = found.size();
      for (const NameMatch& match : inner) {
        const Sense* senses = kSenses + match.group->first;
        const Sense* meant =
            std::find_if(senses, senses + match.group->count, [&](const Sense& sense) {
              return may_name(sense.organization) && matcher_.fits_case(sense, match);
            });
        if (meant != senses + match.group->count) add(match, *meant);
      }
      if (found.size() > before) break;
    }
  }
  return found;
}

}  // namespace dragoman
