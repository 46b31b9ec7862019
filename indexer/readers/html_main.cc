#include "readers/html_main.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <vector>

#include "readers/code_points.h"
#include "readers/html_boilerplate.h"
#include "readers/html_text.h"
#include "readers/markup_tree.h"

namespace dragoman {
namespace {

// Amounts of text are counted in Latin letters; a Han character says as much as three.
struct Amount {
  std::uint32_t text = 0;
  std::uint32_t links = 0;  // of it, in links
  std::uint32_t commas = 0;

  double link_share() const { return text == 0 ? 0 : static_cast<double>(links) / text; }
  void add(const Amount& other) {
    text += other.text;
    links += other.links;
    commas += other.commas;
  }
};

struct Facts {
  const xmlNode* block = nullptr;  // the element whose own text this node's text is
  bool in_link = false;
  Amount own;              // text of this block that is not a lower block's
  Amount all;              // own and below, what is left out not counted
  std::uint32_t good = 0;  // text of real paragraphs in it and below
  double score = 0;
  std::uint32_t teasers = 0;          // text of teasers in it and below
  std::uint16_t linked_headings = 0;  // the same
  bool beside = false;                // its name says so, or that of an element around it
  bool left_out = false;
  bool teaser = false;  // leads to another page
};

bool is_wide(UChar32 c) { return c >= 0x2E80 && c <= 0xFFDC; }
bool is_comma(UChar32 c) { return c == ',' || c == 0x3001 || c == 0xFF0C || c == 0x60C; }

Amount amount_of(std::string_view text, bool in_link) {
  Amount amount;
  bool space = true;
  for (std::size_t i = 0; i < text.size();) {
    const UChar32 c = next_code_point(text, i);
    const bool is_space = c <= ' ' || c == 0xA0;
    if (!is_space || !space) amount.text += is_wide(c) ? 3 : 1;
    space = is_space;
    amount.commas += is_comma(c) ? 1 : 0;
  }
  if (in_link) amount.links = amount.text;
  return amount;
}

bool holds_own_text(std::string_view name) {
  return is_block(name) || name == "td" || name == "th" || name == "li" || name == "dd" ||
         name == "dt";
}

class MainText {
 public:
  MainText(xmlNode* root, std::string_view title) : root_(root), title_(title) {
    give_facts();
    measure();
    add_up_paragraphs();
    leave_out_boilerplate();
    measure();
    find_teasers();
    add_up_paragraphs();
  }

  std::string find() {
    score();
    const xmlNode* top = best();
    std::string text;
    if (top != nullptr && is_article(top)) text = render(ascend(top), true);
    if (text.empty()) text = render(root_, false);
    return text.empty() ? whole_page_text(root_) : text;
  }

 private:
  static constexpr std::uint32_t kParagraph = 25;  // text that may be a paragraph's

  static Facts& facts(const xmlNode* n) { return *static_cast<Facts*>(n->_private); }

  // Gives every node its facts.
  void give_facts() {
    for (xmlNode* n = root_; n != nullptr; n = next_node(n, root_)) {
      Facts& f = facts_.emplace_back(n == root_ ? Facts() : facts(n->parent));
      n->_private = &f;
      if (is_element(n)) {
        order_.push_back(n);
        if (n == root_ || holds_own_text(name_of(n))) f.block = n;
        f.in_link = f.in_link || is_link(n);
        f.left_out = f.left_out || is_never_text(name_of(n));
      }
    }
  }

