// An Analysis is what the Analyzer has to say about one text: its tokens and the
// entities it names. Plain data; every range is in bytes of the text that was given,
// half open, on UTF-8 boundaries.
//
//   text:           The SCO's summit.
//   tokens:         the[0,3)#1  sco[4,7)#2  summit[10,16)#3
//   organizations:  sco[4,7)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

// A half-open range of bytes.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

// What a token is made of.
enum class TokenKind : std::uint8_t {
  kWord,
  kNumber,
  kIdeograph,  // one Han, Kana or other character of a script written without spaces
};

// Letters of a word, as far as organizations care.
enum class LetterCase : std::uint8_t {
  kNone,      // no cased letter: numbers, Chinese, Arabic
  kLower,     // summit
  kTitle,     // Summit
  kCapitals,  // CSTO
  kMixed,     // EurAsEC
};

// A word, number or character as it is indexed. Its views live as long as the Analysis.
struct Token {
  Span span;
  std::uint32_t position = 0;  // 1, 2, 3 …; a paragraph's end leaves a gap
  TokenKind kind = TokenKind::kWord;
  LetterCase letter_case = LetterCase::kNone;
  bool shouted = false;     // stands in a line written in capitals
  std::string_view folded;  // case, accents and variants removed
  std::string_view term;    // what is indexed: the stem, or `folded` where there is none
};

// How sure it is that a name means this: probable by what stands near it, certain by itself or by the text's own words.
enum class Certainty : std::uint8_t { kPossible, kProbable, kCertain };

// How a text names an organization.
enum class NameForm : std::uint8_t { kName, kAcronym, kAlias, kFormer, kAdjective };

// Index of an organization in the Gazetteer.
using OrganizationNumber = std::uint16_t;

// An organization where the text names it.
struct OrganizationMention {
  OrganizationNumber organization = 0;
  Span span;
  std::uint32_t first_token = 0;  // indexes into Analysis::tokens
  std::uint32_t last_token = 0;
  NameForm form = NameForm::kName;
  Certainty certainty = Certainty::kCertain;
};

// "Long Form (LF)": the text itself says what a short form stands for.
struct Definition {
  Span short_form;
  Span long_form;
  std::optional<OrganizationNumber> organization =
      std::nullopt;  // that of the long form, if it is known
};

// A document's symbol, or a citation that means one.
struct SymbolMention {
  std::string symbol;  // canonical: S/RES/2334(2016)
  Span span;
};

// A calendar date or range; days as "2016-11-24", both ends included.
struct DateMention {
  std::string from;
  std::string to;
  Span span;
  bool inferred = false;   // from "on Monday" and the like
  bool ambiguous = false;  // 04/05/2016, read with its day first
};

// Index of a person in the table of people (people.h).
using PersonNumber = std::uint16_t;

// A person of the table: certain when the name is long, stands behind the title of an office, or the text also
// names the organization; probable when a name of two words says it alone, a family name stands for the whole,
// an initial for the first name, or the spelling is another one.
struct PersonMention {
  PersonNumber person = 0;
  Span span;
  std::uint32_t first_token = 0;  // indexes into Analysis::tokens
  std::uint32_t last_token = 0;
  Certainty certainty = Certainty::kCertain;
};

// A sentence, or a line that stands for one.
struct Sentence {
  std::uint32_t first_token = 0;  // index into Analysis::tokens
  Span span;
};

// All of it, in the order of the text.
struct Analysis {
  std::string lang;  // ISO 639-1 of the text as a whole; empty when unknown
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<OrganizationMention> organizations;
  std::vector<OrganizationMention>
      wholes;  // "SCO" inside "SCO Council of Heads of State": to be found and marked, not counted
  std::vector<Span> acronyms;
  std::vector<Definition> definitions;
  std::vector<SymbolMention> symbols;
  std::vector<DateMention> dates;
  std::vector<PersonMention> people;
};

}  // namespace dragoman
