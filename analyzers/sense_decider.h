// Decides the senses of ambiguous names by evidence, once for each acronym of a text: another name
// of the organization in the text, cue words near the acronym (sense_cues.h), the language, the
// year: in 1975 no SCO meets in Shanghai. Rivals that are no organizations compete: SCO beside
// "Unix" is a company.
#pragma once

#include <cstdint>
#include <vector>

#include "dragoman/analyzers/analysis.h"
#include "name_matcher.h"
#include "sense_cues.h"
#include "sense_scorer.h"

namespace dragoman {

class SenseDecider {
 public:
  struct Decided {
    NameMatch match;
    const Sense* sense;
    Certainty certainty;
  };

  // All must outlive the decider. `lang`: bit i is set for Language i. `year`: of the text; 0: not known.
  SenseDecider(const std::vector<Token>& tokens, const std::vector<const Word*>& words,
               unsigned lang, int year, const NameMatcher& matcher);

  // The sense of a match that leaves no doubt; nullptr when there is one.
  const Sense* only_sense(const NameMatch& match) const;

  void saw(OrganizationNumber organization) {
    seen_[organization] = true;
    any_seen_ = true;
  }

  void postpone(const NameMatch& match) { postponed_.push_back(match); }

  // What can be said of the postponed ones, when all that is certain has been seen.
  std::vector<Decided> decide();

 private:
  struct Choice {
    const Sense* sense = nullptr;
    Certainty certainty = Certainty::kProbable;
  };
  struct CueHit {
    std::uint32_t token;
    WordNumber cue;
  };

  bool is_shouted(const NameMatch& match) const;
  bool fits_language(unsigned langs) const { return lang_ == 1u || (langs & lang_) != 0; }
  bool is_before(OrganizationNumber organization) const;
  bool is_after(OrganizationNumber organization) const;
  CandidateRange candidates_for(const Sense& sense) const;
  void decide_group(std::size_t first, std::size_t last, std::vector<Decided>& decided);
  void read_context(const NameMatch* first, const NameMatch* last);
  Choice choose(const NameMatch& match, bool shouted) const;
  float score_of(const Sense& sense, CandidateRange candidates, bool shouted) const;
  float rival_score(CandidateRange candidates) const;

  const std::vector<Token>& tokens_;
  const std::vector<const Word*>& words_;
  unsigned lang_;
  int year_;
  const NameMatcher& matcher_;
  std::vector<bool> seen_;
  bool any_seen_ = false;
  std::vector<NameMatch> postponed_;
  std::vector<CueHit> cue_hits_;
  std::vector<ContextWord> context_;
};

}  // namespace dragoman