  // Leaves out what its name says is beside the matter; but when hardly anything is left then,
  // not what holds much of the page's text: some sites wrap all in a <form>.
  void leave_out_boilerplate() {
    std::uint32_t left = 0;
    for (const xmlNode* n : order_) {
      const bool above = n != root_ && facts(n->parent).beside;
      Facts& f = facts(n);
      f.beside = above || f.left_out || beside_by_name(n) != Beside::kNo;
      if (!f.beside && is_paragraph(f)) left += f.own.text;
    }
    constexpr std::uint32_t kEnough = 400;
    const std::uint32_t page = facts(root_).good;
    const bool enough = left >= kEnough && left >= page / 7;
    for (const xmlNode* n : order_) {
      const bool above = n != root_ && facts(n->parent).left_out;
      Facts& f = facts(n);
      f.left_out = enough ? f.beside : above || f.left_out || is_surely_beside(n, f, page);
    }
    for (Facts& f : facts_) {
      Facts fresh;
      fresh.block = f.block;
      fresh.in_link = f.in_link;
      fresh.left_out = f.left_out;
      f = fresh;
    }
  }

  static bool is_surely_beside(const xmlNode* n, const Facts& f, std::uint32_t page) {
    const std::uint32_t tenths = f.good == 0 ? 0 : f.good / std::max(1u, page / 10);
    switch (beside_by_name(n)) {
      case Beside::kNo:
        return false;
      case Beside::kLikely:
        return tenths < 4;
      case Beside::kVeryLikely:
        return tenths < 8;
      case Beside::kSurely:
        return true;
    }
    return false;
  }

  // Counts text for the block it belongs to, then for all elements above.
  void measure() {
    for (const xmlNode* n = root_; n != nullptr; n = next_node(n, root_)) {
      if (!is_text(n) || n == root_ || facts(n->parent).left_out) continue;
      const Facts& f = facts(n);
      facts(f.block).own.add(amount_of(text_of(n), f.in_link));
    }
    for (auto n = order_.rbegin(); n != order_.rend(); ++n) {
      Facts& f = facts(*n);
      f.all.add(f.own);
      const bool linked = is_heading(name_of(*n)) && f.all.text >= 10 && f.all.link_share() > 0.9;
      f.linked_headings = static_cast<std::uint16_t>(f.linked_headings + (linked ? 1 : 0));
      if (*n == root_) continue;
      Facts& above = facts((*n)->parent);
      above.all.add(f.all);
      above.linked_headings =
          static_cast<std::uint16_t>(std::min(above.linked_headings + f.linked_headings, 10000));
    }
  }

  // A short element around one heading that is a link speaks of another page, and so does what
  // consists of such elements for the most part.
  void find_teasers() {
    constexpr std::uint32_t kLongest = 800;
    for (const xmlNode* n : order_) {
      Facts& f = facts(n);
      const bool within = n != root_ && facts(n->parent).teaser;
      f.teaser = within || (f.linked_headings == 1 && f.all.text <= kLongest && may_be_teaser(n));
      if (f.teaser && !within) f.teasers = f.all.text;
    }
    for (auto n = order_.rbegin(); n != order_.rend(); ++n) {
      if (*n != root_) facts((*n)->parent).teasers += facts(*n).teasers;
    }
    for (const xmlNode* n : order_) {
      Facts& f = facts(n);
      const bool within = n != root_ && facts(n->parent).teaser;
      const std::uint32_t rest = f.all.text - std::min(f.teasers, f.all.text);
      const bool mostly = f.linked_headings > 1 && rest * 3 <= f.teasers && rest <= kLongest;
      f.teaser = f.teaser || within || (mostly && may_be_teaser(n));
    }
  }

  bool may_be_teaser(const xmlNode* n) const {
    return n != root_ && name_of(n) != "body" && !is_heading(name_of(n));
  }

  void add_up_paragraphs() {
    for (auto n = order_.rbegin(); n != order_.rend(); ++n) {
      Facts& f = facts(*n);
      if (is_paragraph(f)) f.good += f.own.text;
      if (*n != root_) facts((*n)->parent).good += f.good;
    }
  }

  static bool is_heading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  }

  // Not what only leads to another place of the page.
  static bool is_link(const xmlNode* n) {
    if (name_of(n) != "a") return false;
    const std::string_view address = attribute(n, "href");
    return !address.empty() && address.front() != '#';
  }

