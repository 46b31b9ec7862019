#include "hit_decider.h"

#include <algorithm>
#include <string>

#include "dragoman/schema.h"

namespace dragoman {

bool HitDecider::operator()(const Xapian::Document& document) const {
  DocumentRecords records(document);
  return !deadline_.passed() && has_positions(records) && has_surfaces(records) &&
         is_wanted(document);
}

bool HitDecider::has_positions(DocumentRecords& records) const {
  if (query_.checks.empty()) return true;
  const PositionTable table = records.positions();
  return std::all_of(query_.checks.begin(), query_.checks.end(),
                     [&table](const PositionCheck& check) { return check.matches(table); });
}

bool HitDecider::has_surfaces(DocumentRecords& records) const {
  if (query_.exact.empty()) return true;
  const Result<StoredDocument> stored = records.stored();
  if (!stored) return false;
  const Result<std::string> body = stored->body(0, stored->body_bytes);
  if (!body) return false;
  return std::all_of(query_.exact.begin(), query_.exact.end(), [&](const std::string& surface) {
    return stored->metadata.title.find(surface) != std::string::npos ||
           body->find(surface) != std::string::npos;
  });
}

bool HitDecider::is_wanted(const Xapian::Document& document) const {
  if (!request_.wanted) return true;
  const std::string first = document.get_value(kCopyOfSlot);
  return request_.wanted(document.get_value(kIdSlot)) && (first.empty() || request_.wanted(first));
}

}  // namespace dragoman
