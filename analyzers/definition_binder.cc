#include "definition_binder.h"

#include <algorithm>

#include "definition_aligner.h"
#include "name_keys.h"
#include "name_likeness.h"

namespace dragoman {
namespace {

constexpr double kSameName = 0.75;
constexpr double kSimilarName = 0.5;

std::uint32_t common_bytes(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  const std::uint32_t end = std::min(a.end, b.end);
  return end > begin ? end - begin : 0;
}

bool has_sense(const NameMatch* match, OrganizationNumber organization) {
  if (match == nullptr) return false;
  const Sense* senses = kSenses + match->group->first;
  return std::any_of(senses, senses + match->group->count,
                     [&](const Sense& sense) { return sense.organization == organization; });
}

// Every letter finds a word: not "United Nations (UNDP)".
bool enough_words(std::string_view short_form, std::string_view long_form) {
  return name_keys(long_form).size + 1 >= letters_of_short_form(short_form).capitals;
}

// The match that covers the short form, among those in the order of the text.
const NameMatch* match_at(const std::vector<NameMatch>& matches, const NameMatcher& matcher,
                          Span span) {
  const auto found = std::lower_bound(
      matches.begin(), matches.end(), span.begin,
      [&](const NameMatch& m, std::uint32_t begin) { return matcher.span_of(m).end <= begin; });
  if (found == matches.end() || matcher.span_of(*found).begin > span.begin) return nullptr;
  return &*found;
}

}  // namespace

DefinitionBinder::DefinitionBinder(std::string_view text, std::vector<Definition>& definitions,
                                   const std::vector<OrganizationMention>& names,
                                   const std::vector<NameMatch>& matches,
                                   const NameMatcher& matcher)
    : text_(text) {
  for (Definition& definition : definitions) {
    const std::string_view surface = text.substr(
        definition.short_form.begin, definition.short_form.end - definition.short_form.begin);
    const NameMatch* match = match_at(matches, matcher, definition.short_form);
    if (meaning_of(definition, names, match) == Meaning::kUnclear) continue;
    bindings_[letters_of_acronym(surface)].push_back(
        {definition.short_form.begin, definition.organization});
  }
}

DefinitionBinder::Meaning DefinitionBinder::meaning_of(
    Definition& definition, const std::vector<OrganizationMention>& names,
    const NameMatch* match) const {
  const Span span = definition.long_form;
  const std::string_view long_form = text_.substr(span.begin, span.end - span.begin);
  const std::string_view short_form = text_.substr(
      definition.short_form.begin, definition.short_form.end - definition.short_form.begin);
  const std::uint32_t length = span.end - span.begin;
  auto name = std::lower_bound(
      names.begin(), names.end(), span.begin,
      [](const OrganizationMention& m, std::uint32_t begin) { return m.span.end <= begin; });
  for (; name != names.end() && name->span.begin < span.end; ++name) {
    const std::uint32_t common = common_bytes(name->span, span);
    const bool listed = has_sense(match, name->organization);
    if ((listed && common * 2 >= length) ||
        (common * 10 >= length * 9 && enough_words(short_form, long_form))) {
      definition.organization = name->organization;
      return Meaning::kKnown;
    }
  }
  if (match == nullptr) return Meaning::kUnknown;
  double best = 0;
  for (std::uint32_t s = 0; s < match->group->count; ++s) {
    const Sense& sense = kSenses[match->group->first + s];
    const double likeness = likeness_to_organization(long_form, sense.organization);
    if (likeness <= best) continue;
    best = likeness;
    if (best >= kSameName) definition.organization = sense.organization;
  }
  if (best >= kSameName) return Meaning::kKnown;
  return best >= kSimilarName ? Meaning::kUnclear : Meaning::kUnknown;
}

const Binding* DefinitionBinder::find(std::string_view surface, std::uint32_t at) const {
  if (bindings_.empty()) return nullptr;
  const auto found = bindings_.find(letters_of_acronym(surface));
  if (found == bindings_.end()) return nullptr;
  const std::vector<Binding>& all = found->second;
  const auto after = std::upper_bound(all.begin(), all.end(), at,
                                      [](std::uint32_t a, const Binding& b) { return a < b.from; });
  return after == all.begin() ? &all.front() : &*(after - 1);
}

}  // namespace dragoman
