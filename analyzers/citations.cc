#include "citations.h"

#include <algorithm>
#include <array>

#include "ascii.h"
#include "resolution_numbers.h"
#include "symbol_pattern.h"
#include "symbol_text.h"

namespace dragoman {
namespace {

using enum CitedBody;

constexpr std::size_t kLongestNumber = 40;
constexpr int kFirstSlashSession = 31;  // of the General Assembly
constexpr int kMostSessions = 99;
constexpr int kSafeNumber = 100;  // smaller ones are too common to speak for themselves
constexpr int kMostCouncilResolution = 3999;
constexpr int kLateNumber =
    2900;                     // the Security Council is not there yet, the General Assembly was
constexpr int kRoughly = 20;  // sessions' first numbers are not all certain

bool is_year(int number) { return number >= 1946 && number <= 2099; }
bool looks_like_year(int number) { return number >= 1900 && number <= 2040; }

bool names_any(std::string_view text, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [text](std::string_view name) {
    return text.find(name) != std::string_view::npos;
  });
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (!is_digit(c)) break;
    value = value * 10 + (c - '0');
  }
  return value;
}

// Behind a number: no letter, no digit, no "/3" of a date, no ".5" or ",000" of a quantity, no
// percent sign.
bool ends_number(std::string_view chars, std::size_t at) {
  const char next = at < chars.size() ? chars[at] : kOtherSign;
  const char then = at + 1 < chars.size() ? chars[at + 1] : kOtherSign;
  const bool letter =
      (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z') || next == kOtherLetter;
  if (letter || is_digit(next) || next == '%' || next == '_') return false;
  if (next == '/' || next == ':') return !is_digit(then);
  return !((next == '.' || next == ',') && is_digit(then));
}

// "1236 (XU)" is a Roman numeral that the scan spoiled: the number alone would mislead.
bool before_spoiled_numeral(std::string_view chars, std::size_t at) {
  constexpr std::string_view kBegins = "IVXL";
  constexpr std::size_t kMost = 8;
  if (at < chars.size() && chars[at] == ' ') ++at;
  if (at + 1 >= chars.size() || chars[at] != '(' ||
      kBegins.find(chars[at + 1]) == std::string_view::npos)
    return false;
  const std::size_t close = chars.find(')', at);
  return close != std::string_view::npos && close - at <= kMost;
}

std::string council_resolution(const CitedNumber& number) { return "S/RES/" + number.text; }

std::string assembly_resolution_by_number(int number) {
  const int session = assembly_session_of(number);
  if (session == 0) return {};
  return "A/RES/" + std::to_string(number) + "(" + roman_numeral(session) + ")";
}

std::string pair_symbol(const CitedNumber& number, const CitedAs& as) {
  const std::string act = as.act == CitedAct::kDecision ? "DEC/" : "RES/";
  if (is_year(number.first)) {
    if (as.body == kHumanRightsCommission) return "E/CN.4/" + act + number.text;
    const bool economic = as.body == kEcosoc || as.body == kCouncil;
    const bool unnamed =
        (as.body == kNone || as.body == kUnitedNations) && as.act == CitedAct::kResolution;
    return economic || unnamed ? "E/" + act + number.text : std::string();
  }
  if (number.first < 1 || number.first > kMostSessions) return {};
  switch (as.body) {
    case kHumanRightsCouncil:
    case kCouncil:
      return "A/HRC/" + act + number.text;
    case kEnvironmentAssembly:
      return "UNEP/EA." + std::to_string(number.first) + (act[0] == 'D' ? "/Dec." : "/Res.") +
             std::to_string(number.second);
    case kNone:
    case kUnitedNations:
    case kGeneralAssembly:
      return number.first >= kFirstSlashSession ? "A/" + act + number.text : std::string();
    default:
      return {};
  }
}

std::string year_symbol(const CitedNumber& number, const CitedAs& as, CitingText& text) {
  if (as.act == CitedAct::kDecision) return {};
  const bool of_council = is_council_resolution_of(number.first, number.second);
  switch (as.body) {
    case kCouncilOfEurope:
      return "PACE/RES/" + number.text;
    case kGeneralAssembly:
      return assembly_resolution_by_number(number.first);
    case kSecurityCouncil:
    case kCouncil:
    case kUnitedNations:
      return council_resolution(number);
    case kNone:
      if (!of_council && text.names_parliamentary_assembly()) return "PACE/RES/" + number.text;
      return council_resolution(number);
    default:
      return {};
  }
}

// Which of the two bodies that number so adopted it. The Economic and Social Council adopted some
// 26 resolutions a session, the General Assembly many more; small numbers that fit neither are of
// somebody else.
std::string_view old_series(const CitedNumber& number) {
  constexpr int kLastAssemblySession = 30;
  constexpr int kMostASession = 45;
  constexpr int kOnlyAssembly = 1000;
  if (number.special || (number.second <= kLastAssemblySession && number.first >= kOnlyAssembly))
    return "A/RES/";
  if (number.second > kLastAssemblySession) return "E/RES/";
  if (number.first >= first_resolution_of_session(number.second) - kRoughly) return "A/RES/";
  return number.first >= kSafeNumber && number.first <= kMostASession * number.second ? "E/RES/"
                                                                                      : "";
}

std::string old_symbol(const CitedNumber& number, const CitedAs& as) {
  if (as.act == CitedAct::kDecision) return {};
  switch (as.body) {
    case kEcosoc:
      return "E/RES/" + number.text;
    case kTrusteeshipCouncil:
      return "T/RES/" + number.text;
    case kGeneralAssembly:
      return "A/RES/" + number.text;
    case kNone:
    case kCouncil:
    case kUnitedNations: {
      const std::string_view series = old_series(number);
      return series.empty() ? std::string() : std::string(series) + number.text;
    }
    default:
      return {};
  }
}

// "UN resolution 2758 of 1971": the year tells whose it is.
std::string by_year_said(const CitedNumber& number, const CitedAs& as) {
  constexpr int kYearBeforeSession = 1945;
  const int session = assembly_session_of(number.first);
  const int year_of_session = as.year - kYearBeforeSession;
  const bool of_assembly = session > 0 &&
                           (year_of_session == session || year_of_session == session + 1) &&
                           !is_council_resolution_of(number.first, as.year);
  return of_assembly || number.first >= kLateNumber ? assembly_resolution_by_number(number.first)
                                                    : council_resolution(number);
}

std::string plain_symbol(const CitedNumber& number, const CitedAs& as, CitingText& text) {
  if (as.act == CitedAct::kDecision || number.first > kMostCouncilResolution) return {};
  switch (as.body) {
    case kSecurityCouncil:
      return council_resolution(number);
    case kGeneralAssembly:
      return number.first >= kSafeNumber ? assembly_resolution_by_number(number.first)
                                         : std::string();
    case kCouncil:
      return number.first >= kSafeNumber ? council_resolution(number) : std::string();
    case kUnitedNations:
      return number.first >= kSafeNumber ? by_year_said(number, as) : std::string();
    case kNone: {
      const bool likely =
          number.first >= kSafeNumber && (as.in_query || !looks_like_year(number.first));
      return likely && (as.in_query || text.names_united_nations()) ? by_year_said(number, as)
                                                                    : std::string();
    }
    default:
      return {};
  }
}

}  // namespace

