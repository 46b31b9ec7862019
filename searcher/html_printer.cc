// Answers as one self-contained page of HTML. Nothing of a document is markup in it, links go to the web only, and
// each text is isolated in its direction.
#include <array>

#include "printer.h"
#include "terminal_text.h"

namespace dragoman {
namespace {

constexpr const char* kHead =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Dragoman</title>\n<style>\n"
    "body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; "
    "padding: 0 1rem; color-scheme: light dark }\n"
    "article { margin: 1.5rem 0 } h2 { font-size: 1.1rem; margin: 0 }\n"
    "p { margin: .3rem 0 } .about, .note { opacity: .7; font-size: .9rem }\n"
    "mark { background: #fe8; color: #000 } table { border-spacing: .8rem 0 }\n"
    "td:first-child { text-align: right }\n</style>\n</head>\n<body>\n";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : without_commands(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string with_marks(std::string_view text, const std::vector<Mark>& marks) {
  std::string out;
  std::size_t at = 0;
  for (const Mark& mark : marks) {
    out += escaped(text.substr(at, mark.begin - at)) + "<mark title=\"" + escaped(mark.what) +
           "\">" + escaped(text.substr(mark.begin, mark.end - mark.begin)) + "</mark>";
    at = mark.end;
  }
  return out + escaped(text.substr(at));
}

// javascript: and its kin are text.
bool leads_to_web(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

std::string isolated(const std::string& html) { return "<bdi>" + html + "</bdi>"; }

std::string paragraph(const char* kind, const std::string& html) {
  return std::string("<p class=\"") + kind + "\">" + html + "</p>\n";
}

class HtmlPrinter : public Printer {
 public:
  std::string begin() override { return kHead; }

  std::string print(const Answer& answer, const std::optional<std::string>& id) override {
    std::string out = "<section>\n<h1 dir=\"auto\">" + (id ? escaped(*id) + " " : std::string()) +
                      escaped(answer.query) + "</h1>\n";
    out += paragraph("about", (answer.total_exact ? "" : "about ") + std::to_string(answer.total) +
                                  (answer.total == 1 ? " document" : " documents"));
    for (const QueryOrganizationLabel& o : answer.organizations)
      out += paragraph("note", isolated(escaped(o.text)) + " = " + escaped(o.label));
    for (const std::string& note : answer.notes) out += paragraph("note", escaped(note));
    for (const Suggestion& one : answer.suggestions)
      out +=
          paragraph("note", "try: " + isolated(escaped(one.query)) + " – " + escaped(one.reason));
    for (const Hit& hit : answer.hits) out += article(hit);
    for (const Facet& facet : answer.facets) out += table(facet);
    return out + "</section>\n";
  }

  std::string end() override { return "</body>\n</html>\n"; }

 private:
  static std::string article(const Hit& hit) {
    const bool titled = !hit.title.empty();
    std::string title = titled ? with_marks(hit.title, hit.title_marks) : escaped(hit.id);
    if (leads_to_web(hit.url)) title = "<a href=\"" + escaped(hit.url) + "\">" + title + "</a>";
    std::string out = "<article" + attribute("lang", hit.lang) + ">\n<h2 dir=\"auto\">" + title +
                      "</h2>\n" + paragraph("about", details(hit));
    for (const Passage& passage : hit.passages) {
      out += "<p dir=\"auto\">" + std::string(passage.start > 0 ? "… " : "") +
             with_marks(passage.text, passage.marks) + "</p>\n";
    }
    return out + "</article>\n";
  }

  static std::string attribute(const char* name, const std::string& value) {
    return value.empty() ? "" : std::string(" ") + name + "=\"" + escaped(value) + "\"";
  }

  static std::string details(const Hit& hit) {
    std::string out;
    for (const std::string* field :
         {&hit.symbol, &hit.date, &hit.source, &hit.type, &hit.lang, &hit.id}) {
      if (!field->empty()) out += (out.empty() ? "" : " · ") + isolated(escaped(*field));
    }
    if (hit.copies > 0) out += " · " + std::to_string(hit.copies) + " copies";
    return out;
  }

  static std::string table(const Facet& facet) {
    std::string out = "<h2>" + escaped(facet.field) + "</h2>\n<table>\n";
    for (const FacetValue& value : facet.values) {
      out += "<tr><td>" + std::to_string(value.count) + "</td><td>" +
             isolated(escaped(value.value)) +
             (value.label.empty() ? "" : " – " + escaped(value.label)) + "</td></tr>\n";
    }
    return out + "</table>\n";
  }
};

}  // namespace

std::unique_ptr<Printer> make_html_printer() { return std::make_unique<HtmlPrinter>(); }

}  // namespace dragoman
