#include "highlighter.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "dragoman/analyzers/analyzer.h"

namespace dragoman {
namespace {

constexpr std::size_t kMostSentenceBytes = 2000;  // of one without an end
constexpr double kRepeated = 0.1;  // what another occurrence counts of its marker's weight
constexpr double kMostRepeats = 4;
constexpr double kEarly = 0.3;  // the lead says what a text is about

// Sentences [first, last] of the body.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
  double score = 0;
};

class Chooser {
 public:
  Chooser(const StoredDocument& stored, const std::vector<Occurrence>& occurrences,
          const std::vector<Marker>& markers)
      : sentences_(stored.sentences), markers_(markers) {
    for (const Occurrence& occurrence : occurrences) {
      const std::size_t sentence = sentences_.at(occurrence.position);
      if (sentence < sentences_.size() && !sentences_[sentence].in_title)
        places_.push_back({sentence, occurrence.marker});
    }
  }

  std::vector<Window> best(unsigned most) const {
    std::vector<Window> all = windows();
    std::stable_sort(all.begin(), all.end(),
                     [](const Window& a, const Window& b) { return a.score > b.score; });
    std::vector<Window> chosen;
    for (const Window& window : all) {
      if (chosen.size() >= most) break;
      const bool apart = std::all_of(chosen.begin(), chosen.end(), [&window](const Window& other) {
        return window.last < other.first || window.first > other.last;
      });
      if (apart) chosen.push_back(window);
    }
    return chosen;
  }

 private:
  struct Place {
    std::size_t sentence;
    std::size_t marker;
  };

  // The longest window that begins at the sentence of places_[from].
  Window window_from(std::size_t from) const {
    Window window{places_[from].sentence, places_[from].sentence, 0};
    const std::uint32_t begin = sentences_[window.first].begin;
    while (window.last + 1 < sentences_.size() &&
           sentences_[window.last + 1].end - begin <= kPassageBytes)
      ++window.last;
    std::vector<double> seen(markers_.size(), 0);
    std::size_t last_used = window.first;
    for (std::size_t i = from; i < places_.size() && places_[i].sentence <= window.last; ++i) {
      double& times = seen[places_[i].marker];
      const double weight = markers_[places_[i].marker].weight;
      if (times == 0) last_used = places_[i].sentence;
      window.score += times == 0 ? weight : times <= kMostRepeats ? kRepeated * weight : 0;
      ++times;
    }
    window.last = std::max(last_used, trimmed(window.first, last_used, window.last));
    window.score += kEarly / (1.0 + static_cast<double>(window.first) / 8);
    return window;
  }

  // A passage that has its matches early may go on a little, for the reader's sake.
  std::size_t trimmed(std::size_t first, std::size_t used, std::size_t last) const {
    constexpr std::size_t kEnough = kPassageBytes / 2;
    while (used < last && sentences_[used].end - sentences_[first].begin < kEnough) ++used;
    return used;
  }

  std::vector<Window> windows() const {
    std::vector<Window> all;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (i == 0 || places_[i].sentence != places_[i - 1].sentence) all.push_back(window_from(i));
    }
    return all;
  }

  const StoredSentences& sentences_;
  const std::vector<Marker>& markers_;
  std::vector<Place> places_;
};

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

void trim_end(std::string& text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r' ||
                           text.back() == '\t')) {
    text.pop_back();
  }
}

// Never nested, never overlapping: a mark inside another is left out, two that overlap become one.
std::vector<Mark> merged(std::vector<Mark> marks) {
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Mark> out;
  for (Mark& mark : marks) {
    if (out.empty() || mark.begin >= out.back().end) {
      out.push_back(std::move(mark));
    } else {
      out.back().end = std::max(out.back().end, mark.end);
    }
  }
  return out;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

// Where a mark ends whose last token ends at `end`: one that opens a bracket closes it, "resolution 1540 (2004)".
std::uint32_t with_bracket(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  static constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {
      {"(", ")"}, {"\uFF08", "\uFF09"}};
  const std::string_view marked = text.substr(begin, end - begin);
  for (const auto& [open, close] : kBrackets) {
    if (text.substr(end).starts_with(close) && count_of(marked, open) > count_of(marked, close))
      return end + static_cast<std::uint32_t>(close.size());
  }
  return end;
}

// Marks `text`, whose first token has the position `base` in the document.
std::vector<Mark> marks_in(std::string_view text, std::uint32_t base,
                           const std::vector<Occurrence>& occurrences) {
  const std::vector<TokenPlace> tokens = token_places(text);
  std::vector<Mark> marks;
  if (tokens.empty()) return marks;
  const std::uint32_t shift = base - tokens[0].position;
  const auto token_at = [&](std::uint32_t position) {
    return std::lower_bound(
        tokens.begin(), tokens.end(), position - shift,
        [](const TokenPlace& token, std::uint32_t wanted) { return token.position < wanted; });
  };
  const auto first =
      std::lower_bound(occurrences.begin(), occurrences.end(), base,
                       [](const Occurrence& o, std::uint32_t at) { return o.position < at; });
  for (auto o = first; o != occurrences.end() && o->position <= tokens.back().position + shift;
       ++o) {
    const auto from = token_at(o->position);
    auto to = token_at(o->position + o->tokens - 1);
    if (from == tokens.end() || from->position + shift != o->position) continue;
    if (to == tokens.end()) --to;
    const std::uint32_t end = std::max(from->span.end, to->span.end);
    marks.push_back({from->span.begin, with_bracket(text, from->span.begin, end), o->what});
  }
  return merged(std::move(marks));
}

Result<Passage> make_passage(const StoredDocument& stored, std::uint32_t begin, std::uint32_t end,
                             std::uint32_t position, const std::vector<Occurrence>& occurrences) {
  const std::uint32_t limit = begin + static_cast<std::uint32_t>(kMostSentenceBytes);
  Result<std::string> text = stored.body(begin, std::min(end, limit));
  if (!text) return text.error();
  if (end > limit) {
    while (!text->empty() && is_continuation(text->back())) text->pop_back();
    if (!text->empty()) text->pop_back();
  }
  trim_end(*text);
  const Result<std::uint32_t> start = stored.code_points_before(begin);
  if (!start) return start.error();
  Passage passage;
  passage.start = *start;
  passage.marks = marks_in(*text, position, occurrences);
  passage.text = std::move(*text);
  return passage;
}

// Sentences of the head, for a hit that was found by something else than its body.
Window head(const StoredSentences& sentences) {
  Window window;
  while (window.first < sentences.size() && sentences[window.first].in_title) ++window.first;
  window.last = window.first;
  if (window.first == sentences.size()) return window;
  const std::uint32_t begin = sentences[window.first].begin;
  while (window.last + 1 < sentences.size() &&
         sentences[window.last + 1].end - begin <= kPassageBytes)
    ++window.last;
  return window;
}

// Whether two passages say much the same, as a headline and its repetition do.
bool alike(const Passage& a, const Passage& b) {
  return a.text.find(b.text) != std::string::npos || b.text.find(a.text) != std::string::npos;
}

}  // namespace

