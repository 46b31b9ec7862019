#include "published_index.h"

#include <algorithm>
#include <cstdlib>

#include "dragoman/schema.h"

namespace dragoman {
namespace {

// The number behind kFilePrefix; 0 for another term.
FileNumber file_number(const std::string& term) {
  static const std::string prefix = make_term(kFilePrefix, "");
  if (!term.starts_with(prefix)) return 0;
  return static_cast<FileNumber>(std::strtoul(term.c_str() + prefix.size(), nullptr, 10));
}

// The values of one slot, asked for in rising order of documents.
class Column {
 public:
  Column(const Xapian::Database& segment, Xapian::valueno slot)
      : at_(segment.valuestream_begin(slot)), end_(segment.valuestream_end(slot)) {}

  std::string of(Xapian::docid document) {
    if (at_ == end_) return {};
    at_.skip_to(document);
    return at_ != end_ && at_.get_docid() == document ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

void tell_segment(const Xapian::Database& segment, CopyGroups& groups) {
  Column group(segment, kGroupSlot), copy_of(segment, kCopyOfSlot), id(segment, kIdSlot);
  Column symbol(segment, kSymbolSlot), date(segment, kDateSlot);
  const auto end = segment.valuestream_end(kFingerprintSlot);
  for (auto at = segment.valuestream_begin(kFingerprintSlot); at != end; ++at) {
    const Xapian::docid number = at.get_docid();
    Document document;
    document.id = id.of(number);
    document.symbol = symbol.of(number);
    document.date = date.of(number);
    groups.remember(document, {group.of(number), *at, copy_of.of(number)});
  }
}

}  // namespace

void PublishedIndex::open(const IndexDirectory& directory) {
  segments_.clear();
  for (const std::string& name : directory.segments()) {
    segments_.emplace_back(directory.path_of(name));
  }
}

std::optional<Place> PublishedIndex::find(const std::string& id_term) const {
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const Xapian::PostingIterator posting = segments_[i].postlist_begin(id_term);
    if (posting != segments_[i].postlist_end(id_term)) return Place{i, *posting};
  }
  return std::nullopt;
}

std::string PublishedIndex::content_hash(const Place& place) const {
  return segments_[place.segment].get_document(place.document).get_value(kContentHashSlot);
}

FileNumber PublishedIndex::file_of(const Place& place) const {
  const Xapian::Database& segment = segments_[place.segment];
  Xapian::TermIterator term = segment.termlist_begin(place.document);
  term.skip_to(make_term(kFilePrefix, ""));
  return term == segment.termlist_end(place.document) ? 0 : file_number(*term);
}

void PublishedIndex::each_of_file(
    FileNumber file, const std::function<void(const Place&, const std::string& id)>& use) const {
  const std::string term = make_term(kFilePrefix, std::to_string(file));
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    Column ids(segments_[i], kIdSlot);
    const Xapian::PostingIterator end = segments_[i].postlist_end(term);
    for (auto at = segments_[i].postlist_begin(term); at != end; ++at) use({i, *at}, ids.of(*at));
  }
}

FileNumber PublishedIndex::highest_file() const {
  const std::string prefix = make_term(kFilePrefix, "");
  FileNumber highest = 0;
  for (const Xapian::Database& segment : segments_) {
    for (auto at = segment.allterms_begin(prefix); at != segment.allterms_end(prefix); ++at) {
      highest = std::max(highest, file_number(*at));
    }
  }
  return highest;
}

void PublishedIndex::tell(CopyGroups& groups) const {
  for (const Xapian::Database& segment : segments_) tell_segment(segment, groups);
}

}  // namespace dragoman
