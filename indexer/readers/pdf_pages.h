// The pages of a PDF's text as one text: what stands at the head or foot of every page is kept
// once, page numbers go, sentences that run over a page's end stay together.
#pragma once

#include <string>
#include <string_view>

namespace dragoman {

// `text`: pages parted by form feeds, lines by LF.
std::string join_pages(std::string_view text);

// Whether `text` is letters that mean nothing, as from a PDF whose fonts do not say what they
// show: hardly a word in it has letters of one alphabet, in small letters or capitals, and no
// signs in between.
bool is_gibberish(std::string_view text);

std::size_t count_letters(std::string_view text);

}  // namespace dragoman
