// Mail: single messages (.eml), and mailboxes (mbox). A message is a document, its attachments
// are documents of their own.
#include <memory>

#include "ascii.h"
#include "readers/date_text.h"
#include "readers/format.h"
#include "readers/headline.h"
#include "readers/input_name.h"
#include "readers/mail_message.h"
#include "readers/readers.h"
#include "readers/whole_text.h"

#ifdef DRAGOMAN_WITH_HTML
#include "readers/html_text.h"
#include "readers/markup_tree.h"
#endif

namespace dragoman {
namespace {

std::string text_of_html(const std::string& html) {
#ifdef DRAGOMAN_WITH_HTML
  const Tree tree = parse_html(html);
  const xmlNode* root = root_of(tree);
  return root == nullptr ? std::string() : html_text(root, [](const xmlNode*) { return false; });
#else
  return html;
#endif
}

bool holds_no_text(const MailPart& part) {
  for (const std::string_view kind :
       {"image/", "audio/", "video/", "application/pgp", "application/pkcs7", "application/x-pkcs7",
        "application/ms-tnef"}) {
    if (part.media_type.starts_with(kind)) return true;
  }
  return false;
}

class MessageReader {
 public:
  MessageReader(const Input& input, Delivery& out) : input_(input), out_(out) {}

  // `place`: which message of a mailbox it is; empty for a file of its own.
  void read(std::string_view bytes, const std::string& place) {
    MailMessage mail = read_mail_message(bytes);
    Document document;
    document.title = on_one_line(mail.subject);
    document.date = parse_date(mail.date);
    document.type = "mail";
    add_extra(document, "from", mail.from);
    add_extra(document, "to", mail.to);
    for (MailPart& part : mail.texts) append(std::move(part), document);
    if (document.title.empty() && document.body.empty()) {
      if (mail.attachments.empty())
        out_.skip(input_, "a mail without text" + (place.empty() ? "" : " (" + place + ")"));
    } else {
      out_.give(input_, std::move(document), place);
    }
    read_attachments(mail, place);
  }

 private:
  static void add_extra(Document& document, const char* key, const std::string& value) {
    if (!value.empty()) document.extra.push_back({key, value});
  }

  void append(MailPart part, Document& document) {
    const bool html = part.media_type == "text/html";
    std::string text = out_.decode(input_, std::move(part.content), {part.charset, html}, document);
    normalize_line_ends(text);
    if (html) text = text_of_html(text);
    if (text.find_first_not_of(" \t\n") == std::string::npos) return;
    if (!document.body.empty()) document.body += "\n\n";
    document.body += text;
  }

  void read_attachments(MailMessage& mail, const std::string& place) {
    std::size_t number = 0;
    for (MailPart& part : mail.attachments) {
      ++number;
      if (out_.stopped()) return;
      if (holds_no_text(part) || part.content.empty()) continue;
      InputFacts facts;
      facts.file_name = file_name_of(part.file_name);
      const std::string name =
          facts.file_name.empty() ? "attachment-" + std::to_string(number) : facts.file_name;
      facts.name =
          input_.facts.name + (place.empty() ? "" : "#" + place) + "/" + displayed_name(name);
      facts.charset = part.charset;
      facts.media_type = part.media_type == "application/octet-stream" ? "" : part.media_type;
      facts.depth = input_.facts.depth + 1;
      facts.defaults.date = parse_date(mail.date);
      if (facts.depth > Budget::kMostNested) return out_.skip(input_, "packed too many times over");
      Input inner(std::move(facts), std::make_unique<MemoryStream>(std::move(part.content)));
      read_input(inner, out_);
    }
  }

  const Input& input_;
  Delivery& out_;
};

// The messages of a mailbox, parted by lines that begin with "From " behind an empty line.
class MailboxReader {
 public:
  MailboxReader(Input& input, Delivery& out)
      : input_(input), out_(out), lines_(input, out.options.max_bytes), reader_(input, out) {}

  void read() {
    bool blank = true;
    for (std::string_view line; !out_.stopped() && lines_.next(line);) {
      if (blank && line.starts_with("From ")) {
        end_message();
      } else {
        add(line);
      }
      blank = line.empty();
    }
    end_message();
  }

 private:
  void add(std::string_view line) {
    // ">From " was "From " before it came into the mailbox.
    const std::size_t marks = line.find_first_not_of('>');
    if (marks != std::string_view::npos && marks > 0 && line.substr(marks).starts_with("From "))
      line.remove_prefix(1);
    too_long_ = too_long_ || message_.size() + line.size() > out_.options.max_bytes;
    if (!too_long_) message_.append(line).append("\n");
  }

  void end_message() {
    if (!message_.empty()) {
      ++number_;
      std::string place = "message-" + std::to_string(number_);
      if (too_long_) {
        out_.skip(input_, place + " is larger than --max-size");
      } else {
        reader_.read(message_, place);
      }
    }
    message_.clear();
    too_long_ = false;
  }

  Input& input_;
  Delivery& out_;
  LineReader lines_;
  MessageReader reader_;
  std::string message_;
  bool too_long_ = false;
  std::uint64_t number_ = 0;
};

}  // namespace

void read_mail(Input& input, Delivery& out) {
  const std::optional<std::string> bytes = read_whole(input, out, kMostMarkup);
  if (bytes) MessageReader(input, out).read(*bytes, "");
}

void read_mailbox(Input& input, Delivery& out) { MailboxReader(input, out).read(); }

}  // namespace dragoman
