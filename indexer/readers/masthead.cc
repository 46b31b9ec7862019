#include "readers/masthead.h"

#include <algorithm>
#include <vector>

#include "ascii.h"

namespace dragoman {
namespace {

// The organization in its six languages, and what else only such a head has.
constexpr std::string_view kMarks[] = {"United Nations",
                                       "Nations Unies",
                                       "NATIONS UNIES",
                                       "Naciones Unidas",
                                       "Организация Объединенных Наций",
                                       "联合国",
                                       "الأمم المتحدة",
                                       "UNITED NATIONS",
                                       "Distr.",
                                       "Distr:"};
// How the text of a resolution begins, right behind its title.
constexpr std::string_view kOrgans[] = {"The General Assembly",
                                        "The Security Council",
                                        "The Human Rights Council",
                                        "The Economic and Social Council",
                                        "L’Assemblée générale",
                                        "L'Assemblée générale",
                                        "Le Conseil de sécurité",
                                        "La Asamblea General",
                                        "El Consejo de Seguridad",
                                        "Генеральная Ассамблея",
                                        "Совет Безопасности",
                                        "大会，",
                                        "安全理事会，",
                                        "إن الجمعية العامة",
                                        "إن مجلس الأمن"};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
// A/RES/73/3, S/PV.7853, A/C.3/71/SR.12, CEDAW/C/GC/38, S/RES/2334 (2016).
bool is_symbol(std::string_view line) {
  constexpr std::size_t kLongest = 50;
  if (line.size() > kLongest || line.size() < 4) return false;
  const std::size_t slash = line.find('/');
  constexpr std::size_t kLongestOrgan = 8;
  if (slash == std::string_view::npos || slash == 0 || slash > kLongestOrgan) return false;
  const bool organ =
      std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(slash), is_capital);
  const bool rest =
      std::all_of(line.begin() + static_cast<std::ptrdiff_t>(slash), line.end(), [](char c) {
        return is_capital(c) || is_digit(c) || c == '/' || c == '.' || c == '-' || c == '(' ||
               c == ')' || c == ' ' || c == '*' || c == '&' || (c >= 'a' && c <= 'z');
      });
  return organ && rest && std::any_of(line.begin(), line.end(), is_digit) &&
         std::count(line.begin(), line.end(), ' ') <= 1;
}

// "73/3." or "73/3. Political declaration": gives where the number ends.
std::size_t resolution_number(std::string_view line) {
  std::size_t i = 0;
  const auto digits = [&] {
    const std::size_t begin = i;
    while (i < line.size() && is_digit(line[i])) ++i;
    return i - begin;
  };
  if (digits() == 0 || i >= line.size() || line[i++] != '/' || digits() == 0) return 0;
  if (i < line.size() && is_capital(line[i])) ++i;
  return i < line.size() && line[i] == '.' ? i + 1 : 0;
}

bool begins_resolution(std::string_view line) {
  return std::any_of(std::begin(kOrgans), std::end(kOrgans),
                     [line](std::string_view organ) { return line.starts_with(organ); });
}

std::vector<std::string_view> first_lines(std::string_view text) {
  constexpr std::size_t kMostLines = 60;
  std::vector<std::string_view> lines;
  while (!text.empty() && lines.size() < kMostLines) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(trim(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// The lines from the number on to where the text of the resolution begins.
std::string resolution_title(const std::vector<std::string_view>& lines, std::size_t number) {
  constexpr std::size_t kMostLines = 8;
  std::string title(trim(lines[number].substr(resolution_number(lines[number]))));
  for (std::size_t i = number + 1; i < std::min(lines.size(), number + kMostLines); ++i) {
    if (begins_resolution(lines[i])) return title;
    if (lines[i].empty()) continue;
    if (!title.empty()) title += ' ';
    title += lines[i];
  }
  return {};  // it does not begin where one would
}

}  // namespace

std::optional<Masthead> find_masthead(std::string_view text) {
  constexpr std::size_t kWithin = 20;  // lines
  const std::vector<std::string_view> lines = first_lines(text);
  Masthead found;
  bool marked = false;
  for (std::size_t i = 0; i < std::min(lines.size(), kWithin); ++i) {
    if (found.symbol.empty() && is_symbol(lines[i])) found.symbol = lines[i];
    marked =
        marked || std::any_of(std::begin(kMarks), std::end(kMarks),
                              [&](std::string_view mark) { return lines[i].starts_with(mark); });
  }
  if (!marked || found.symbol.empty()) return std::nullopt;
  while (found.symbol.ends_with('*')) found.symbol.pop_back();
  for (std::size_t i = 0; i < lines.size() && found.title.empty(); ++i) {
    if (resolution_number(lines[i]) > 0) found.title = resolution_title(lines, i);
  }
  return found;
}

}  // namespace dragoman
