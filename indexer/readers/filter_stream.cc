#include "readers/filter_stream.h"

#ifdef DRAGOMAN_WITH_ARCHIVES
#include "readers/archive_handle.h"
#endif

namespace dragoman {

#ifdef DRAGOMAN_WITH_ARCHIVES

namespace {

class FilterStream final : public ByteStream {
 public:
  FilterStream(Input& packed, Budget& budget) : feed_{packed, budget, {}}, budget_(budget) {
    support_compressions(reader_.get());
    archive_read_support_format_raw(reader_.get());
    archive_read_support_format_empty(reader_.get());
  }

  Result<bool> read(std::string& buffer) override {
    if (ended_) return false;
    if (!opened_) {
      opened_ = true;
      archive_entry* entry = nullptr;
      int status = feed_.open(reader_.get());
      if (status == ARCHIVE_OK) status = archive_read_next_header(reader_.get(), &entry);
      if (status == ARCHIVE_EOF) ended_ = true;
      if (ended_) return false;
      if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return damaged();
    }
    const std::size_t before = buffer.size();
    buffer.resize(before + kBlock);
    const la_ssize_t got = archive_read_data(reader_.get(), buffer.data() + before, kBlock);
    buffer.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
    if (got < 0) return damaged();
    if (!budget_.unpacked(static_cast<std::uint64_t>(got))) {
      return Error{Errc::kMalformed, Budget::kWords, ""};
    }
    return got > 0;
  }

 private:
  Error damaged() {
    ended_ = true;
    return archive_failure(reader_.get());
  }

  ArchiveFeed feed_;
  ArchiveHandle reader_ = make_archive_handle();  // after feed_, which it reads from
  Budget& budget_;
  bool opened_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteStream> make_filter_stream(Input& packed, Budget& budget) {
  return std::make_unique<FilterStream>(packed, budget);
}

#else

std::unique_ptr<ByteStream> make_filter_stream(Input&, Budget&) { return nullptr; }

#endif

}  // namespace dragoman
