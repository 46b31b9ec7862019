#include "facets.h"

#include <algorithm>

#include "dragoman/analyzers/gazetteer.h"
#include "dragoman/schema.h"

namespace dragoman {

struct FacetCounter::Field {
  const char* name;
  Xapian::valueno slot;
  enum { kWhole, kYear, kWords } how;
};

const FacetCounter::Field* FacetCounter::find(const std::string& name) {
  static constexpr Field kFields[] = {{"org", kOrganizationsSlot, Field::kWords},
                                      {"year", kDateSlot, Field::kYear},
                                      {"lang", kLangSlot, Field::kWhole},
                                      {"source", kSourceSlot, Field::kWhole},
                                      {"type", kTypeSlot, Field::kWhole}};
  const Field* found = std::find_if(std::begin(kFields), std::end(kFields),
                                    [&name](const Field& f) { return name == f.name; });
  return found == std::end(kFields) ? nullptr : found;
}

Result<void> FacetCounter::check(const std::vector<std::string>& fields) {
  for (const std::string& name : fields) {
    if (find(name) == nullptr) {
      return Error{Errc::kUsage, "there is no facet '" + name + "'",
                   "facets are org, year, lang, source and type"};
    }
  }
  return {};
}

FacetCounter::FacetCounter(const std::vector<std::string>& fields) {
  for (const std::string& name : fields) counters_.push_back({find(name), {}});
}

void FacetCounter::operator()(const Xapian::Document& document, double) {
  for (Counter& counter : counters_) {
    std::string value = document.get_value(counter.field->slot);
    if (value.empty()) continue;
    if (counter.field->how == Field::kYear) value.resize(std::min<std::size_t>(4, value.size()));
    if (counter.field->how != Field::kWords) {
      ++counter.counts[value];
      continue;
    }
    for (std::size_t begin = 0; begin < value.size();) {
      const std::size_t end = std::min(value.find(' ', begin), value.size());
      ++counter.counts[value.substr(begin, end - begin)];
      begin = end + 1;
    }
  }
}

std::vector<Facet> FacetCounter::facets() const {
  std::vector<Facet> all;
  for (const Counter& counter : counters_) {
    Facet facet{counter.field->name, {}};
    const bool organizations = counter.field->how == Field::kWords;
    for (const auto& [value, count] : counter.counts) {
      const auto number = organizations ? find_organization(value) : std::nullopt;
      facet.values.push_back(
          {value, number ? std::string(organization(*number).label) : "", count});
    }
    const bool by_value = counter.field->how == Field::kYear;
    std::sort(facet.values.begin(), facet.values.end(),
              [by_value](const FacetValue& a, const FacetValue& b) {
                return by_value || a.count == b.count ? a.value < b.value : a.count > b.count;
              });
    all.push_back(std::move(facet));
  }
  return all;
}

}  // namespace dragoman
