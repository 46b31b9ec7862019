// A HitTemplate is a line that the user made up, with fields of a hit in braces:
//
//   parse_template("{date}\t{title} {{{symbol}}}\n")    ->  "2016-11-24	Summit {A/RES/71/14}"
//
// \n, \t, \0 and \\ are read as everywhere; {{ and }} are braces.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dragoman/result.h"
#include "dragoman/searcher/searcher.h"

namespace dragoman {

// "{rank}, {id}, … and {key.NAME}": the fields there are.
std::string template_fields();

class HitTemplate {
 public:
  // Errors: kUsage (an unknown field, a brace without its other).
  static Result<HitTemplate> parse(std::string_view text);

  std::string filled(const Hit& hit) const;

 private:
  struct Part {
    bool field = false;
    std::string text;  // as it is, or the field's name
  };
  std::vector<Part> parts_;
};

}  // namespace dragoman
