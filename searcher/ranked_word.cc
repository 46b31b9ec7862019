#include "ranked_word.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <system_error>
#include <utility>

namespace dragoman {
namespace {

using Xapian::Query;

// The term of a leaf that counts once; null for another query.
std::optional<std::string> term_of(const Query& leaf) {
  if (leaf.get_type() != Query::LEAF_TERM || leaf.get_length() != 1) return std::nullopt;
  const auto term = leaf.get_terms_begin();
  if (term == leaf.get_terms_end()) return std::nullopt;
  return *term;
}

std::vector<std::string> terms_of(const Query& query) {
  if (query.get_type() != Query::OP_SYNONYM) {
    const std::optional<std::string> term = term_of(query);
    return term ? std::vector{*term} : std::vector<std::string>();
  }
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const std::optional<std::string> term = term_of(query.get_subquery(i));
    if (!term) return {};
    terms.push_back(*term);
  }
  return terms;
}

// Of a query that is scaled. Xapian tells it nowhere but in the description, "Query(0.5 * summit)", which takes its time.
std::optional<double> factor_of(const Query& scaled) {
  constexpr std::string_view kBegin = "Query(", kTimes = " * ";
  const std::string text = scaled.get_description();
  if (!text.starts_with(kBegin)) return std::nullopt;
  double factor = 0;
  const auto [end, error] =
      std::from_chars(text.data() + kBegin.size(), text.data() + text.size(), factor);
  const auto behind = static_cast<std::size_t>(end - text.data());
  if (error != std::errc() || text.compare(behind, kTimes.size(), kTimes) != 0) return std::nullopt;
  return factor;
}

// Those that a document must match all.
std::vector<Query> parts_of(const Query& query) {
  if (query.get_type() != Query::OP_AND) return {query};
  std::vector<Query> parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const std::vector<Query> more = parts_of(query.get_subquery(i));
    parts.insert(parts.end(), more.begin(), more.end());
  }
  return parts;
}

}  // namespace

WordReader::WordReader(const Xapian::Database& database, TermCounts& counts,
                       const RankingProfile& profile)
    : database_(database), terms_(counts), profile_(profile) {
  const double all = database.get_doccount();
  counts_.documents = std::max<double>(counts.documents(database), 1);
  counts_.mean_length = database.get_average_length() * all / counts_.documents;
}

// As in Xapian, terms of one word are thought to come together no more often than by accident.
std::optional<RankedWord> WordReader::word(const Query& query) const {
  if (query.get_type() == Query::OP_SCALE_WEIGHT) {
    std::optional<RankedWord> one = word(query.get_subquery(0));
    const std::optional<double> factor = one ? factor_of(query) : std::nullopt;
    if (!factor) return std::nullopt;
    one->bm25 = one->bm25.scaled(*factor);
    return one;
  }
  std::vector<std::string> terms = terms_of(query);
  if (terms.empty()) return std::nullopt;
  const double all = std::max<double>(database_.get_doccount(), 1);
  double without = 1;
  for (const std::string& term : terms) without *= 1 - terms_.of(database_, term) / all;
  Bm25Counts counts = counts_;
  counts.with_word = std::round(all * (1 - without));
  return RankedWord{std::move(terms), Bm25(profile_.k1, profile_.b, counts)};
}

std::optional<std::vector<RankedWord>> WordReader::words(const Query& query) const {
  std::vector<RankedWord> words;
  for (const Query& part : parts_of(query)) {
    const std::size_t group = words.empty() ? 0 : words.back().group + 1;
    if (!append(part, 1, group, words)) return std::nullopt;
  }
  return words;
}

// A factor of a part counts for all its words.
bool WordReader::append(const Query& query, double factor, std::size_t group,
                        std::vector<RankedWord>& out) const {
  if (query.get_type() == Query::OP_OR) {
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      if (!append(query.get_subquery(i), factor, group, out)) return false;
    }
    return true;
  }
  if (query.get_type() == Query::OP_SCALE_WEIGHT) {
    const std::size_t before = out.size();
    if (!append(query.get_subquery(0), factor, group, out)) return false;
    const std::optional<double> more = factor_of(query);
    for (std::size_t i = before; i < out.size() && more; ++i)
      out[i].bm25 = out[i].bm25.scaled(*more);
    return more.has_value();
  }
  std::optional<RankedWord> one = word(query);
  if (!one) return false;
  one->bm25 = one->bm25.scaled(factor);
  one->group = group;
  out.push_back(std::move(*one));
  return true;
}

}  // namespace dragoman
