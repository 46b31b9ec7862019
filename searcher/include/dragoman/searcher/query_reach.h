// How far a query reaches beyond what it says.
#pragma once

namespace dragoman {

// All of it is off unless asked for.
struct QueryReach {
  bool translate = false;  // phrases of the glossary are searched in all languages of the index
  bool maybe = false;      // an organization's acronym counts where nobody decided what it means
  bool related = false;    // an organization counts with those it has to do with, EAEU with EurAsEC
};

}  // namespace dragoman
