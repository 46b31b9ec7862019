// Readers turn files into Documents. Files may be plain or compressed (gz, xz, zst,
// bz2), a directory is walked in the order of its names, "-" is standard input.
//
//   class Collect : public DocumentSink { … };
//   read_inputs({"dump/", "speeches.jsonl.xz"}, {}, collect);
//
// A file's format is found by its content first and its name second. What cannot be read
// is told to the sink and never ends the run. Memory is bounded by ReadOptions::max_bytes, not by
// the size of a file. Thread rule: one call uses one thread, the caller's; calls do not
// share state.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dragoman/document.h"
#include "dragoman/export.h"

namespace dragoman {

// --map title=headline: the field `title` is read from the key `headline`.
struct FieldMapping {
  std::string field;
  std::string key;
};

// How inputs are read.
struct ReadOptions {
  std::string format = "auto";  // or one of format_names()
  std::vector<FieldMapping> map = {};
  std::string lang = "auto";              // given to documents that do not tell theirs
  std::uint64_t max_bytes = 256u << 20u;  // of one document's file, or line, after decompression
  // Where the program dragoman-pdf-text is. Empty: beside the running program, else where it
  // was installed.
  std::string program_directory = {};
};

// An input, or a line of one, that did not become a document.
struct Skipped {
  std::string input;
  std::uint64_t line = 0;  // from 1; 0: the whole input
  std::string reason;
};

// Something the user should know of an input that was read all the same.
struct Warning {
  std::string input;
  std::uint64_t line = 0;               // from 1; 0: not known, or the whole input
  std::optional<std::uint64_t> offset;  // the byte of the input, or of the line, where it is
  std::string words;
};

// What the names of inputs look like: a path, valid UTF-8 on one line (other bytes as %0A), and
// for a file in an archive the path within it after a slash.
class DRAGOMAN_API DocumentSink {
 public:
  virtual ~DocumentSink() = default;

  // Takes one document. Returns false to stop reading.
  virtual bool document(Document document) = 0;
  // Something did not become a document; the rest is read.
  virtual void skipped(Skipped skipped) = 0;
  // Something did, but not as it should be.
  virtual void warning(Warning) {}
  // `bytes` more of the inputs, as they lie on disk (compressed), have been read.
  virtual void advanced(std::uint64_t bytes) = 0;

  // Asked before a file is opened; `name` is what its documents' ids begin with and what is told of
  // it. False leaves it out. "-" is not asked for.
  virtual bool wants(const std::string& /*path*/, const std::string& /*name*/) { return true; }
  // The file that was wanted last has been read to its end, with all that was to be told of it.
  virtual void finished() {}
};

// Reads all of `inputs` in their order. Never fails as a whole.
DRAGOMAN_API void read_inputs(const std::vector<std::string>& inputs, const ReadOptions& options,
                              DocumentSink& sink);

// Reads bytes in memory, as if they were a file called `name`: ids of documents that have none of their own begin with
// it, and its ending tells the format where the content leaves it open. Never fails as a whole.
DRAGOMAN_API void read_bytes(std::string bytes, const std::string& name, const ReadOptions& options,
                             DocumentSink& sink);

// Bytes on disk of all of `inputs`, for a progress bar; 0 when standard input is among them.
DRAGOMAN_API std::uint64_t input_bytes(const std::vector<std::string>& inputs);

// What ReadOptions::format may be, "auto" first. Formats that this build leaves out are not
// among them.
DRAGOMAN_API std::vector<std::string_view> format_names();

}  // namespace dragoman
