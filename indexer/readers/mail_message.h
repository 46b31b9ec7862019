// One mail (RFC 5322 and MIME), taken apart by GMime.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

struct MailPart {
  std::string media_type;  // in small letters
  std::string charset;     // declared, may be empty
  std::string file_name;   // may be empty
  std::string content;     // decoded from base64 and the like, not from its charset
};

struct MailMessage {
  std::string subject;  // UTF-8
  std::string from;
  std::string to;
  std::string date;             // as the header has it
  std::vector<MailPart> texts;  // what a reader of the mail sees, in order
  std::vector<MailPart> attachments;
};

// Never fails: what is no mail has no parts.
MailMessage read_mail_message(std::string_view bytes);

}  // namespace dragoman
