#include <gmock/gmock.h>

#include "readers/http_message.h"
#include "support/bytes.h"
#include "support/reading.h"

namespace dragoman {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string warc(const std::string& type, const std::string& url, const std::string& media_type,
                 const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2016-11-24T13:44:00Z\r\nContent-Type: " + media_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string http(const std::string& headers, const std::string& body,
                 const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body;
}

std::string response(const std::string& url, const std::string& message) {
  return warc("response", url, "application/http; msgtype=response", message);
}

const std::string kPage =
    "<html><head><title>Саммит ОДКБ</title></head><body><p>В Ереване.</p></body></html>";

class WarcReaderTest : public ReadingTest {
 protected:
  void SetUp() override {
    if (!DRAGOMAN_HAS_HTML) GTEST_SKIP() << "built without HTML";
  }
};

TEST_F(WarcReaderTest, ReadsThePagesAndCountsTheRest) {
  const Collected got = read(
      "a.warc",
      warc("warcinfo", "", "application/warc-fields", "software: x") +
          warc("request", "http://пример.рф/1", "application/http", "GET / HTTP/1.1\r\n\r\n") +
          response("http://пример.рф/1",
                   http("Content-Type: text/html; charset=utf-8\r\n", kPage)) +
          response("http://пример.рф/2",
                   http("Content-Type: text/html\r\n", "нет", "404 Not Found")) +
          response("http://пример.рф/3.png", http("Content-Type: image/png\r\n", "\x89PNG")) +
          warc("conversion", "http://пример.рф/4", "text/plain", "Саммит ШОС\n\nВ Ташкенте.\n"));
  ASSERT_EQ(got.documents.size(), 2u);
  EXPECT_EQ(got.documents[0].title, "Саммит ОДКБ");
  EXPECT_EQ(got.documents[0].body, "В Ереване.");
  EXPECT_EQ(got.documents[0].url, "http://пример.рф/1");
  EXPECT_EQ(got.documents[0].date, "");
  EXPECT_EQ(got.documents[1].title, "Саммит ШОС");
  EXPECT_THAT(got.skips, IsEmpty());
  ASSERT_EQ(got.warnings.size(), 1u);
  EXPECT_EQ(got.warnings[0].words,
            "4 of 6 records hold no text to index: 1 of type image/png, 1 request records, 1 "
            "warcinfo records, 1 with "
            "status 404");
}

TEST_F(WarcReaderTest, ReadsOneGzipMemberARecord) {
  const std::string two = gzip(response("http://x/1", http("Content-Type: text/html\r\n", kPage))) +
                          gzip(response("http://x/2", http("Content-Type: text/plain\r\n", "ШОС")));
  EXPECT_EQ(read("a.warc.gz", two).documents.size(), 2u);
}

TEST_F(WarcReaderTest, KeepsWhatThereIsOfARecordThatIsCutOff) {
  std::string file = response("http://x/1", http("Content-Type: text/html\r\n", kPage)) +
                     response("http://x/2", http("Content-Type: text/plain\r\n", "ШОС и ОДКБ"));
  file.resize(file.size() - 9);
  const Collected got = read("a.warc", file);
  ASSERT_EQ(got.documents.size(), 2u);
  EXPECT_THAT(got.documents[1].body, HasSubstr("ШОС"));
  ASSERT_EQ(got.skips.size(), 1u);
  EXPECT_THAT(got.skips[0].reason, HasSubstr("is cut off"));
}

TEST_F(WarcReaderTest, ReadsArc) {
  const std::string message = http("Content-Type: text/html\r\n", kPage);
  const std::string file =
      "filedesc://a.arc 0.0.0.0 20161124134405 text/plain 4\n1 0\n\nhttp://example.org/ 192.0.2.1 "
      "20161124134405 "
      "text/html " +
      std::to_string(message.size()) + "\n" + message + "\n";
  const Document d = read("a.arc", file).only();
  EXPECT_EQ(d.title, "Саммит ОДКБ");
  EXPECT_EQ(d.url, "http://example.org/");
}

TEST_F(WarcReaderTest, TellsOfBytesThatAreNoRecord) {
  const Collected got = read(
      "a.warc", response("http://x/1", http("Content-Type: text/plain\r\n", "ШОС")) + "мусор\n\n");
  EXPECT_EQ(got.documents.size(), 1u);
  EXPECT_THAT(got.skips.at(0).reason, HasSubstr("bytes that are no record"));
}

TEST(HttpMessageTest, PutsChunksTogether) {
  const HttpMessage got = read_http(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nОД\r\n4;x=1\r\nКБ\r\n0\r\n\r\n",
      1000);
  EXPECT_EQ(got.status, 200);
  EXPECT_EQ(got.body, "ОДКБ");
}

TEST(HttpMessageTest, UnpacksGzipAndBothKindsOfDeflate) {
  for (const auto& [encoding, bits] : {std::pair{"gzip", 31}, {"deflate", 15}, {"deflate", -15}}) {
    const std::string message = std::string("HTTP/1.1 200 OK\r\nContent-Encoding: ") + encoding +
                                "\r\n\r\n" + deflated("ОДКБ и ШОС", bits);
    EXPECT_EQ(read_http(message, 1000).body, "ОДКБ и ШОС") << encoding << bits;
  }
}

TEST(HttpMessageTest, LeavesABodyAloneWhoseHeadersLie) {
  EXPECT_EQ(read_http("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nОДКБ", 1000).body, "ОДКБ");
  EXPECT_EQ(read_http("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nОДКБ\r\n", 1000).body,
            "ОДКБ\r\n");
}

TEST(HttpMessageTest, CutsWhatUnpacksToTooMuch) {
  const std::string bomb = deflated(std::string(10000000, 'x'));
  EXPECT_EQ(read_http("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + bomb, 1000).body.size(),
            1000u);
}

}  // namespace
}  // namespace dragoman
