#include "readers/utf8_stream.h"

#include <utility>

#include "readers/charset.h"
#include "readers/charset_convert.h"
#include "readers/charset_detect.h"
#include "readers/utf8_mend.h"

namespace dragoman {

struct ConversionState {
  explicit ConversionState(const std::string& charset) : converter(charset) {}
  CharsetConverter converter;
};

namespace {

class ConvertingStream final : public ByteStream {
 public:
  ConvertingStream(Input& raw, std::shared_ptr<ConversionState> state)
      : raw_(raw), state_(std::move(state)) {}

  Result<bool> read(std::string& buffer) override {
    if (ended_) return false;
    const std::string_view bytes = raw_.ahead();
    ended_ = bytes.empty();
    state_->converter.convert(bytes, ended_, buffer);
    raw_.skip(bytes.size());
    return true;
  }

 private:
  Input& raw_;
  std::shared_ptr<ConversionState> state_;
  bool ended_ = false;
};

}  // namespace

Utf8Input::Utf8Input(Input& raw, Delivery& out) : raw_(raw), out_(out) {
  constexpr std::size_t kHead = 64 * 1024;
  const std::string_view head = raw.ahead(kHead);
  ChosenCharset chosen = choose_charset(head, {raw.facts.charset, false});
  charset_ = std::move(chosen.name);
  raw.skip(mark_bytes(charset_of_mark(head)));
  if (charset_ == "UTF-8") return;
  if (chosen.guessed) out.warn(raw, "does not say its encoding; read as " + charset_);
  InputFacts facts = raw.facts;
  facts.charset = "UTF-8";
  state_ = std::make_shared<ConversionState>(charset_);
  converted_.emplace(std::move(facts), std::make_unique<ConvertingStream>(raw, state_));
}

Utf8Input::~Utf8Input() {
  if (!state_) return;
  const Mended& mended = state_->converter.mended();
  if (mended.count == 0) return;
  out_.warn(raw_,
            std::to_string(mended.count) + " places are not valid " + charset_ +
                "; U+FFFD stands there now",
            0, mended.first);
}

void mend_piece(std::string& text, const Input& input, Delivery& out, std::uint64_t line) {
  const Mended mended = mend_utf8(text);
  if (mended.count == 0) return;
  out.warn_once(input, "utf8",
                "not valid UTF-8; U+FFFD stands there now, and at like places further on", line,
                mended.first);
}

}  // namespace dragoman
