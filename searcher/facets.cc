#include "facets.h"

#include <algorithm>
#include <map>
#include <utility>

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
  for (const std::string& name : fields) {
    const Field* field = find(name);
    counters_.push_back({field, std::make_unique<Xapian::ValueCountMatchSpy>(field->slot)});
  }
}

void FacetCounter::watch(Xapian::Enquire& enquire) {
  for (const Counter& counter : counters_) enquire.add_matchspy(counter.spy.get());
}

void FacetCounter::open(const Xapian::Database& shard, ValueColumns& columns) {
  for (Counter& counter : counters_) {
    close(counter);
    const Field& field = *counter.field;
    if (field.how != Field::kWords) counter.column = &columns.of(field.slot);
    counter.values = shard.valuestream_begin(field.slot);
  }
}

void FacetCounter::count(std::span<const Xapian::docid> documents) {
  for (Counter& counter : counters_) {
    if (counter.column != nullptr) {
      count_numbered(counter, documents);
    } else {
      for (const Xapian::docid document : documents) count_one(counter, document);
    }
  }
}

void FacetCounter::count_numbered(Counter& counter, std::span<const Xapian::docid> documents) {
  ValueColumn& column = *counter.column;
  std::vector<std::uint64_t>& numbered = counter.numbered;
  for (const Xapian::docid document : documents) {
    const ValueColumn::Number number = column.of(document);
    if (number == ValueColumn::kUnnumbered) {
      count_one(counter, document);
    } else {
      if (number >= numbered.size()) numbered.resize(number + std::size_t{1});
      ++numbered[number];
    }
  }
}

void FacetCounter::count_one(Counter& counter, Xapian::docid document) {
  const Xapian::ValueIterator end;
  Xapian::ValueIterator& at = counter.values;
  if (at != end) at.skip_to(document);
  if (at != end && at.get_docid() == document) ++counter.counts[*at];
}

// Counts by value what was counted by number.
void FacetCounter::close(Counter& counter) {
  for (std::size_t number = 1; number < counter.numbered.size(); ++number) {
    if (counter.numbered[number] > 0)
      counter.counts[counter.column->values()[number]] += counter.numbered[number];
  }
  counter.numbered.clear();
}

// A document's organizations are one value, its date is a day: what a facet counts is a part of it.
std::vector<FacetValue> FacetCounter::values_of(const Counter& counter) {
  std::map<std::string, std::uint64_t> counts;
  const auto add = [&](const std::string& value, std::uint64_t documents) {
    if (counter.field->how == Field::kYear) {
      counts[value.substr(0, 4)] += documents;
    } else if (counter.field->how == Field::kWhole) {
      counts[value] += documents;
    } else {
      for (std::size_t begin = 0; begin < value.size();) {
        const std::size_t end = std::min(value.find(' ', begin), value.size());
        counts[value.substr(begin, end - begin)] += documents;
        begin = end + 1;
      }
    }
  };
  for (auto it = counter.spy->values_begin(); it != counter.spy->values_end(); ++it)
    add(*it, it.get_termfreq());
  for (const auto& [value, documents] : counter.counts) add(value, documents);
  std::vector<FacetValue> values;
  for (const auto& [value, documents] : counts) {
    const auto number =
        counter.field->how == Field::kWords ? find_organization(value) : std::nullopt;
    values.push_back({value, number ? std::string(organization(*number).label) : "", documents});
  }
  return values;
}

std::vector<Facet> FacetCounter::facets() {
  std::vector<Facet> all;
  for (Counter& counter : counters_) {
    close(counter);
    Facet facet{counter.field->name, values_of(counter)};
    if (counter.field->how != Field::kYear) {
      std::stable_sort(facet.values.begin(), facet.values.end(),
                       [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
    }
    all.push_back(std::move(facet));
  }
  return all;
}

}  // namespace dragoman
