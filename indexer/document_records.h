// The records of a document besides its terms, and where they lie: in value slots of its Xapian::Document. The places of
// its terms and a short stored record share a slot, as a hit that is shown needs both, and Xapian reads three blocks for
// each value. What is long goes on in slots of its own, which are read one by one.
//
//   put_records(encode_stored(…), encode_positions(…), document);
//   DocumentRecords records(document);
//   records.positions().find({"summit"});
//   Result<StoredDocument> stored = records.stored();
//
// The bounds that Xapian keeps of each slot are copies of two records; of a corpus that is nothing.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "dragoman/position_table.h"
#include "dragoman/result.h"
#include "dragoman/stored_document.h"

namespace dragoman {

// `positions` are the parts of a PositionTable; none where the document has no terms.
void put_records(const EncodedDocument& stored, const std::vector<std::string>& positions,
                 Xapian::Document& document);

// Each is read once, when it is asked for. Throws what Xapian throws. Not thread-safe.
class DocumentRecords {
 public:
  // Adds to `bytes_read`, if any, what it reads.
  explicit DocumentRecords(Xapian::Document document, std::size_t* bytes_read = nullptr)
      : document_(std::move(document)), bytes_read_(bytes_read) {}

  // Valid as long as these records stay where they are. The table throws what Xapian throws.
  PositionTable positions();
  // The pieces of a long body are read when they are asked for, which throws what Xapian throws. Errors: kCorrupt.
  Result<StoredDocument> stored();

 private:
  struct Short {  // what shares a slot
    std::string_view positions, stored;
  };
  Short read_short();
  const std::string& slot(Xapian::valueno number);

  Xapian::Document document_;
  std::map<Xapian::valueno, std::string> slots_;  // that were read
  std::size_t* bytes_read_;
};

}  // namespace dragoman
