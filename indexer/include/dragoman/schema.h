// The index format: every prefix, value slot and limit in one place. Prefixes follow Xapian's
// convention (one letter, or X and letters), so that stock Xapian tools can read an index.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dragoman {

// Stored in every index; another number is refused with words that say what to do.
inline constexpr std::string_view kSchemaVersion = "7";
inline constexpr const char* kSchemaKey = "dragoman.schema";
inline constexpr const char* kAnalyzerKey = "dragoman.analyzer";

// Terms.
inline constexpr std::string_view kIdPrefix = "Q";         // Qspeech-1
inline constexpr std::string_view kTitlePrefix = "S";      // Ssummit
inline constexpr std::string_view kLangPrefix = "L";       // Lru
inline constexpr std::string_view kSourcePrefix = "XSRC";  // folded value
inline constexpr std::string_view kTypePrefix = "T";
inline constexpr std::string_view kOrganizationPrefix =
    "XO";  // XO:csto at the first word of each mention
inline constexpr std::string_view kOrganizationEndPrefix =
    "XE";  // XE:csto at its last word; a position, no term
inline constexpr std::string_view kTitleEndPlace =
    "XT";  // at the last word of the title; a position, no term
inline constexpr std::string_view kIncludedPrefix =
    "XI";  // XI:au at a former name or a part of it (OAU)
inline constexpr std::string_view kLettersPrefix = "XA";  // XA:WHO, an acronym nobody decided
inline constexpr std::string_view kSymbolPrefix = "XS";   // XS:a/res/71/12, mentioned in the text
inline constexpr std::string_view kSymbolFamilyPrefix =
    "XB";  // XB:a/c.3/71/l.9 for …/L.9/Rev.1 too
inline constexpr std::string_view kOwnSymbolPrefix = "XSO";  // the document's own symbol
inline constexpr std::string_view kPersonPrefix =
    "XP";  // XP:rashid-alimov at the first word of each mention
inline constexpr std::string_view kOwnFamilyPrefix = "XBO";
inline constexpr std::string_view kMentionDatePrefix = "XD";  // XD:20161124
inline constexpr std::string_view kExtraPrefix = "XK";        // XK:country:france
inline constexpr std::string_view kFilePrefix = "XF";  // XF:12, the number of the file it came from
inline constexpr std::string_view kGroupPrefix =
    "XG";  // XG:<8 bytes>, a near copy of an earlier document

inline constexpr const char* kPlaceholderTerm = "XZ";  // live_documents.h

// What stands between prefix and value of all X… prefixes.
inline constexpr char kPrefixSeparator = ':';

// Value slots.
inline constexpr std::uint32_t kDateSlot = 0;         // "20161124", "201611", "2016"
inline constexpr std::uint32_t kContentHashSlot = 1;  // 16 bytes
inline constexpr std::uint32_t kIdSlot = 2;
inline constexpr std::uint32_t kLangSlot = 3;
inline constexpr std::uint32_t kSymbolSlot = 4;
inline constexpr std::uint32_t kOrganizationsSlot =
    5;  // ids, most mentioned first, with blanks between
inline constexpr std::uint32_t kSourceSlot = 6;
inline constexpr std::uint32_t kTypeSlot = 7;
inline constexpr std::uint32_t kGroupSlot = 8;        // 8 bytes that near copies share
inline constexpr std::uint32_t kFingerprintSlot = 9;  // by which they are found
inline constexpr std::uint32_t kCopyOfSlot =
    10;  // the id of the first of the group; empty: this one
// document_records.h. Not in Xapian's document data, which it would try to compress once more.
inline constexpr std::uint32_t kRecordsSlot = 11;  // places of terms, and a short stored record
inline constexpr std::uint32_t kStoredSlot = 12;   // a longer one
// From here on: what is long goes on in slots of its own.
inline constexpr std::uint32_t kFirstPartSlot = 64;

inline constexpr std::size_t kMaxTermBytes = 240;  // Xapian's limit is 245

// Words of a title count in the body too, this many times more often.
inline constexpr unsigned kTitleWeight = 3;

// "XO:" + "csto"; X… prefixes only, cut to kMaxTermBytes at a character's start.
std::string make_term(std::string_view prefix, std::string_view value);

// "2016-11-24T13:44" -> "20161124", "2016-11" -> "201611"; empty for what is no date.
std::string date_value(std::string_view iso);

// "Q" and the id, or a hash of an id that is too long for a term.
std::string id_term(std::string_view id);

// What a canonical symbol is indexed under: lower case, and a resolution of the Security Council
// without its year, which texts leave out.
std::string symbol_key(std::string_view symbol);
// The same for all revisions, addenda, corrigenda and parts of a document.
std::string symbol_family_key(std::string_view symbol);

// Case-folded, as the values of fields are in terms.
std::string fold_value(std::string_view value);

}  // namespace dragoman
