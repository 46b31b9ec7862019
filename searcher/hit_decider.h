// Checks what the terms alone do not tell, of documents that would be among the best: the places of a phrase, the very
// letters of ="…", and whether the caller wants the document. When the deadline has passed, no document is good.
#pragma once

#include <xapian.h>

#include "deadline.h"
#include "document_records.h"
#include "dragoman/searcher/searcher.h"
#include "query_compiler.h"

namespace dragoman {

class HitDecider : public Xapian::MatchDecider {
 public:
  // All must outlive the decider.
  HitDecider(const CompiledQuery& query, const SearchRequest& request, Deadline& deadline)
      : query_(query), request_(request), deadline_(deadline) {}

  bool needed() const { return !query_.checks.empty() || !query_.exact.empty() || request_.wanted; }

  // Throws what Xapian throws.
  bool operator()(const Xapian::Document& document) const override;

 private:
  bool has_positions(DocumentRecords& records) const;
  bool has_surfaces(DocumentRecords& records) const;
  bool is_wanted(const Xapian::Document& document) const;

  const CompiledQuery& query_;
  const SearchRequest& request_;
  Deadline& deadline_;
};

}  // namespace dragoman
