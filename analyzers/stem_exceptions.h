// Words that Snowball would throw together with words of another meaning, and spellings of
// one word that it would keep apart.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

// The stem of an English word that must not be left to Snowball; empty for all others.
std::string_view english_exception(std::string_view word);

// The stem of a Russian noun whose nominative Snowball takes for a verb (визит, режим, обмен) and cuts
// shorter than the other cases; empty for all others.
std::string_view russian_exception(std::string_view word);

// British spellings in American form: organisation, labour, centre, programme.
std::string american_spelling(std::string_view word);

// Accents that people leave out where the suffix tells them: cooperacion, securite.
std::string restored_spanish(std::string_view word);
std::string restored_french(std::string_view word);

}  // namespace dragoman
