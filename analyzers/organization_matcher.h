// Decides what the names and acronyms of a text mean. An acronym of several senses is decided by
// what the text itself defines, then by other names of the organization, cue words near by and the
// language; what stays undecided is no mention.
//
//   OrganizationMatcher matcher(text, tokens, words, language);
//   Abbreviations found = find_abbreviations(text, lang, matcher.names());
//   mentions = matcher.decide(found.short_forms, found.definitions);
#pragma once

#include <string_view>
#include <vector>

#include "dragoman/analyzers/analysis.h"
#include "language.h"
#include "name_matcher.h"
#include "word.h"

namespace dragoman {

class OrganizationMatcher {
 public:
  // All must outlive the matcher. The words are annotated. `year`: of the text; 0: not known. Finds the names at once;
  // linear.
  OrganizationMatcher(std::string_view text, const std::vector<Token>& tokens,
                      const std::vector<const Word*>& words, Language lang, int year = 0);

  // The names of two words and more that are no acronyms, in the order of the text.
  std::vector<Span> names() const;

  // The mentions, in the order of the text. `short_forms` and `definitions` are those of the text,
  // in its order; sets the organizations of the definitions. Linear but for look-ups.
  std::vector<OrganizationMention> decide(const std::vector<Span>& short_forms,
                                          std::vector<Definition>& definitions);

  // Names of a whole inside the names of its parts and of what it made, "SCO" in "SCO Council of Heads of State" and
  // "WHO" in "WHO Framework Convention": no mentions of their own, but what a reader who asks for the whole wants to
  // find and see marked. `mentions` are those of decide().
  std::vector<OrganizationMention> wholes_within(
      const std::vector<OrganizationMention>& mentions) const;

 private:
  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<const Word*>& words_;
  unsigned lang_;  // bit i: Language i
  int year_;
  NameMatcher matcher_;
  std::vector<NameMatch> matches_;
};

}  // namespace dragoman
