#include <gmock/gmock.h>

#include "support/reading.h"

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;

class FeedReaderTest : public ReadingTest {};

constexpr const char* kRss = R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Новости ОДКБ</title><language>ru</language><link>http://пример.рф/</link>
<item><title>Саммит &amp;quot;ОДКБ&amp;quot; &amp; ШОС</title><link>http://пример.рф/1</link>
 <guid>http://пример.рф/1</guid><pubDate>Thu, 24 Nov 2016 13:44:00 +0300</pubDate>
 <description><![CDATA[<p>Главы&nbsp;государств <b>встре</b>тились.</p><p>Второй абзац.</p>]]></description>
 <category>саммит</category><category>мир</category></item>
<item><title>То же &mdash; ещё раз</title><guid>http://пример.рф/1</guid></item>
<item><title>Без даты</title><guid isPermaLink="false">7</guid><description>Кратко.</description>
 <content:encoded>&lt;div&gt;Полный &lt;i&gt;текст&lt;/i&gt; статьи.&lt;/div&gt;</content:encoded></item>
<item><category>пусто</category></item>
</channel></rss>)";

TEST_F(FeedReaderTest, GivesADocumentForEachItemOfRss) {
  const Collected got = read("лента.xml", kRss);
  ASSERT_EQ(got.documents.size(), 2u);
  const Document& first = got.documents[0];
  EXPECT_EQ(first.id, "http://пример.рф/1");
  EXPECT_EQ(first.title, "Саммит \"ОДКБ\" & ШОС");
  EXPECT_EQ(first.body, "Главы государств встретились.\n\nВторой абзац.");
  EXPECT_EQ(first.date, "2016-11-24T13:44:00+03:00");
  EXPECT_EQ(first.url, "http://пример.рф/1");
  EXPECT_EQ(first.source, "Новости ОДКБ");
  EXPECT_EQ(first.lang, "ru");
  EXPECT_THAT(first.extra,
              ElementsAre(ExtraField{"category", "саммит"}, ExtraField{"category", "мир"}));
  const Document& second = got.documents[1];
  EXPECT_THAT(second.id, EndsWith("лента.xml#7"));
  EXPECT_EQ(second.date, "");
  EXPECT_EQ(second.body, "Полный текст статьи.");
}

TEST_F(FeedReaderTest, TellsOfARepeatedItemAndOfOneWithoutText) {
  const Collected got = read("лента.xml", kRss);
  ASSERT_EQ(got.warnings.size(), 1u);
  EXPECT_THAT(got.warnings[0].words, HasSubstr("was there before"));
  EXPECT_EQ(got.warnings[0].line, 8u);
  ASSERT_EQ(got.skips.size(), 1u);
  EXPECT_EQ(got.skips[0].line, 11u);
}

TEST_F(FeedReaderTest, ReadsAtom) {
  const Document d =
      read("a.atom",
           R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Nouvelles</title>
<entry><id>tag:example.org,2016:1</id><title type="html">L&amp;#39;OTSC</title><link rel="self" href="http://x/self"/>
<link href="http://exemple.fr/1"/><updated>2016-11-25T00:00:00Z</updated><published>2016-11-24T13:44:00Z</published>
<author><name>Élise</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Réunion à
<em>Erevan</em>.</p><p>Fin.</p></div></content></entry></feed>)")
          .only();
  EXPECT_EQ(d.id, "tag:example.org,2016:1");
  EXPECT_EQ(d.title, "L'OTSC");
  EXPECT_EQ(d.body, "Réunion à Erevan.\n\nFin.");
  EXPECT_EQ(d.date, "2016-11-24T13:44:00Z");
  EXPECT_EQ(d.url, "http://exemple.fr/1");
  EXPECT_EQ(d.lang, "fr");
  EXPECT_THAT(d.extra, ElementsAre(ExtraField{"author", "Élise"}));
}

TEST_F(FeedReaderTest, ReadsRdf) {
  const Document d =
      read(
          "a.rdf",
          R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>上合组织</title></channel>
 <item rdf:about="http://example.cn/1"><title>峰会</title><dc:date>2016-11-24</dc:date><description>塔什干</description></item></rdf:RDF>)")
          .only();
  EXPECT_EQ(d.id, "http://example.cn/1");
  EXPECT_EQ(d.title, "峰会");
  EXPECT_EQ(d.date, "2016-11-24");
  EXPECT_EQ(d.source, "上合组织");
}

TEST_F(FeedReaderTest, TellsOfAFeedThatIsCutOff) {
  const Collected got =
      read("a.rss", "<rss><channel><item><title>Саммит</title></item><item><title>Вто");
  EXPECT_GE(got.documents.size(), 1u);
  EXPECT_EQ(got.documents[0].title, "Саммит");
  EXPECT_EQ(got.warnings.size(), 1u);
}

}  // namespace
}  // namespace dragoman
