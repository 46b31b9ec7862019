#include "resolution_numbers.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace dragoman {
namespace {

constexpr int kFirstNumbered = 1946;
// The last resolution of each year from 1946.
constexpr std::uint16_t kLastOfYear[] = {15,   37,   66,   78,   89,   96,   98,   103,
                                         105,  110,  121,  126,  131,  132,  160,  170,  // 1961
                                         177,  185,  199,  219,  232,  244,  262,  275,
                                         291,  307,  324,  344,  366,  384,  402,  422,  // 1977
                                         443,  461,  484,  499,  528,  545,  559,  580,
                                         593,  606,  626,  646,  683,  725,  799,  892,  // 1993
                                         969,  1035, 1092, 1146, 1219, 1284, 1334, 1386,
                                         1454, 1521, 1580, 1651, 1738, 1794, 1859, 1907,  // 2009
                                         1966, 2032, 2085, 2132, 2195, 2259, 2336, 2397,
                                         2451, 2503, 2560, 2617, 2671, 2721, 2767};  // 2024

struct Session {
  std::uint16_t first, last;
};
// Regular sessions; numbers between them are of special sessions.
constexpr Session kSessions[] = {
    {1, 103},     {108, 184},   {190, 287},   {288, 365},   {366, 501},   {502, 610},
    {611, 713},   {714, 809},   {810, 904},   {905, 995},   {1009, 1146}, {1147, 1236},
    {1238, 1349}, {1350, 1473}, {1475, 1621}, {1623, 1754}, {1755, 1873}, {1881, 1992},
    {1993, 2006}, {2007, 2132}, {2133, 2247}, {2258, 2379}, {2380, 2493}, {2494, 2606},
    {2607, 2750}, {2751, 2903}, {2904, 3049}, {3050, 3200}, {3203, 3361}, {3363, 3541}};

}  // namespace

bool is_council_resolution_of(int number, int year) {
  const int index = year - kFirstNumbered;
  if (index < 0 || number < 1) return false;
  constexpr int kYears = static_cast<int>(std::size(kLastOfYear));
  if (index >= kYears) {
    constexpr int kMostAYear = 120;
    return number > kLastOfYear[kYears - 1] &&
           number <= kLastOfYear[kYears - 1] + kMostAYear * (index - kYears + 1);
  }
  return number <= kLastOfYear[index] && (index == 0 || number > kLastOfYear[index - 1]);
}

int assembly_session_of(int number) {
  const auto* found =
      std::find_if(std::begin(kSessions), std::end(kSessions),
                   [number](const Session& s) { return number >= s.first && number <= s.last; });
  return found == std::end(kSessions) ? 0 : static_cast<int>(found - std::begin(kSessions)) + 1;
}

int first_resolution_of_session(int session) {
  return session >= 1 && session <= static_cast<int>(std::size(kSessions))
             ? kSessions[session - 1].first
             : 0;
}

}  // namespace dragoman
