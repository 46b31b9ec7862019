#include "records.h"

#include <string>
#include <vector>

#include "dragoman/analyzers/gazetteer.h"
#include "dragoman/analyzers/people.h"
#include "dragoman/code_points.h"

namespace dragoman::python {
namespace {

namespace py = pybind11;

constexpr const char* kForms[] = {"name", "acronym", "alias", "former", "adjective"};
constexpr const char* kCertainties[] = {"possible", "probable", "certain"};

// The classes of results.py.
class Records {
 public:
  Records() : module_(py::module_::import("dragoman.results")) {}
  py::object operator[](const char* name) const { return module_.attr(name); }

 private:
  py::module_ module_;
};

// What is cut from a query may end within a letter.
py::str text_of(std::string_view text) {
  PyObject* made =
      PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace");
  if (made == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(made);
}

template <typename Things, typename Convert>
py::tuple tuple_of(const Things& things, Convert&& convert) {
  py::tuple out(things.size());
  std::size_t at = 0;
  for (const auto& thing : things) out[at++] = convert(thing);
  return out;
}

py::tuple texts_of(const std::vector<std::string>& texts) { return tuple_of(texts, text_of); }

py::tuple marks_of(const Records& records, const std::string& text,
                   const std::vector<Mark>& marks) {
  const py::object make = records["Mark"];
  const CodePoints points(text);
  return tuple_of(marks, [&](const Mark& mark) {
    return make(points.before(mark.begin), points.before(mark.end), text_of(mark.what));
  });
}

py::dict fields_of(const std::vector<ExtraField>& extra) {
  py::dict out;
  for (const ExtraField& field : extra) out[text_of(field.key)] = text_of(field.value);
  return out;
}

py::object hit_of(const Records& records, const Hit& hit) {
  const py::object part = records["MatchedPart"], passage = records["Passage"];
  return records["Hit"](
      hit.rank, text_of(hit.id), hit.score, text_of(hit.title), text_of(hit.date),
      text_of(hit.lang), text_of(hit.source), text_of(hit.url), text_of(hit.symbol),
      text_of(hit.type), fields_of(hit.extra), texts_of(hit.organizations), hit.copies,
      marks_of(records, hit.title, hit.title_marks),
      tuple_of(hit.matched,
               [&](const MatchedPart& m) { return part(text_of(m.what), m.count, m.in_title); }),
      tuple_of(hit.passages, [&](const Passage& p) {
        return passage(text_of(p.text), p.start, marks_of(records, p.text, p.marks));
      }));
}

py::dict facets_of(const Records& records, const std::vector<Facet>& facets) {
  const py::object make = records["FacetValue"];
  py::dict out;
  for (const Facet& facet : facets) {
    out[text_of(facet.field)] = tuple_of(facet.values, [&](const FacetValue& v) {
      return make(text_of(v.value), text_of(v.label), v.count);
    });
  }
  return out;
}

}  // namespace

py::object record_of(const Answer& answer) {
  const Records records;
  const py::object organization = records["QueryOrganization"], suggestion = records["Suggestion"];
  return records["Answer"](
      text_of(answer.query), text_of(answer.parsed),
      tuple_of(answer.organizations,
               [&](const QueryOrganizationLabel& o) {
                 return organization(text_of(o.id), text_of(o.text), text_of(o.label));
               }),
      tuple_of(answer.suggestions,
               [&](const Suggestion& s) {
                 return suggestion(text_of(s.query), text_of(s.reason), s.total);
               }),
      texts_of(answer.missing), texts_of(answer.notes), answer.partial, answer.total,
      answer.total_exact, answer.took_us,
      tuple_of(answer.hits, [&](const Hit& hit) { return hit_of(records, hit); }),
      facets_of(records, answer.facets));
}

py::object record_of(const MarkedDocument& shown) {
  const Records records;
  const Document& d = shown.document;
  return records["Document"](
      text_of(d.id), text_of(d.title), text_of(d.body), text_of(d.date), text_of(d.lang),
      text_of(d.source), text_of(d.url), text_of(d.symbol), text_of(d.type), fields_of(d.extra),
      marks_of(records, d.title, shown.title_marks), marks_of(records, d.body, shown.body_marks));
}

py::object record_of(const WriteSummary& s) {
  return Records()["WriteSummary"](s.added, s.changed, s.unchanged, s.moved, s.removed,
                                   s.text_bytes);
}

py::object record_of(const Skipped& s) {
  return Records()["Skipped"](text_of(s.input), s.line, text_of(s.reason));
}

py::object record_of(std::string_view text, const Analysis& analysis) {
  const Records records;
  const CodePoints points(text);
  const auto start = [&points](Span span) { return points.before(span.begin); };
  const auto end = [&points](Span span) { return points.before(span.end); };
  const auto words = [text](Span span) {
    return text_of(text.substr(span.begin, span.end - span.begin));
  };
  const py::object organization_mention = records["OrganizationMention"], span = records["Span"],
                   definition = records["Definition"], symbol = records["SymbolMention"],
                   date = records["DateMention"], person_mention = records["PersonMention"];
  return records["Annotations"](
      text_of(analysis.lang),
      tuple_of(analysis.organizations,
               [&](const OrganizationMention& m) {
                 const Organization& o = organization(m.organization);
                 return organization_mention(
                     text_of(o.id), text_of(o.label), start(m.span), end(m.span), words(m.span),
                     kForms[static_cast<int>(m.form)], kCertainties[static_cast<int>(m.certainty)]);
               }),
      tuple_of(analysis.acronyms, [&](Span s) { return span(start(s), end(s)); }),
      tuple_of(analysis.definitions,
               [&](const Definition& d) {
                 return definition(span(start(d.short_form), end(d.short_form)),
                                   span(start(d.long_form), end(d.long_form)),
                                   d.organization ? text_of(organization(*d.organization).id)
                                                  : py::object(py::none()));
               }),
      tuple_of(analysis.symbols,
               [&](const SymbolMention& m) {
                 return symbol(text_of(m.symbol), start(m.span), end(m.span), words(m.span));
               }),
      tuple_of(analysis.dates,
               [&](const DateMention& m) {
                 return date(text_of(m.from), text_of(m.to), start(m.span), end(m.span), m.inferred,
                             m.ambiguous);
               }),
      tuple_of(analysis.people, [&](const PersonMention& m) {
        const Person& p = person(m.person);
        return person_mention(text_of(p.id), text_of(p.name), start(m.span), end(m.span),
                              kCertainties[static_cast<int>(m.certainty)]);
      }));
}

}  // namespace dragoman::python
