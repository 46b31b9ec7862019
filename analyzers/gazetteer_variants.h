// Other ways to write a name, by rule: where a name contains the name of another organization, that
// may stand shortened, in the same language.
//
//   United Nations Mission in South Sudan         UN Mission in South Sudan
//   Миссия Организации Объединенных Наций в …     Миссия ООН в …
//   Cour de l'Union économique eurasiatique       Cour de l'UEEA
//
// and, in English, "OSCE Permanent Council" is also "Permanent Council of the OSCE".
// Works on the words' keys, so that endings do not matter. Used at build time only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace dragoman {

using Keys = std::vector<std::string>;

class NameShortener {
 public:
  NameShortener();

  // `acronym` stands for `name` in this language. The first one learnt for a name counts.
  void learn(const std::string& lang, const Keys& name, const Keys& acronym);

  // Every name that `name` gives with one name inside it shortened or moved. Never the name or the
  // short form alone.
  std::vector<Keys> variants(const std::string& lang, const Keys& name) const;

 private:
  std::map<std::pair<std::string, Keys>, Keys> short_forms_;
  std::set<std::string> english_acronyms_;
};

}  // namespace dragoman
