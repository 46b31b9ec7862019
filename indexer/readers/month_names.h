// Names of the months, in small letters, as dates in metadata and datelines write them.
#pragma once

#include <string_view>

namespace dragoman {

struct MonthName {
  std::string_view name;
  int month;
};

inline constexpr MonthName kMonthNames[] = {
    // English
    {"january", 1},
    {"february", 2},
    {"march", 3},
    {"april", 4},
    {"may", 5},
    {"june", 6},
    {"july", 7},
    {"august", 8},
    {"september", 9},
    {"october", 10},
    {"november", 11},
    {"december", 12},
    {"jan", 1},
    {"feb", 2},
    {"mar", 3},
    {"apr", 4},
    {"jun", 6},
    {"jul", 7},
    {"aug", 8},
    {"sep", 9},
    {"sept", 9},
    {"oct", 10},
    {"nov", 11},
    {"dec", 12},
    // Russian
    {"января", 1},
    {"февраля", 2},
    {"марта", 3},
    {"апреля", 4},
    {"мая", 5},
    {"июня", 6},
    {"июля", 7},
    {"августа", 8},
    {"сентября", 9},
    {"октября", 10},
    {"ноября", 11},
    {"декабря", 12},
    {"январь", 1},
    {"февраль", 2},
    {"март", 3},
    {"апрель", 4},
    {"май", 5},
    {"июнь", 6},
    {"июль", 7},
    {"август", 8},
    {"сентябрь", 9},
    {"октябрь", 10},
    {"ноябрь", 11},
    {"декабрь", 12},
    {"янв", 1},
    {"фев", 2},
    {"мар", 3},
    {"апр", 4},
    {"июн", 6},
    {"июл", 7},
    {"авг", 8},
    {"сен", 9},
    {"сент", 9},
    {"окт", 10},
    {"ноя", 11},
    {"дек", 12},
    // French
    {"janvier", 1},
    {"février", 2},
    {"fevrier", 2},
    {"mars", 3},
    {"avril", 4},
    {"mai", 5},
    {"juin", 6},
    {"juillet", 7},
    {"août", 8},
    {"aout", 8},
    {"septembre", 9},
    {"octobre", 10},
    {"novembre", 11},
    {"décembre", 12},
    {"decembre", 12},
    {"janv", 1},
    {"févr", 2},
    {"avr", 4},
    {"juil", 7},
    {"déc", 12},
    // Spanish, Portuguese, Italian
    {"enero", 1},
    {"febrero", 2},
    {"marzo", 3},
    {"abril", 4},
    {"mayo", 5},
    {"junio", 6},
    {"julio", 7},
    {"agosto", 8},
    {"septiembre", 9},
    {"setiembre", 9},
    {"octubre", 10},
    {"noviembre", 11},
    {"diciembre", 12},
    {"ene", 1},
    {"abr", 4},
    {"ago", 8},
    {"dic", 12},
    {"janeiro", 1},
    {"fevereiro", 2},
    {"março", 3},
    {"maio", 5},
    {"junho", 6},
    {"julho", 7},
    {"setembro", 9},
    {"outubro", 10},
    {"novembro", 11},
    {"dezembro", 12},
    {"gennaio", 1},
    {"febbraio", 2},
    {"aprile", 4},
    {"maggio", 5},
    {"giugno", 6},
    {"luglio", 7},
    {"settembre", 9},
    {"ottobre", 10},
    {"novembre", 11},
    {"dicembre", 12},
    // German
    {"januar", 1},
    {"jänner", 1},
    {"februar", 2},
    {"märz", 3},
    {"juni", 6},
    {"juli", 7},
    {"oktober", 10},
    {"dezember", 12},
    {"okt", 10},
    {"dez", 12},
    // Arabic, both sets of names
    {"يناير", 1},
    {"فبراير", 2},
    {"مارس", 3},
    {"أبريل", 4},
    {"ابريل", 4},
    {"نيسان", 4},
    {"مايو", 5},
    {"أيار", 5},
    {"يونيو", 6},
    {"يونيه", 6},
    {"حزيران", 6},
    {"يوليو", 7},
    {"يوليه", 7},
    {"تموز", 7},
    {"أغسطس", 8},
    {"آب", 8},
    {"سبتمبر", 9},
    {"أيلول", 9},
    {"أكتوبر", 10},
    {"اكتوبر", 10},
    {"نوفمبر", 11},
    {"ديسمبر", 12},
    {"شباط", 2},
    {"آذار", 3},
};

// Names of two words: "تشرين الثاني" is November.
struct LongMonthName {
  std::string_view first;
  std::string_view second;
  int month;
};
inline constexpr LongMonthName kLongMonthNames[] = {{"كانون", "الثاني", 1},
                                                    {"تشرين", "الأول", 10},
                                                    {"تشرين", "الثاني", 11},
                                                    {"كانون", "الأول", 12}};

// Offsets from Greenwich in minutes (RFC 822, and Moscow's).
struct ZoneName {
  std::string_view name;
  int minutes;
};
inline constexpr ZoneName kZoneNames[] = {
    {"z", 0},      {"ut", 0},     {"utc", 0},    {"gmt", 0},    {"est", -300}, {"edt", -240},
    {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420},
    {"msk", 180},  {"мск", 180},  {"cet", 60},   {"cest", 120}, {"bst", 60}};

// Words that may stand between or around the parts of a date.
inline constexpr std::string_view kDateFillers[] = {"of",   "de", "del", "do",  "the", "г",
                                                    "года", "le", "am",  "den", "от",  "on",
                                                    "el",   "di", "em",  "a"};

inline constexpr std::string_view kOrdinalEndings[] = {"st", "nd", "rd", "th", "er", "º",
                                                       "°",  "ª",  "го", "re", "eme"};

inline constexpr std::string_view kWeekdays[] = {
    "mon",      "tue",      "tues",        "wed",         "thu",      "thur",      "thurs",
    "fri",      "sat",      "sun",         "monday",      "tuesday",  "wednesday", "thursday",
    "friday",   "saturday", "sunday",      "понедельник", "вторник",  "среда",     "четверг",
    "пятница",  "суббота",  "воскресенье", "пн",          "вт",       "ср",        "чт",
    "пт",       "сб",       "вс",          "lundi",       "mardi",    "mercredi",  "jeudi",
    "vendredi", "samedi",   "dimanche",    "lunes",       "martes",   "miércoles", "jueves",
    "viernes",  "sábado",   "domingo",     "montag",      "dienstag", "mittwoch",  "donnerstag",
    "freitag",  "samstag",  "sonntag",     "星期一",      "星期二",   "星期三",    "星期四",
    "星期五",   "星期六",   "星期日"};

}  // namespace dragoman
