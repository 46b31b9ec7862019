#include "dragoman/analyzers/analyzer.h"

#include "dragoman/analyzers/analysis_json.h"
#include "guard.h"

struct dragoman_analyzer {
  dragoman::Analyzer analyzer;
};

using dragoman::Result;
namespace c = dragoman::c;

dragoman_status dragoman_analyzer_open(dragoman_analyzer** analyzer) {
  return c::guarded(analyzer, [&]() -> Result<void> {
    if (analyzer == nullptr) return c::missing("analyzer");
    *analyzer = new dragoman_analyzer;
    return {};
  });
}

void dragoman_analyzer_close(dragoman_analyzer* analyzer) { delete analyzer; }

dragoman_status dragoman_annotate(dragoman_analyzer* analyzer, const char* text, size_t length,
                                  const char* lang, const char* date, char** annotations) {
  return c::guarded(annotations, [&]() -> Result<void> {
    if (analyzer == nullptr) return c::missing("analyzer");
    if (text == nullptr && length > 0) return c::missing("text");
    if (annotations == nullptr) return c::missing("annotations");
    const std::string_view given(text, length);
    const std::string language = c::text_of(lang), day = c::text_of(date);
    const dragoman::Analysis& analysis = analyzer->analyzer.analyze(given, language, day);
    *annotations = c::copy(dragoman::analysis_json(given, analysis));
    return {};
  });
}