Result<std::vector<Passage>> choose_passages(const StoredDocument& stored,
                                             const std::vector<Occurrence>& occurrences,
                                             const std::vector<Marker>& markers, unsigned most) {
  std::vector<Passage> passages;
  if (most == 0) return passages;
  std::vector<Window> windows = Chooser(stored, occurrences, markers).best(2 * most);
  if (windows.empty()) {
    windows.push_back(head(stored.sentences));
    if (windows[0].first == stored.sentences.size()) return passages;
  }
  for (const Window& window : windows) {
    if (passages.size() >= most) break;
    const StoredSentence first = stored.sentences[window.first];
    Result<Passage> passage = make_passage(stored, first.begin, stored.sentences[window.last].end,
                                           first.position, occurrences);
    if (!passage) return passage.error();
    const bool repeated = std::any_of(passages.begin(), passages.end(),
                                      [&](const Passage& other) { return alike(other, *passage); });
    if (!repeated) passages.push_back(std::move(*passage));
  }
  return passages;
}

std::vector<MatchedPart> matched_parts(const StoredDocument& stored,
                                       const std::vector<Occurrence>& occurrences) {
  std::map<std::pair<std::size_t, std::string_view>, MatchedPart> parts;  // by marker
  const auto in_title = [&stored](std::uint32_t position) {
    const std::size_t at = stored.sentences.at(position);
    return at < stored.sentences.size() && stored.sentences[at].in_title;
  };
  for (const Occurrence& occurrence : occurrences) {
    MatchedPart& part = parts[{occurrence.marker, occurrence.what}];
    part.what = occurrence.what;
    ++part.count;
    part.in_title = part.in_title || in_title(occurrence.position);
  }
  std::vector<MatchedPart> matched;
  for (const auto& entry : parts) {
    const MatchedPart& part = entry.second;
    const auto same = std::find_if(matched.begin(), matched.end(),
                                   [&](const MatchedPart& m) { return m.what == part.what; });
    if (same != matched.end()) {
      same->count += part.count;
      same->in_title = same->in_title || part.in_title;
    } else if (matched.size() < kMostMatchedParts) {
      matched.push_back(part);
    }
  }
  return matched;
}

std::vector<Mark> mark_title(const StoredDocument& stored,
                             const std::vector<Occurrence>& occurrences) {
  if (stored.metadata.title.empty() || stored.sentences.empty() || !stored.sentences[0].in_title)
    return {};
  return marks_in(stored.metadata.title, stored.sentences[0].position, occurrences);
}

std::vector<Mark> mark_body(const StoredDocument& stored, std::string_view body,
                            const std::vector<Occurrence>& occurrences) {
  std::vector<Mark> marks;
  std::size_t last = stored.sentences.size();  // that was marked: none yet
  for (const Occurrence& occurrence : occurrences) {
    const std::size_t at = stored.sentences.at(occurrence.position);
    if (at == last || at >= stored.sentences.size() || stored.sentences[at].in_title) continue;
    last = at;
    const StoredSentence sentence = stored.sentences[at];
    const std::size_t end = std::min<std::size_t>(sentence.end, body.size());
    if (sentence.begin >= end) continue;
    for (Mark& mark : marks_in(body.substr(sentence.begin, end - sentence.begin), sentence.position,
                               occurrences)) {
      mark.begin += sentence.begin;
      mark.end += sentence.begin;
      marks.push_back(std::move(mark));
    }
  }
  return marks;
}

}  // namespace dragoman
