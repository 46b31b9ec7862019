// Archives (tar, zip, 7z, rar, cpio, ar), walked in place: each member is read by the reader of its
// format. Nothing is written to disk, so that a member's name can do no harm.
#include "readers/archive_reader.h"

#include <utility>

#include "readers/archive_handle.h"
#include "readers/charset.h"
#include "readers/format.h"
#include "readers/input_name.h"
#include "readers/readers.h"
#include "readers/whole_text.h"

namespace dragoman {
namespace {

// The content of the member that libarchive stands at.
class MemberStream final : public ByteStream {
 public:
  MemberStream(archive* reader, Budget& budget) : reader_(reader), budget_(budget) {}

  Result<bool> read(std::string& buffer) override {
    if (ended_) return false;
    const std::size_t before = buffer.size();
    buffer.resize(before + kBlock);
    const la_ssize_t got = archive_read_data(reader_, buffer.data() + before, kBlock);
    buffer.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
    ended_ = got <= 0;
    if (got < 0) return archive_failure(reader_);
    if (budget_.unpacked(static_cast<std::uint64_t>(got))) return got > 0;
    ended_ = true;
    return Error{Errc::kMalformed, Budget::kWords, ""};
  }

 private:
  archive* reader_;
  Budget& budget_;
  bool ended_ = false;
};

// Formats whose table of contents stands at the end.
bool wants_seeking(std::string_view head) {
  return head.starts_with("PK") || head.starts_with("7z") || head.starts_with("Rar!");
}

class OpenArchive {
 public:
  OpenArchive(Input& input, std::uint64_t max_bytes, Budget& budget)
      : feed_{input, budget, {}}, max_bytes_(max_bytes), budget_(budget) {
    archive_read_support_format_tar(get());
    archive_read_support_format_zip(get());
    archive_read_support_format_7zip(get());
    archive_read_support_format_rar(get());
    archive_read_support_format_rar5(get());
    archive_read_support_format_cpio(get());
    archive_read_support_format_ar(get());
  }

  archive* get() const { return reader_.get(); }

  // Empty, or what is wrong.
  std::string open() {
    Input& input = feed_.packed;
    int status = ARCHIVE_OK;
    if (!wants_seeking(input.ahead(8))) {
      status = feed_.open(get());
    } else if (!input.facts.path.empty()) {
      status = archive_read_open_filename(get(), input.facts.path.c_str(), ByteStream::kBlock);
      budget_.packed(input.facts.size, input.facts.depth);
    } else {
      std::optional<std::string> bytes = input.rest(max_bytes_);
      if (!bytes) return "larger than --max-size (" + size_in_words(max_bytes_) + ")";
      bytes_ = std::move(*bytes);
      budget_.packed(bytes_.size(), input.facts.depth);
      status = archive_read_open_memory(get(), bytes_.data(), bytes_.size());
    }
    return status == ARCHIVE_OK ? std::string() : archive_failure(get()).message;
  }

 private:
  ArchiveFeed feed_;
  std::string bytes_;
  std::uint64_t max_bytes_;
  Budget& budget_;
  ArchiveHandle reader_ = make_archive_handle();  // last: it reads from the others
};

// Names in old archives are in the encoding of the system they come from.
std::string member_path(archive_entry* entry) {
  const char* utf8 = archive_entry_pathname_utf8(entry);
  const char* raw = utf8 != nullptr ? utf8 : archive_entry_pathname(entry);
  std::string path = decode_text(raw == nullptr ? "" : raw, {}).text;
  while (path.starts_with("./")) path.erase(0, 2);
  return displayed_name(path);
}

// What systems put beside the files: ".DS_Store", "__MACOSX/._a.txt".
bool is_hidden(std::string_view path) {
  return file_name_of(path).starts_with('.') || path.starts_with("__MACOSX/");
}

void tell_of_bomb(const Input& input, Delivery& out) {
  if (out.budget.tell_once()) out.skip(input, Budget::kWords);
}

}  // namespace

std::string for_each_member(Input& archive, std::uint64_t max_bytes, Budget& budget,
                            const std::function<bool(ArchiveMember&)>& take) {
  OpenArchive opened(archive, max_bytes, budget);
  if (std::string problem = opened.open(); !problem.empty()) return problem;
  while (!budget.exhausted()) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(opened.get(), &entry);
    if (status == ARCHIVE_EOF) return {};
    if (status == ARCHIVE_RETRY) continue;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
      return archive_failure(opened.get()).message;
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr)
      continue;
    ArchiveMember member{member_path(entry), std::make_unique<MemberStream>(opened.get(), budget),
                         archive_entry_is_data_encrypted(entry) != 0};
    if (member.path.empty()) member.path = "?";
    if (!take(member)) return {};
  }
  return Budget::kWords;
}

void read_archive(Input& input, Delivery& out) {
  if (input.facts.depth >= Budget::kMostNested)
    return out.skip(input, "packed too many times over");
  if (!out.budget.opened_archive()) return tell_of_bomb(input, out);
  const std::string problem =
      for_each_member(input, out.options.max_bytes, out.budget, [&](ArchiveMember& member) {
        if (is_hidden(member.path)) return true;
        InputFacts facts;
        facts.name = input.facts.name + "/" + member.path;
        facts.file_name = file_name_of(member.path);
        facts.depth = input.facts.depth + 1;
        facts.defaults = input.facts.defaults;
        Input inner(std::move(facts), std::move(member.content));
        if (member.needs_password) {
          out.skip(inner, "needs a password");
        } else {
          read_input(inner, out);
        }
        return !out.stopped();
      });
  if (out.budget.exhausted()) return tell_of_bomb(input, out);
  if (!problem.empty())
    out.skip(input, "damaged archive: " + problem + "; what came before is indexed");
}

}  // namespace dragoman