CitedNumber read_number(std::string_view text, std::size_t at, bool any_case) {
  static thread_local SymbolText stretch;
  stretch.read(text, at, at + kLongestNumber);
  const std::string_view chars = stretch.chars();
  struct Form {
    const char* pattern;
    NumberForm form;
  };
  constexpr Form kForms[] = {{"# (~)", NumberForm::kYear},
                             {"=", NumberForm::kOld},
                             {"#/#&", NumberForm::kPair},
                             {"#", NumberForm::kPlain}};
  for (const Form& form : kForms) {
    CitedNumber number;
    const std::size_t end = match_symbol(form.pattern, chars, 0, any_case, number.text);
    if (end == 0 || !ends_number(chars, end)) continue;
    if (form.form == NumberForm::kPlain && before_spoiled_numeral(chars, end)) continue;
    number.form = form.form;
    number.first = value_of(number.text);
    number.end = stretch.end_of(end - 1);
    const std::size_t sign = number.text.find_first_of("(/");
    if (sign != std::string::npos) {
      std::string_view second = std::string_view(number.text).substr(sign + 1);
      number.second = value_of(second);
      if (form.form == NumberForm::kOld) {
        number.special = second.find('-') < second.find(')');
        second = second.substr(0, second.find(')'));
        if (number.special) second.remove_prefix(second.find('-') + 1);
        number.second = roman_value(second);
      }
    }
    return number;
  }
  return {};
}

bool CitingText::names_united_nations() {
  if (!united_nations_) {
    united_nations_ = names_any(text_, {"Security Council",
                                        "SECURITY COUNCIL",
                                        "United Nations",
                                        "UNITED NATIONS",
                                        "U.N.",
                                        "UNSC",
                                        "ecurité de l'ONU",
                                        "onseil de sécurité",
                                        "onsejo de Seguridad",
                                        "Nations Unies",
                                        "Naciones Unidas",
                                        "овета Безопасности",
                                        "овет Безопасности",
                                        "овета безопасности",
                                        "овет безопасности",
                                        "овбез",
                                        "ООН",
                                        "مجلس الأمن",
                                        "مجلس الامن",
                                        "الأمم المتحدة",
                                        "الامم المتحدة",
                                        "安全理事会",
                                        "安理会",
                                        "联合国",
                                        "安理會",
                                        "聯合國"});
  }
  return *united_nations_;
}

bool CitingText::names_parliamentary_assembly() {
  if (!parliamentary_assembly_) {
    parliamentary_assembly_ =
        names_any(text_, {"PACE", "P.A.C.E.", "Parliamentary Assembly of the Council of Europe",
                          "ПАСЕ", "APCE", "ssemblée parlementaire du Conseil de l",
                          "samblea Parlamentaria del Consejo de Europa"});
  }
  return *parliamentary_assembly_;
}

bool CitingText::names_health_organization() {
  if (!health_organization_) {
    health_organization_ =
        names_any(text_, {"WHO", "World Health", "WHA", "WORLD HEALTH", "OMS",
                          "ondiale de la Santé", "undial de la Salud", "ВОЗ", "дравоохранения",
                          "世界卫生", "世卫", "الصحة العالمية"});
  }
  return *health_organization_;
}

std::string cited_symbol(const CitedNumber& number, const CitedAs& as, CitingText& text) {
  constexpr int kMostPart = 999;
  switch (number.form) {
    case NumberForm::kPair:
      return number.second >= 1 && number.second <= kMostPart ? pair_symbol(number, as)
                                                              : std::string();
    case NumberForm::kYear:
      return year_symbol(number, as, text);
    case NumberForm::kOld:
      return old_symbol(number, as);
    case NumberForm::kPlain:
      return number.first > 0 ? plain_symbol(number, as, text) : std::string();
    case NumberForm::kNone:
      break;
  }
  return {};
}

bool speaks_for_itself(const CitedNumber& number) {
  if (number.first < kSafeNumber || looks_like_year(number.first)) return false;
  if (number.form == NumberForm::kYear)
    return is_council_resolution_of(number.first, number.second);
  return number.form == NumberForm::kOld && !number.special &&
         assembly_session_of(number.first) == number.second;
}

}  // namespace dragoman
