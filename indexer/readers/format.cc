#include "readers/format.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "readers/decompress.h"
#include "readers/input_name.h"
#include "readers/readers.h"
#include "readers/sniff.h"

namespace dragoman {
namespace {

// The reader of a format that this build may leave out.
#ifdef DRAGOMAN_WITH_HTML
#define DRAGOMAN_IF_HTML(reader) &reader
#else
#define DRAGOMAN_IF_HTML(reader) nullptr
#endif
#ifdef DRAGOMAN_WITH_MARKDOWN
#define DRAGOMAN_IF_MARKDOWN(reader) &reader
#else
#define DRAGOMAN_IF_MARKDOWN(reader) &read_text
#endif
#ifdef DRAGOMAN_WITH_PDF
#define DRAGOMAN_IF_PDF(reader) &reader
#else
#define DRAGOMAN_IF_PDF(reader) nullptr
#endif
#ifdef DRAGOMAN_WITH_ARCHIVES
#define DRAGOMAN_IF_ARCHIVES(reader) &reader
#else
#define DRAGOMAN_IF_ARCHIVES(reader) nullptr
#endif
#if defined(DRAGOMAN_WITH_ARCHIVES) && defined(DRAGOMAN_WITH_HTML)
#define DRAGOMAN_IF_OFFICE(reader) &reader
#else
#define DRAGOMAN_IF_OFFICE(reader) nullptr
#endif
#ifdef DRAGOMAN_WITH_MAIL
#define DRAGOMAN_IF_MAIL(reader) &reader
#else
#define DRAGOMAN_IF_MAIL(reader) nullptr
#endif

constexpr Format kFormats[] = {
    {"text", " txt text log asc ", &read_text},
    {"html", " html htm xhtml shtml ", DRAGOMAN_IF_HTML(read_html)},
    {"jsonl", " jsonl ndjson json ", &read_json},
    {"feed", " rss atom ", DRAGOMAN_IF_HTML(read_feed)},
    {"xml", " xml tei akn ", DRAGOMAN_IF_HTML(read_xml)},
    {"markdown", " md markdown mkd ", DRAGOMAN_IF_MARKDOWN(read_markdown)},
    {"csv", " csv tsv tab ", &read_csv},
    {"pdf", " pdf ", DRAGOMAN_IF_PDF(read_pdf)},
    {"office", " docx docm pptx xlsx xlsm odt odp ods epub ", DRAGOMAN_IF_OFFICE(read_office)},
    {"archive", " tar zip 7z rar cpio a ", DRAGOMAN_IF_ARCHIVES(read_archive)},
    {"mail", " eml ", DRAGOMAN_IF_MAIL(read_mail)},
    {"mbox", " mbox mbx ", DRAGOMAN_IF_MAIL(read_mailbox)},
    {"warc", " warc arc wet ", &read_warc},
    {"sgml", " sgm sgml ", &read_sgml},
};

// What servers and mails call a format.
struct MediaType {
  std::string_view type;
  std::string_view format;
};
constexpr MediaType kMediaTypes[] = {
    {"text/html", "html"},
    {"application/xhtml+xml", "html"},
    {"text/plain", "text"},
    {"text/csv", "csv"},
    {"text/tab-separated-values", "csv"},
    {"text/markdown", "markdown"},
    {"message/rfc822", "mail"},
    {"application/json", "jsonl"},
    {"application/x-ndjson", "jsonl"},
    {"text/xml", "xml"},
    {"application/xml", "xml"},
    {"application/pdf", "pdf"},
};

constexpr std::size_t kLookAhead = 8 * 1024;

const Format* format_of_ending(std::string_view ending) {
  if (ending.empty()) return nullptr;
  const std::string wanted = " " + std::string(ending) + " ";
  const auto* found = std::find_if(std::begin(kFormats), std::end(kFormats), [&](const Format& f) {
    return f.endings.find(wanted) != std::string_view::npos;
  });
  return found == std::end(kFormats) ? nullptr : found;
}

const Format* format_of_media_type(std::string_view type) {
  const auto* found = std::find_if(std::begin(kMediaTypes), std::end(kMediaTypes),
                                   [type](const MediaType& m) { return m.type == type; });
  return found == std::end(kMediaTypes) ? nullptr : find_format(found->format);
}

// Reads what `packed` unpacks to.
void read_unpacked(std::string_view compression, Input& packed, Delivery& out) {
  if (!can_unpack(compression)) {
    return out.skip(packed, "compressed with " + std::string(compression) +
                                ", which this build does not unpack");
  }
  InputFacts facts = packed.facts;
  facts.file_name = without_compression_ending(facts.file_name);
  facts.path.clear();
  facts.size = 0;
  if (++facts.depth > Budget::kMostNested) return out.skip(packed, "packed too many times over");
  Input unpacked(std::move(facts), unpack(compression, packed, out.budget));
  read_input(unpacked, out);
}

}  // namespace

const Format* find_format(std::string_view name) {
  const auto* found = std::find_if(std::begin(kFormats), std::end(kFormats),
                                   [name](const Format& f) { return f.name == name; });
  return found == std::end(kFormats) ? nullptr : found;
}

FoundFormat detect_format(Input& input) {
  const std::string_view head = input.ahead(kLookAhead).substr(0, kLookAhead);
  const Format* named = format_of_media_type(input.facts.media_type);
  if (named == nullptr) named = format_of_ending(ending_of(input.facts.file_name));
  const Sniffed sniffed = sniff(head, named != nullptr ? named->name : std::string_view());
  if (!sniffed.not_a_text.empty()) return {nullptr, std::string(sniffed.not_a_text)};
  return {find_format(sniffed.format), ""};
}

// With --format archives are still walked, the format is their members'; and what is no text
// at all is not read as one.
FoundFormat choose_format(Input& input, const std::string& wanted) {
  FoundFormat found = detect_format(input);
  if (wanted == "auto" || found.format == nullptr) return found;
  const bool zip = found.format->name == "office" || found.format->name == "archive";
  if (wanted == "archive") return zip ? FoundFormat{find_format(wanted), ""} : found;
  return zip && wanted != "office" ? found : FoundFormat{find_format(wanted), ""};
}

void read_input(Input& input, Delivery& out) {
  const std::string_view head = input.ahead(kLookAhead);
  if (head.empty() && out.budget.exhausted() && !out.budget.tell_once()) return;
  if (head.empty()) return out.skip(input, input.error() ? input.error()->message : "empty");
  if (const std::string_view compression = compression_of(head); !compression.empty()) {
    return read_unpacked(compression, input, out);
  }
  const std::string& wanted = out.options.format;
  const FoundFormat found = choose_format(input, wanted);
  if (found.format == nullptr) {
    return out.skip(input, found.reason.empty() ? "no such format: " + wanted : found.reason);
  }
  if (found.format->read == nullptr) {
    return out.skip(input, "this build does not read " + std::string(found.format->name));
  }
  const std::uint64_t told_before = out.told();
  found.format->read(input, out);
  if (out.budget.exhausted() && !out.budget.tell_once()) return;
  if (input.error() && !out.stopped()) {
    out.skip(input, input.error()->message + "; what came before is indexed");
  }
  if (out.told() == told_before && !out.stopped()) out.skip(input, "nothing to index in it");
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names = {"auto"};
  for (const Format& format : kFormats) {
    if (format.read != nullptr) names.push_back(format.name);
  }
  return names;
}

}  // namespace dragoman
