#include "field_filters.h"

#include <vector>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

using Xapian::Query;

// "2016-11" -> "201611", of what the parser has checked for its shape.
std::string digits_of(std::string date) {
  std::erase(date, '-');
  return date;
}

}  // namespace

std::string ascii_lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return text;
}

Query lang_filter(const std::string& lang) {
  return Query(std::string(kLangPrefix) + ascii_lower(lang));
}

Query source_filter(const std::string& source) {
  return Query(make_term(kSourcePrefix, fold_value(source)));
}

Query type_filter(const std::string& type) {
  return Query(std::string(kTypePrefix) + fold_value(type));
}

Query id_filter(const std::string& id) { return Query(id_term(id)); }

Query key_filter(const std::string& key, const std::string& value,
                 const Xapian::Database& database) {
  const std::string name = fold_value(key) + kPrefixSeparator;
  const std::string start = make_term(kExtraPrefix, name);
  if (database.allterms_begin(start) == database.allterms_end(start)) return Query();
  return Query(make_term(kExtraPrefix, name + fold_value(value)));
}

// Dates compare as texts: 2016 < 201611 < 20161124 < 2016 and any letter.
Query date_filter(const Clause& range) {
  std::string from = digits_of(range.from);
  std::string to = digits_of(range.to);
  if (range.from_open) from += '\x01';
  if (!to.empty() && !range.to_open) to += '~';
  if (to.empty()) return Query(Query::OP_VALUE_GE, kDateSlot, from);
  if (from.empty()) from = "0";
  return Query(Query::OP_VALUE_RANGE, kDateSlot, from, to);
}

Query mention_filter(const Clause& range, const Xapian::Database& database, bool& too_many) {
  const std::string start = make_term(kMentionDatePrefix, "");
  const std::string from = digits_of(range.from);
  const std::string to = range.to.empty() ? "~" : digits_of(range.to) + (range.to_open ? "" : "~");
  std::vector<std::string> terms;
  auto term = database.allterms_begin(start);
  term.skip_to(start + from);
  for (; term != database.allterms_end(start); ++term) {
    const std::string day = (*term).substr(start.size());
    if (day > to) break;
    if (range.from_open && day.starts_with(from) && day <= from) continue;
    if ((too_many = terms.size() == kMostMentionedDates)) break;
    terms.push_back(*term);
  }
  // A month or year that the text names as a whole has the day in it.
  for (std::size_t size = 4; size < from.size(); size += 2)
    terms.push_back(start + from.substr(0, size));
  if (terms.empty()) terms.push_back(start + from);  // in no document: nothing is found
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

}  // namespace dragoman
