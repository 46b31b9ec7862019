// Says which organizations and documents a text on standard input names, and where:  annotate < speech.txt
#include <cstdio>
#include <iostream>
#include <iterator>

#include <dragoman/analyzers/analyzer.h>
#include <dragoman/analyzers/gazetteer.h>

int main() {
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  dragoman::Analyzer analyzer;
  const dragoman::Analysis& analysis = analyzer.analyze(text);

  const auto words = [&text](dragoman::Span span) {
    return text.substr(span.begin, span.end - span.begin);
  };
  for (const dragoman::OrganizationMention& mention : analysis.organizations) {
    const dragoman::Organization& organization = dragoman::organization(mention.organization);
    std::cout << mention.span.begin << ' ' << words(mention.span) << " = " << organization.label
              << '\n';
  }
  for (const dragoman::SymbolMention& mention : analysis.symbols)
    std::cout << mention.span.begin << ' ' << words(mention.span) << " = " << mention.symbol
              << '\n';
  return 0;
}
