#include "readers/mail_message.h"

#include <gmime/gmime.h>

#include <memory>

#include "ascii.h"
#include "readers/charset.h"

namespace dragoman {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Object = std::unique_ptr<T, Unref>;

struct Free {
  void operator()(char* text) const { g_free(text); }
};
using Text = std::unique_ptr<char, Free>;

void initialize_gmime() {
  static const bool done = [] {
    g_mime_init();
    // A library must not write to standard error.
    g_log_set_handler(
        "gmime", static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK),
        [](const char*, GLogLevelFlags, const char*, void*) {}, nullptr);
    return true;
  }();
  (void)done;
}

// Headers of old mails are in any encoding, undeclared.
std::string utf8(const char* text) { return text == nullptr ? "" : decode_text(text, {}).text; }

std::string addresses(InternetAddressList* list) {
  if (list == nullptr) return {};
  const Text text(internet_address_list_to_string(list, nullptr, false));
  return utf8(text.get());
}

std::string content_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  GByteArray* bytes = g_byte_array_new();
  {
    const Object<GMimeStream> stream(g_mime_stream_mem_new_with_byte_array(bytes));
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream.get()), false);
    g_mime_data_wrapper_write_to_stream(content, stream.get());
  }
  std::string out(reinterpret_cast<const char*>(bytes->data), bytes->len);
  g_byte_array_free(bytes, true);
  return out;
}

MailPart take_part(GMimePart* part) {
  MailPart taken;
  GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
  if (type != nullptr) {
    const Text name(g_mime_content_type_get_mime_type(type));
    taken.media_type = ascii_lower(name.get());
    const char* charset = g_mime_content_type_get_parameter(type, "charset");
    if (charset != nullptr) taken.charset = charset;
  }
  taken.file_name = utf8(g_mime_part_get_filename(part));
  taken.content = content_of(part);
  return taken;
}

// Goes through the parts of a mail.
class Collector {
 public:
  explicit Collector(MailMessage& message) : message_(message) {}

  void collect(GMimeObject* object, int depth) {
    constexpr int kDeepest = 50;
    if (object == nullptr || depth > kDeepest) return;
    if (GMIME_IS_MULTIPART(object)) {
      collect_multipart(GMIME_MULTIPART(object), depth);
    } else if (GMIME_IS_MESSAGE_PART(object)) {
      GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
      if (inner == nullptr) return;
      forwarded(inner);
      collect(g_mime_message_get_mime_part(inner), depth + 1);
    } else if (GMIME_IS_PART(object)) {
      take(GMIME_PART(object));
    }
  }

 private:
  void collect_multipart(GMimeMultipart* parts, int depth) {
    const int count = g_mime_multipart_get_count(parts);
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(parts));
    const bool alternative =
        type != nullptr && g_mime_content_type_is_type(type, "multipart", "alternative");
    if (!alternative) {
      for (int i = 0; i < count; ++i) collect(g_mime_multipart_get_part(parts, i), depth + 1);
      return;
    }
    // The same in several forms: the plain one, if it says anything.
    std::size_t before = message_.texts.size();
    for (const bool plain : {true, false}) {
      for (int i = 0; i < count; ++i) {
        GMimeObject* part = g_mime_multipart_get_part(parts, i);
        GMimeContentType* form = g_mime_object_get_content_type(part);
        const bool is_plain = form != nullptr && g_mime_content_type_is_type(form, "text", "plain");
        if (is_plain == plain) collect(part, depth + 1);
        drop_blank(before);
        if (message_.texts.size() > before) return;
      }
    }
  }

  void drop_blank(std::size_t from) {
    while (message_.texts.size() > from &&
           message_.texts.back().content.find_first_not_of(" \t\r\n") == std::string::npos) {
      message_.texts.pop_back();
    }
  }

  void forwarded(GMimeMessage* inner) {
    const std::string subject = utf8(g_mime_message_get_subject(inner));
    if (!subject.empty()) message_.texts.push_back({"text/plain", "UTF-8", "", subject});
  }

  void take(GMimePart* part) {
    MailPart taken = take_part(part);
    const bool text = taken.media_type == "text/plain" || taken.media_type == "text/html" ||
                      taken.media_type.empty();
    const bool attached = g_mime_part_is_attachment(part) || !text;
    (attached ? message_.attachments : message_.texts).push_back(std::move(taken));
  }

  MailMessage& message_;
};

}  // namespace

MailMessage read_mail_message(std::string_view bytes) {
  initialize_gmime();
  MailMessage mail;
  const Object<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Object<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Object<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) return mail;
  mail.subject = utf8(g_mime_message_get_subject(message.get()));
  mail.from = addresses(g_mime_message_get_from(message.get()));
  mail.to = addresses(g_mime_message_get_to(message.get()));
  mail.date = utf8(g_mime_object_get_header(GMIME_OBJECT(message.get()), "Date"));
  Collector(mail).collect(g_mime_message_get_mime_part(message.get()), 0);
  return mail;
}

}  // namespace dragoman
