#include "evidence_scorer.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

// Longer queries are judged by their first words; no title is so long.
constexpr std::size_t kMostUnits = 64;

// Sums of floating point are not exact.
constexpr double kAbove = 1 + 1e-9;

struct TitleMatch {
  double covered = 0;    // of the title, 0 to 1
  bool complete = true;  // every word of the query is in it
  bool in_order = true;
};

TitleMatch match_title(const PositionTable& table, const std::vector<TitleWord>& words,
                       std::uint32_t title_words) {
  TitleMatch match;
  std::vector<bool> covered(title_words + 1);
  std::uint32_t before = 0;
  for (const TitleWord& word : words) {
    const std::vector<std::uint32_t> places = table.find(word.terms);
    if (places.empty() || places[0] > title_words) {
      match.complete = false;
      continue;
    }
    match.in_order = match.in_order && places[0] >= before;
    before = places[0];
    for (const std::uint32_t place : places) {
      for (std::uint32_t i = 0; i < word.tokens && place + i <= title_words; ++i)
        covered[place + i] = true;
    }
  }
  match.covered = static_cast<double>(std::count(covered.begin(), covered.end(), true)) /
                  static_cast<double>(title_words);
  return match;
}

}  // namespace

EvidenceScorer::EvidenceScorer(const Evidence& evidence, const RankingProfile& profile)
    : profile_(profile) {
  std::map<std::vector<std::string>, std::size_t> known;
  std::set<std::pair<std::size_t, std::size_t>> paired;
  std::size_t before = 0;
  for (std::size_t i = 0; i < std::min(evidence.units.size(), kMostUnits); ++i) {
    const EvidenceUnit& unit = evidence.units[i];
    const auto [at, is_new] = known.emplace(unit.terms, units_.size());
    const std::size_t here = at->second;
    if (is_new) {
      units_.push_back(unit);
      weight_ += unit.weight;
    }
    if (i > 0 && !unit.apart && here != before &&
        paired.emplace(std::minmax(before, here)).second) {
      pairs_.push_back({before, here, std::min(units_[before].weight, units_[here].weight)});
      pair_weight_ += pairs_.back().weight;
    }
    before = here;
  }
  if (evidence.title.size() <= kMostUnits) title_ = evidence.title;
}

double EvidenceScorer::most(const PossibleUnits& possible) const {
  const auto has = [](UnitSet set, std::size_t unit) { return (set >> unit & 1u) != 0; };
  double title = 0, text = 0, pairs = 0;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (has(possible.title, i)) title += units_[i].weight;
    if (has(possible.text, i)) text += units_[i].weight;
  }
  for (const Pair& pair : pairs_) {
    if (has(possible.text, pair.first) && has(possible.text, pair.second)) pairs += pair.weight;
  }
  const double share = weight_ > 0 ? title / weight_ : 0;
  const double identity = share > 0 ? profile_.title_identity * weight_ : 0;
  const double most = profile_.title_likeness * weight_ * share * share + identity +
                      profile_.lead * text + profile_.nearness * pairs;
  return most * kAbove;
}

double EvidenceScorer::score(const PositionTable& table) {
  lists_.clear();
  for (const EvidenceUnit& unit : units_) lists_.push_back(table.find(unit.terms));
  const Positions end = table.find({std::string(kTitleEndPlace)});
  const std::uint32_t title_words = end.empty() ? 0 : end[0];
  return title(table, title_words) + lead(title_words) + nearness();
}

// How alike query and title are. A long query that has a short title's words among others is not about it, so what
// the title has of the query counts twice.
double EvidenceScorer::title(const PositionTable& table, std::uint32_t title_words) const {
  if (title_.empty() || title_words == 0 || title_words > kMostUnits || weight_ <= 0) return 0;
  double found = 0;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (!lists_[i].empty() && lists_[i][0] <= title_words) found += units_[i].weight;
  }
  if (found <= 0) return 0;
  const double share = found / weight_;
  const TitleMatch match = match_title(table, title_, title_words);
  double score = profile_.title_likeness * weight_ * share * share * match.covered;
  if (match.complete && match.covered >= 1)
    score += profile_.title_identity * weight_ * (match.in_order ? 1 : 0.5);
  return score;
}

double EvidenceScorer::lead(std::uint32_t title_words) const {
  double score = 0;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const auto at = std::upper_bound(lists_[i].begin(), lists_[i].end(), title_words);
    if (at == lists_[i].end()) continue;
    const double distance = *at - title_words;
    if (distance < profile_.lead_words)
      score += units_[i].weight * (1 - distance / profile_.lead_words);
  }
  return profile_.lead * score;
}

double EvidenceScorer::nearness() const {
  double score = 0;
  for (const Pair& pair : pairs_)
    score += pair.weight * nearness(lists_[pair.first], lists_[pair.second]);
  return profile_.nearness * score;
}

// Each place of the first unit counts by the second unit's nearest one, behind it or, a little less, before it.
double EvidenceScorer::nearness(const Positions& first, const Positions& second) const {
  double sum = 0;
  std::size_t next = 0;
  for (const std::uint32_t place : first) {
    while (next < second.size() && second[next] < place) ++next;
    std::uint32_t distance = UINT32_MAX;
    if (next < second.size()) distance = std::max(1u, second[next] - place);
    if (next > 0) distance = std::min(distance, place - second[next - 1] + 1);
    if (distance <= profile_.near_words)
      sum += 1.0 / (static_cast<double>(distance) * static_cast<double>(distance));
  }
  return sum / (sum + 1);
}

}  // namespace dragoman
