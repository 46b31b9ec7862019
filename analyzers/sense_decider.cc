#include "sense_decider.h"

#include <algorithm>

#include "dragoman/analyzers/gazetteer.h"
#include "gazetteer_data.h"

namespace dragoman {
namespace {

constexpr float kEvidenceOfName = 4;      // the organization is named elsewhere in the text
constexpr float kEvidenceOfLanguage = 1;  // the acronym is listed for the language of the text
constexpr float kEnough = 1;
constexpr float kClearly = 0.5f;  // by how much the best must beat the others
constexpr std::uint32_t kContextTokens = 60;
constexpr std::size_t kMostMentionsRead = 32;
constexpr std::size_t kSafeWhenShouted =
    4;  // letters of an acronym that no word in capitals is taken for

}  // namespace

SenseDecider::SenseDecider(const std::vector<Token>& tokens, const std::vector<const Word*>& words,
                           unsigned lang, int year, const NameMatcher& matcher)
    : tokens_(tokens),
      words_(words),
      lang_(lang),
      year_(year),
      matcher_(matcher),
      seen_(organization_count()) {}

bool SenseDecider::is_shouted(const NameMatch& match) const {
  return tokens_[match.first_token].shouted && words_[match.first_token]->script == Script::kLatin;
}

// The text is older than the organization: only where it is named does its acronym mean it.
bool SenseDecider::is_before(OrganizationNumber organization) const {
  return year_ != 0 && year_ < kLifetimes[organization].from;
}

// The organization was past when the text was written: it may still be spoken of, not by default.
bool SenseDecider::is_after(OrganizationNumber organization) const {
  const int last = kLifetimes[organization].to;
  return last != 0 && year_ > last;
}

CandidateRange SenseDecider::candidates_for(const Sense& sense) const {
  if (sense.form != NameForm::kAcronym) return {};
  return candidates_of(letters_of_acronym(sense.surface));
}

const Sense* SenseDecider::only_sense(const NameMatch& match) const {
  const Sense* only = nullptr;
  for (std::uint32_t s = 0; s < match.group->count; ++s) {
    const Sense& sense = kSenses[match.group->first + s];
    if (!matcher_.fits_case(sense, match)) continue;
    if (sense.contextual || (only != nullptr && only->organization != sense.organization))
      return nullptr;
    if (only == nullptr) only = &sense;
  }
  if (only == nullptr || only->form != NameForm::kAcronym) return only;
  if (!candidates_for(*only).empty()) return nullptr;
  if (is_shouted(match) && (only->exact_case || matcher_.surface(match).size() < kSafeWhenShouted))
    return nullptr;
  return only;
}

std::vector<SenseDecider::Decided> SenseDecider::decide() {
  std::vector<Decided> decided;
  if (postponed_.empty()) return decided;
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    if (words_[i]->cue != kNoCue) cue_hits_.push_back({i, words_[i]->cue});
  }
  std::stable_sort(postponed_.begin(), postponed_.end(),
                   [](const NameMatch& a, const NameMatch& b) { return a.group < b.group; });
  // The second round profits from what the first has decided.
  for (int round = 0; round < 2; ++round) {
    for (std::size_t first = 0, last = 0; first < postponed_.size(); first = last) {
      while (last < postponed_.size() && postponed_[last].group == postponed_[first].group) ++last;
      decide_group(first, last, decided);
    }
    const bool first_round_helped =
        std::any_of(postponed_.begin(), postponed_.end(),
                    [](const NameMatch& m) { return m.group == nullptr; });
    if (!first_round_helped) break;
    std::erase_if(postponed_, [](const NameMatch& m) { return m.group == nullptr; });
  }
  return decided;
}

// The mentions of one acronym, postponed_[first .. last). Those decided lose their group.
void SenseDecider::decide_group(std::size_t first, std::size_t last,
                                std::vector<Decided>& decided) {
  read_context(&postponed_[first], postponed_.data() + last);
  const Choice plain = choose(postponed_[first], false);
  const Choice shouted = choose(postponed_[first], true);
  for (std::size_t i = first; i < last; ++i) {
    const Choice& choice = is_shouted(postponed_[i]) ? shouted : plain;
    if (choice.sense == nullptr || !matcher_.fits_case(*choice.sense, postponed_[i])) continue;
    decided.push_back({postponed_[i], choice.sense, choice.certainty});
    saw(choice.sense->organization);
    postponed_[i].group = nullptr;
  }
}

// The cue words around the first mentions, each at its nearest.
void SenseDecider::read_context(const NameMatch* first, const NameMatch* last) {
  context_.clear();
  last = first + std::min<std::ptrdiff_t>(last - first, kMostMentionsRead);
  for (; first != last; ++first) {
    const std::uint32_t from =
        first->first_token > kContextTokens ? first->first_token - kContextTokens : 0;
    auto hit =
        std::lower_bound(cue_hits_.begin(), cue_hits_.end(), from,
                         [](const CueHit& h, std::uint32_t token) { return h.token < token; });
    for (; hit != cue_hits_.end() && hit->token <= first->last_token + kContextTokens; ++hit) {
      const bool before = hit->token < first->first_token;
      if (!before && hit->token <= first->last_token) continue;
      context_.push_back(
          {hit->cue, before ? first->first_token - hit->token : hit->token - first->last_token});
    }
  }
  sort_context(context_);
}

SenseDecider::Choice SenseDecider::choose(const NameMatch& match, bool shouted) const {
  const Sense* best = nullptr;
  float best_score = 0;
  float second = 0;
  for (std::uint32_t s = 0; s < match.group->count; ++s) {
    const Sense& sense = kSenses[match.group->first + s];
    if (!matcher_.fits_case(sense, match)) continue;
    const float score = score_of(sense, candidates_for(sense), shouted);
    if (best != nullptr && sense.organization == best->organization) {
      best_score = std::max(best_score, score);
    } else if (score > best_score || best == nullptr) {
      second = best_score;
      best = &sense;
      best_score = score;
    } else {
      second = std::max(second, score);
    }
  }
  if (best == nullptr) return {};
  const float rival = rival_score(candidates_for(*best));
  if (best_score < kEnough || best_score < std::max(second, rival) + kClearly) return {};
  const bool certain = best_score >= kEvidenceOfName && second < kEvidenceOfName && rival < kEnough;
  return {best, certain ? Certainty::kCertain : Certainty::kProbable};
}

float SenseDecider::score_of(const Sense& sense, CandidateRange candidates, bool shouted) const {
  float score = seen_[sense.organization] ? kEvidenceOfName : 0;
  if (sense.contextual || (shouted && sense.exact_case) || is_before(sense.organization))
    return score;
  float cues = 0;
  for (std::size_t c = candidates.first; c < candidates.last; ++c) {
    if (kCandidates[c].organization == sense.organization)
      cues = std::max(cues, sense_score(cues_of_candidate(c), context_));
  }
  score += cues;
  if (fits_language(sense.langs) && !shouted && !is_after(sense.organization))
    score += kEvidenceOfLanguage;
  return score;
}

// What the senses that are no organizations have for themselves.
float SenseDecider::rival_score(CandidateRange candidates) const {
  float best = 0;
  for (std::size_t c = candidates.first; c < candidates.last; ++c) {
    const Candidate& candidate = kCandidates[c];
    if (candidate.organization >= 0) continue;
    float score = sense_score(cues_of_candidate(c), context_);
    if (candidate.rival && fits_language(candidate.langs) && !any_seen_)
      score += kEvidenceOfLanguage;
    best = std::max(best, score);
  }
  return best;
}

}  // namespace dragoman
