// Keys of names, so that the spellings of different romanizations and of Cyrillic meet:
//
//   Алимов, Alimov, Alymov                      ->  lmf      romanized: alimov, alimov, alimov
//   Бордюжа, Bordyuzha, Bordyuja, Bordiouja     ->  prtj     romanized: bordiuja (all four)
//   Пан, Ban                                    ->  pn       romanized: pan, ban
//
// The romanized form is plain (plain_text.h) Latin with the digraphs of English, French, German and
// Spanish romanizations made one: zh dj ch sh sch tch -> j, ou oo -> u, kh -> h, y -> i, ph -> f,
// doubled letters single. The key is what is left without vowels when voiced and voiceless
// consonants are one: b p, d t, g k c q, v f w, z s; a vowel at the front stays as 'a' where the
// rest is shorter than three letters. It is coarse on purpose: two names are taken for one only if
// the keys agree and the romanized forms are near.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

// Of one word in Latin or Cyrillic letters; empty for other scripts.
std::string romanized_name(std::string_view word);
std::string name_key(std::string_view word);

// Whether two romanized forms differ in no more letters than spellings of one name do.
bool near_names(std::string_view romanized, std::string_view other);

}  // namespace dragoman
