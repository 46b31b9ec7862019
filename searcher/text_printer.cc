// Answers for people: titles, where from, and passages with the words found.
#include <algorithm>
#include <cstdio>

#include "palette.h"
#include "printer.h"
#include "terminal_text.h"

namespace dragoman {
namespace {

constexpr unsigned kIndent = 4;
constexpr std::size_t kMostFacetValues = 12;

std::string with_thousands(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

class TextPrinter : public Printer {
 public:
  TextPrinter(const SearchOptions& options, bool color, unsigned width)
      : options_(options), palette_(color ? kColored : kPlain), width_(width) {}

  std::string print(const Answer& answer, const std::optional<std::string>& id) override {
    std::string out;
    if (!options_.batch.empty())
      out += dim((id ? *id + "  " : "") + plain_line(answer.query)) + "\n";
    if (options_.request.compiled) out += explanation(answer);
    out += summary(answer);
    for (const std::string& note : answer.notes) out += dim("note: " + plain_line(note)) + "\n";
    if (answer.total == 0 && !answer.missing.empty() &&
        (answer.suggestions.empty() || answer.suggestions[0].reason.starts_with("without"))) {
      std::string words;
      for (const std::string& word : answer.missing)
        words += (words.empty() ? "" : ", ") + plain_line(word);
      out += dim("not in the index: " + words) + "\n";
    }
    for (const Suggestion& one : answer.suggestions) {
      out += dim("try: ") + plain_line(one.query) +
             dim(" – " + with_thousands(one.total) + (one.total == 1 ? " document" : " documents") +
                 (one.reason.empty() ? "" : "; " + plain_line(one.reason))) +
             "\n";
    }
    for (const Hit& hit : answer.hits) out += "\n" + shown(hit);
    for (const Facet& facet : answer.facets) {
      const bool timeline = options_.timeline && facet.field == "year";
      out += "\n" + (timeline ? drawn(facet) : listed(facet));
    }
    return out;
  }

 private:
  std::string dim(const std::string& text) const { return palette_.dim + text + palette_.off; }

  std::string summary(const Answer& answer) const {
    std::string text;
    if (answer.total == 0) {
      text = "no documents";
    } else if (answer.total == 1) {
      text = "1 document";
    } else {
      text = (answer.total_exact ? "" : "about ") + with_thousands(answer.total) + " documents";
      if (answer.hits.size() < answer.total && !answer.hits.empty()) {
        text += ", " + std::to_string(answer.hits.front().rank) + "–" +
                std::to_string(answer.hits.back().rank) + " shown";
      }
    }
    char took[32];
    std::snprintf(took, sizeof took, " (%.1f ms)", static_cast<double>(answer.took_us) / 1000);
    std::string out = dim(text + took) + "\n";
    for (const QueryOrganizationLabel& o : answer.organizations) {
      out += dim(plain_line(o.text) + " = " + o.label + " (org:" + o.id + ")") + "\n";
    }
    return out;
  }

  std::string explanation(const Answer& answer) const {
    return dim("query:  " + plain_line(answer.parsed)) + "\n" +
           dim("xapian: " + plain_line(answer.compiled)) + "\n";
  }

  std::string shown(const Hit& hit) const {
    std::string number = std::to_string(hit.rank);
    number.insert(0, number.size() < 2 ? 2 - number.size() : 0, ' ');
    const TextStyle title_style{palette_.off + palette_.mark, palette_.off + palette_.title};
    const TextStyle passage_style{palette_.mark, palette_.off};
    const bool titled = !hit.title.empty();
    std::string title =
        filled(titled ? hit.title : hit.id, titled ? hit.title_marks : std::vector<Mark>(), width_,
               kIndent, palette_.mark.empty() ? TextStyle{} : title_style);
    title.replace(0, std::min<std::size_t>(kIndent, title.size()), number + "  ");
    std::string out = palette_.title + title;
    out.insert(out.size() - (out.ends_with('\n') ? 1 : 0), palette_.off);
    out += std::string(kIndent, ' ') + dim(cut_to(details(hit), width_ - kIndent)) + "\n";
    for (const Passage& passage : hit.passages) {
      const std::string_view before = passage.start > 0 ? "… " : "";
      out += filled(std::string(before) + passage.text, moved(passage.marks, before.size()), width_,
                    kIndent, passage_style);
    }
    return out;
  }

  // "csto 5×, summit 2×"
  static std::string reasons(const Hit& hit) {
    std::string out;
    for (const MatchedPart& part : hit.matched) {
      out += (out.empty() ? "" : ", ") + part.what + " " + std::to_string(part.count) + "×";
    }
    return out;
  }

  static std::string details(const Hit& hit) {
    std::string out;
    const auto add = [&out](const std::string& text) {
      if (!text.empty()) out += (out.empty() ? "" : " · ") + text;
    };
    for (const std::string* field : {&hit.symbol, &hit.date, &hit.source, &hit.type, &hit.lang})
      add(*field);
    if (hit.copies > 0) add(std::to_string(hit.copies) + " copies");
    add(reasons(hit));
    if (!hit.title.empty() || out.empty()) add(hit.id);  // last: it may be long, and is cut then
    return out;
  }

  std::string listed(const Facet& facet) const {
    std::string out = palette_.title + facet.field + palette_.off + "\n";
    std::size_t shown = 0;
    for (const FacetValue& value : facet.values) {
      if (++shown > kMostFacetValues && facet.field != "year") {
        out += dim("    and " + std::to_string(facet.values.size() - kMostFacetValues) + " more") +
               "\n";
        break;
      }
      std::string count = with_thousands(value.count);
      count.insert(0, count.size() < 8 ? 8 - count.size() : 0, ' ');
      const std::string label =
          value.label.empty() ? value.value : value.value + " – " + value.label;
      out += count + "  " + cut_to(label, width_ > 30 ? width_ - 10 : 20) + "\n";
    }
    return out;
  }

  // A bar a year; years without matches between them have an empty one.
  std::string drawn(const Facet& facet) const {
    if (facet.values.empty()) return {};
    std::uint64_t most = 1;
    for (const FacetValue& value : facet.values) most = std::max(most, value.count);
    const unsigned room = width_ > 40 ? std::min(60u, width_ - 20) : 20;
    std::string out;
    int last = 0;
    for (const FacetValue& value : facet.values) {
      const int year = std::atoi(value.value.c_str());
      for (int gap = last + 1; last != 0 && gap < year && year - last < 200; ++gap)
        out += std::to_string(gap) + "\n";
      last = year;
      const auto length = static_cast<unsigned>((value.count * room + most - 1) / most);
      out += value.value + " ";
      for (unsigned i = 0; i < length; ++i) out += "▇";
      out += " " + with_thousands(value.count) + "\n";
    }
    return out;
  }

  const SearchOptions& options_;
  Palette palette_;
  unsigned width_;
};

}  // namespace

std::unique_ptr<Printer> make_text_printer(const SearchOptions& options, bool color,
                                           unsigned width) {
  return std::make_unique<TextPrinter>(options, color, width);
}

}  // namespace dragoman