  static bool is_paragraph(const Facts& f) {
    constexpr std::uint32_t kReal = 60;
    return f.own.text >= kReal && f.own.link_share() < 0.4 && !f.teaser;
  }

  void score() {
    for (const xmlNode* n : order_) {
      const Facts& f = facts(n);
      if (f.left_out || f.teaser || f.own.text < kParagraph || f.own.link_share() > 0.5) continue;
      const std::string_view name = name_of(n);
      if (is_heading(name)) continue;
      const double weight = (1 + f.own.commas + std::min(f.own.text / 100.0, 3.0)) *
                            (1 - f.own.link_share()) * (name == "li" ? 0.5 : 1);
      if (name != "p" && name != "li" && name != "pre") facts(n).score += weight;
      constexpr int kLevels = 5;
      const xmlNode* above = n == root_ ? nullptr : n->parent;
      for (int level = 0; level < kLevels && above != nullptr; ++level) {
        facts(above).score +=
            level == 0 ? weight : (level == 1 ? weight / 2 : weight / (level * 3));
        above = above == root_ ? nullptr : above->parent;
      }
    }
  }

  const xmlNode* best() const {
    const xmlNode* top = nullptr;
    double top_score = 0;
    for (const xmlNode* n : order_) {
      const Facts& f = facts(n);
      if (f.left_out || f.score == 0) continue;
      const double score = (f.score + class_weight(n)) * (1 - f.all.link_share());
      if (score > top_score) {
        top_score = score;
        top = n;
      }
    }
    return top;
  }

  // Whether the page is built around one text.
  bool is_article(const xmlNode* top) const {
    constexpr std::uint32_t kArticle = 250;
    const Facts& f = facts(top);
    const Facts& page = facts(root_);
    if (f.good < kArticle) return false;
    return f.good * 5 >= page.good * 2 || f.good >= 4 * kArticle;
  }

  // The element around `top` that has much more real text, and little else.
  const xmlNode* ascend(const xmlNode* top) const {
    const xmlNode* best = top;
    const xmlNode* above = top;
    constexpr int kLevels = 4;
    for (int level = 0; level < kLevels; ++level) {
      if (above == root_ || above->parent == nullptr) break;
      above = above->parent;
      const std::string_view name = name_of(above);
      const Facts& f = facts(above);
      if (name == "body" || name == "html") break;
      const bool more = f.good * 20 > facts(best).good * 21;
      const bool clean = f.good * 10 >= f.all.text * 6 && f.all.link_share() < 0.3;
      if (more && clean) {
        best = above;
        level = -1;
      }
    }
    return best;
  }

  // `main`: within the main text, where lists of links are beside the matter.
  bool is_beside(const xmlNode* n, bool main) const {
    const Facts& f = facts(n);
    if (f.left_out) return true;
    const std::string_view name = name_of(n);
    if (is_heading(name) && !title_.empty() && f.all.text > 0 && f.all.text <= title_.size() &&
        squeezed(all_text(n)) == title_) {
      return true;
    }
    if (!main || name.empty() || !holds_own_text(name)) return false;
    if (f.teaser || name == "figcaption") return true;
    if (name == "td" || name == "th" || name == "li" || name == "tbody") return false;
    const double links = f.all.link_share();
    if (name == "p") return links > 0.9 && f.all.text > 10;
    if (is_heading(name)) return links > 0.9 && f.all.text > 60;
    return links > 0.5 && f.good * 4 < f.all.text;
  }

  std::string render(const xmlNode* top, bool main) const {
    return html_text(top, [&](const xmlNode* n) { return is_beside(n, main); });
  }

  xmlNode* root_;
  std::string_view title_;
  std::deque<Facts> facts_;            // where they are they stay: nodes point to them
  std::vector<const xmlNode*> order_;  // elements
};

}  // namespace

std::string main_text(xmlNode* root, std::string_view title) {
  return MainText(root, title).find();
}

std::string whole_page_text(const xmlNode* root) {
  return html_text(root, [](const xmlNode*) { return false; });
}

}  // namespace dragoman
