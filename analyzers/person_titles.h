// Words that stand before the names of people: facts, in tables. All are folded (fold.h); a pair of
// words has one blank between them.
#pragma once

#include <string_view>

namespace dragoman {

// Words of offices, which countries and companies have as well.
inline constexpr std::string_view kOffices[] = {
    "general", "secretary", "director", "president", "chairman", "chairperson", "commissioner",
    "administrator", "prosecutor", "chief", "generale", "secretaire", "directeur", "directrice",
    "presidente", "presidenta", "directora", "secretario", "secretaria", "генсек", "генсека",
    "генсеку", "генсеком", "генсеке", "генсекретарь", "генсекретаря", "генсекретарем",
    "секретарь", "секретаря", "секретарю", "секретарем", "секретаре", "исполсекретарь",
    "директор", "директора", "директору", "директором", "глава", "главы", "главой", "президент",
    "президента", "президентом", "председатель", "председателя", "председателем", "комиссар",
    "комиссара", "комиссаром", "العام", "المدير", "الرييس", "رييس", "مدير", "الامين", "長", "长",
    "席", "员", "干", "事", "裁", "官", "理"};
// Those of organizations alone; "general" only behind "secretary" or "director".
inline constexpr std::string_view kOwnOffices[] = {
    "secretary general", "director general", "secretaire general", "directeur general",
    "directrice generale", "secretario general", "director general", "генсек", "генсека",
    "генсеку", "генсеком", "генсеке", "генсекретарь", "генсекретаря", "генсекретарем",
    "исполсекретарь", "генеральный секретарь", "генерального секретаря",
    "генеральным секретарем", "генеральному секретарю", "الامين العام", "للامين العام", "书 长",
    "干 事"};
inline constexpr std::string_view kCourtesies[] = {
    "mr", "mrs", "ms", "dr", "sir", "m", "mme", "sr", "sra", "господин", "господина",
    "господину", "господином", "госпожа", "г", "السيد", "السيده"};

}  // namespace dragoman
