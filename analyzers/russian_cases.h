// The case forms of Russian names, for tables that are made when the program is built.
//
//   Рашид Алимов  ->  рашида алимова, рашиду алимову, рашидом алимовым, рашиде алимове …
//
// Rules by ending (Zaliznyak's grammatical dictionary in brief); names that no rule fits are not
// declined. What is declined and what is not differs with the bearer's sex, so a name of several
// words is given with all its words declined, with the first alone, and with the last alone.
#pragma once

#include <string>
#include <vector>

namespace dragoman {

// All forms of a name, its words in plain letters (plain_text.h); the nominative first. No form
// twice.
std::vector<std::vector<std::string>> russian_forms(const std::vector<std::string>& words);

}  // namespace dragoman
