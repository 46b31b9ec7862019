// Which inputs are read, and what is told of those that cannot be.
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "support/reading.h"

namespace dragoman {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;

class WalkTest : public ReadingTest {
 protected:
  std::string path(const std::string& name) const { return folder_.path(name); }

  // The bodies of all documents under the folder, in the order they came.
  std::vector<std::string> bodies() {
    const Collected got = read_paths({folder_.path().string()});
    std::vector<std::string> all;
    for (const Document& d : got.documents) all.push_back(d.body);
    return all;
  }

  std::string reason_of(const std::string& path) { return read_paths({path}).reason(); }
};

TEST_F(WalkTest, ReadsADirectoryInTheOrderOfItsNames) {
  write("b/б.txt", "второй");
  write("a/z.txt", "первый");
  write("c.txt", "третий");
  EXPECT_THAT(bodies(), ElementsAre("первый", "второй", "третий"));
}

TEST_F(WalkTest, LeavesOutNamesThatBeginWithADot) {
  write(".git/HEAD", "ref");
  write(".скрытый", "тайна");
  write("явный", "текст");
  EXPECT_THAT(bodies(), ElementsAre("текст"));
}

TEST_F(WalkTest, ReadsEachDirectoryOnceHoweverManyLinksLeadToIt) {
  write("a/т.txt", "один раз");
  symlink("..", path("a/loop").c_str());
  symlink(path("a").c_str(), path("0-again").c_str());
  EXPECT_THAT(bodies(), ElementsAre("один раз"));
}

TEST_F(WalkTest, FollowsALinkToADirectoryOutside) {
  write("outside/т.txt", "снаружи");
  std::filesystem::create_directory(folder_.path("in"));
  symlink("../outside", path("in/link").c_str());
  const Document document = read_paths({path("in")}).only();
  EXPECT_EQ(document.body, "снаружи");
  EXPECT_THAT(document.id, EndsWith("in/link/т.txt"));
}

TEST_F(WalkTest, TellsOfALinkThatLeadsToItself) {
  symlink("кольцо", path("кольцо").c_str());
  EXPECT_EQ(reason_of(path("кольцо")), "a symbolic link that leads to itself");
}

TEST_F(WalkTest, TellsOfALinkThatLeadsNowhere) {
  symlink("нет", path("link").c_str());
  EXPECT_EQ(read_paths({folder_.path().string()}).reason(), "no such file or directory");
}

TEST_F(WalkTest, DoesNotWaitForANamedPipe) {
  ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_THAT(reason_of(path("pipe")), HasSubstr("a named pipe"));
}

TEST_F(WalkTest, DoesNotReadDevices) {
  EXPECT_EQ(reason_of("/dev/zero"), "a device, not a file");
  EXPECT_EQ(reason_of("/dev/null"), "a device, not a file");
}

TEST_F(WalkTest, TellsOfAMissingAndOfAnEmptyFile) {
  EXPECT_EQ(reason_of(path("нет такого")), "no such file or directory");
  EXPECT_EQ(reason_of(write("пусто", "")), "empty");
}

TEST_F(WalkTest, TellsOfWhatItMayNotRead) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const std::string file = write("тайна.txt", "текст");
  chmod(file.c_str(), 0);
  EXPECT_EQ(reason_of(file), "permission denied");
  std::filesystem::create_directory(folder_.path("closed"));
  chmod(path("closed").c_str(), 0);
  EXPECT_EQ(reason_of(path("closed")), "permission denied");
}

TEST_F(WalkTest, WritesNamesOnOneLineInValidUtf8) {
  const Collected got = read("две\nстроки\xFF.txt", "текст");
  EXPECT_THAT(got.only().id, EndsWith("/две%0Aстроки%FF.txt"));
}

TEST_F(WalkTest, StopsWhenTheSinkWantsNoMore) {
  Collected got;
  got.stop_after = 2;
  const std::string lines =
      write("d.jsonl", "{\"body\":\"а\"}\n{\"body\":\"б\"}\n{\"body\":\"в\"}\n");
  read_inputs({lines, write("е.txt", "г")}, {}, got);
  EXPECT_EQ(got.documents.size(), 2u);
}

TEST_F(WalkTest, CountsAllBytesOfAFileEvenIfItIsNotReadToItsEnd) {
  const std::string zeros(3000000, '\0');
  const Collected got = read("нули", zeros);
  EXPECT_EQ(got.reason(), "not a text");
  EXPECT_EQ(got.bytes, zeros.size());
}

struct Unread {
  const char* name;
  std::string content;
  const char* reason;
};
class UnreadTest : public ReadingTest, public ::testing::WithParamInterface<Unread> {};

TEST_P(UnreadTest, TellsWhatAFileIsInstead) {
  EXPECT_EQ(read(GetParam().name, GetParam().content).reason(), GetParam().reason);
}

INSTANTIATE_TEST_SUITE_P(
    All, UnreadTest,
    ::testing::Values(Unread{"нули.txt", std::string(100, '\0'), "not a text"},
                      Unread{"один", std::string(1, '\0'), "not a text"},
                      Unread{"снимок.txt", "\x89PNG\r\n\x1A\n...", "an image (PNG)"},
                      Unread{"x", "\xFF\xD8\xFF\xE0 JFIF", "an image (JPEG)"},
                      Unread{"доклад.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Word",
                             "an old Office file (.doc, .xls, .ppt), which is not read"},
                      Unread{"доклад.rtf", "{\\rtf1\\ansi text}",
                             "a rich text file (RTF), which is not read"},
                      Unread{"пробелы.txt", " \n\t\n", "no text in it"}));

TEST_F(WalkTest, SkipsAFileLargerThanTheLimit) {
  EXPECT_EQ(read("велик.txt", std::string(5000, 'x'), {.max_bytes = 4096}).reason(),
            "larger than --max-size (4 KB)");
}

class BytesTest : public ReadingTest {
 protected:
  static Collected read_bytes_of(std::string bytes, const std::string& name,
                                 const ReadOptions& options = {}) {
    Collected collected;
    read_bytes(std::move(bytes), name, options, collected);
    return collected;
  }
};

TEST_F(BytesTest, AreReadAsAFileOfTheirName) {
  if (!DRAGOMAN_HAS_HTML) GTEST_SKIP() << "built without HTML";
  const Document page =
      read_bytes_of("<title>Саммит</title><p>Лидеры встретились.</p>", "сайт/стр.html").only();
  EXPECT_EQ(page.id, "сайт/стр.html");
  EXPECT_EQ(page.title, "Саммит");
  EXPECT_EQ(page.body, "Лидеры встретились.");
}

TEST_F(BytesTest, GiveADocumentALineOfJson) {
  ReadOptions options;
  options.format = "jsonl";
  const Collected got = read_bytes_of(
      "{\"id\":\"д-1\",\"body\":\"первый\"}\nкаша\n{\"body\":\"третий\"}\n", "поток", options);
  ASSERT_EQ(got.documents.size(), 2u);
  EXPECT_EQ(got.documents[0].id, "д-1");
  EXPECT_EQ(got.documents[1].id, "поток#3");
  ASSERT_EQ(got.skips.size(), 1u);
  EXPECT_EQ(got.skips[0].line, 2u);
}

TEST_F(BytesTest, ThatAreNoTextAreTold) {
  EXPECT_EQ(read_bytes_of("", "пусто.txt").reason(), "empty");
  EXPECT_EQ(read_bytes_of(std::string(100, '\0'), "нули").reason(), "not a text");
}

}  // namespace
}  // namespace dragoman
