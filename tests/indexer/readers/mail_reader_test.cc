#include <gmock/gmock.h>

#include "support/reading.h"

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

class MailReaderTest : public ReadingTest {};

const std::string kHead =
    "From: =?utf-8?B?0JjQstCw0L3QvtCy?= <ivanov@example.org>\r\nTo: a@example.org\r\nSubject: "
    "=?koi8-r?B?88HNzcnUIO/k6+I=?=\r\nDate: Thu, 24 Nov 2016 13:44:05 +0300\r\nMessage-ID: "
    "<1@example.org>\r\nMIME-Version: 1.0\r\n";

TEST_F(MailReaderTest, ReadsHeadersAndText) {
  const Document d =
      read("п.eml",
           kHead +
               "Content-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: "
               "quoted-printable\r\n\r\n"
               "=D8=CE=D1 =E8 =CE=C4=CA=C1\r\n")
          .only();
  EXPECT_EQ(d.title, "Саммит ОДКБ");
  EXPECT_EQ(d.date, "2016-11-24T13:44:05+03:00");
  EXPECT_EQ(d.body, "ШОС и ОДКБ\n");
  EXPECT_EQ(d.type, "mail");
  EXPECT_EQ(d.extra[0], (ExtraField{"from", "Иванов <ivanov@example.org>"}));
}

TEST_F(MailReaderTest, TakesThePlainOneOfAlternativesAndReadsAttachments) {
  const Collected got =
      read("п", kHead +
                    "Content-Type: multipart/mixed; boundary=X\r\n\r\n--X\r\nContent-Type: "
                    "multipart/alternative; boundary=Y\r\n\r\n"
                    "--Y\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nПросто "
                    "текст.\r\n--Y\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                    "<p>Текст с разметкой.</p>\r\n--Y--\r\n--X\r\nContent-Type: "
                    "application/octet-stream; name=\"d.jsonl\"\r\n"
                    "Content-Disposition: attachment; "
                    "filename=\"d.jsonl\"\r\n\r\n{\"body\":\"вложение\"}\r\n--X\r\nContent-Type: "
                    "image/png\r\n\r\n"
                    "\x89PNG\r\n--X--\r\n");
  ASSERT_EQ(got.documents.size(), 2u);
  EXPECT_THAT(got.documents[0].body, HasSubstr("Просто текст."));
  EXPECT_THAT(got.documents[0].body, Not(HasSubstr("разметкой")));
  EXPECT_EQ(got.documents[1].body, "вложение");
  EXPECT_EQ(got.documents[1].date, "2016-11-24T13:44:05+03:00");
  EXPECT_THAT(got.documents[1].id, EndsWith("/п/d.jsonl#1"));
}

TEST_F(MailReaderTest, ReadsHtmlWhenThereIsNothingElse) {
  EXPECT_EQ(
      read("п.eml",
           kHead + "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Первый.</p><p>Второй.</p>")
          .only()
          .body,
      "Первый.\n\nВторой.");
}

TEST_F(MailReaderTest, ReadsTheMessagesOfAMailbox) {
  std::string box;
  for (const char* text :
       {"Первое.\n\n>From here on\nnot a new one\nFrom this neither", "Второе."}) {
    std::string head = kHead;
    head.erase(std::remove(head.begin(), head.end(), '\r'), head.end());
    box += "From ivanov@example.org Thu Nov 24 13:44:05 2016\n" + head +
           "Content-Type: text/plain; charset=utf-8\n\n" + text + "\n\n";
  }
  const Collected got = read("ящик", box);
  ASSERT_EQ(got.documents.size(), 2u);
  EXPECT_THAT(got.documents[0].body,
              HasSubstr("Первое.\n\nFrom here on\nnot a new one\nFrom this neither"));
  EXPECT_THAT(got.documents[1].id, EndsWith("/ящик#message-2"));
}

TEST_F(MailReaderTest, SurvivesHostileMail) {
  std::string deep = kHead;
  for (int i = 0; i < 3000; ++i) {
    deep += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" +
            std::to_string(i) + "\r\n";
  }
  read("п.eml", deep + "\r\nтекст");
  read("п.eml", kHead +
                    "Content-Type: text/plain; charset=nonsense\r\nContent-Transfer-Encoding: "
                    "base64\r\n\r\n!!!!");
  read("п.eml", kHead);
}

}  // namespace
}  // namespace dragoman
