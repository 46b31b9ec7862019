#include "copy_groups.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace dragoman {
namespace {

using Words = std::vector<std::string>;

class CopyGroupsTest : public testing::Test {
 protected:
  Words words(int count) {
    Words made;
    for (int i = 0; i < count; ++i) made.push_back("слово" + std::to_string(random_() % 5000));
    return made;
  }

  // The story as another paper prints it: every twentieth word dropped, replaced or doubled, between lines
  // of its own.
  Words reprint(const Words& story) {
    Words made = words(static_cast<int>(story.size()) / 20);
    for (const std::string& word : story) {
      const unsigned chance = random_() % 60;
      if (chance == 0) continue;
      made.push_back(chance == 1 ? "другое" : word);
      if (chance == 2) made.push_back("ещё");
    }
    const Words end = words(static_cast<int>(story.size()) / 20);
    made.insert(made.end(), end.begin(), end.end());
    return made;
  }

  static Words joined(const std::vector<Words>& parts) {
    Words all;
    for (const Words& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
  }

  static Document document(const std::string& id, const Words& words,
                           const std::string& date = "") {
    Document made;
    made.id = id;
    made.date = date;
    for (const std::string& word : words) made.body += word + " ";
    return made;
  }

  std::string copy_of(const Document& document) {
    return groups_.place(document, document.id).copy_of;
  }

  std::mt19937 random_{7};
  CopyGroups groups_;
};

TEST_F(CopyGroupsTest, FortyReprintsAreOneGroup) {
  for (const int length : {80, 120, 250, 1000}) {
    const Words story = words(length);
    const std::string first = "первая" + std::to_string(length);
    EXPECT_EQ(copy_of(document(first, reprint(story))), "");
    int missed = 0;
    for (int i = 1; i < 40; ++i) {
      missed += copy_of(document(first + std::to_string(i), reprint(story))) == first ? 0 : 1;
    }
    EXPECT_LE(missed, length < 100 ? 4 : 1) << length;
  }
}

TEST_F(CopyGroupsTest, StoriesThatShareAQuotationAreNot) {
  const Words quotation = words(60);
  for (int i = 0; i < 50; ++i) {
    const int own = 60 + 10 * i;
    const std::string id = std::to_string(i);
    EXPECT_EQ(copy_of(document("a" + id, joined({words(own / 2), quotation, words(own / 2)}))), "")
        << own;
    EXPECT_EQ(copy_of(document("b" + id, joined({words(own), quotation}))), "") << own;
  }
}

TEST_F(CopyGroupsTest, AnotherSymbolIsAnotherDocument) {
  const Words text = words(200);
  Document first = document("a", text), second = document("b", text);
  first.symbol = "A/RES/70/12";
  second.symbol = "A/RES/71/12";
  EXPECT_EQ(copy_of(first), "");
  EXPECT_EQ(copy_of(second), "");
}

TEST_F(CopyGroupsTest, NextWeeksNoticeIsNoneOfThisWeeks) {
  const Words formula = words(100);
  EXPECT_EQ(copy_of(document("a", joined({formula, words(20)}), "2016-11-24")), "");
  EXPECT_EQ(copy_of(document("b", joined({formula, words(20)}), "2016-12-01")), "");
  EXPECT_EQ(copy_of(document("c", joined({formula, words(20)}), "2016-11-26T13:44")), "a");
  EXPECT_EQ(copy_of(document("d", joined({formula, words(20)}))), "a");
}

TEST_F(CopyGroupsTest, TheSameTextIsACopyAYearLater) {
  const Words text = words(100);
  copy_of(document("a", text, "2016-11-24"));
  EXPECT_EQ(copy_of(document("b", text, "2017-11-24")), "a");
}

TEST_F(CopyGroupsTest, AChangedDocumentStaysTheFirstOfItsGroup) {
  const Words text = words(100);
  const CopyMarks before = groups_.place(document("a", text), "1");
  const CopyMarks after = groups_.place(document("a", joined({text, {"ещё"}})), "2");
  EXPECT_EQ(after.group, before.group);
  EXPECT_EQ(after.copy_of, "");
}

TEST_F(CopyGroupsTest, AnIndexTellsTheNextRun) {
  const Words text = words(100);
  const CopyMarks first = groups_.place(document("a", text, "2016-11-24"), "1");
  const CopyMarks second = groups_.place(document("b", text), "2");
  CopyGroups later;
  later.remember(document("a", {}, "20161124"), first);
  later.remember(document("b", {}), second);
  const CopyMarks third = later.place(document("c", text, "2016-11-25"), "3");
  EXPECT_EQ(third.group, first.group);
  EXPECT_EQ(third.copy_of, "a");

  CopyGroups orphaned;  // the first is gone: a copy stands in
  orphaned.remember(document("b", {}), second);
  EXPECT_EQ(orphaned.place(document("c", text), "3").copy_of, "b");
  EXPECT_EQ(orphaned.place(document("c", text), "3").group, first.group);
}

TEST_F(CopyGroupsTest, ForgetsTheOldestWhenThereAreTooMany) {
  CopyGroups few(10);
  std::vector<Words> texts;
  for (int i = 0; i < 25; ++i) {
    texts.push_back(words(60));
    few.place(document(std::to_string(i), texts.back()), std::to_string(i));
  }
  EXPECT_EQ(few.place(document("new", texts[24]), "x").copy_of, "24");
  EXPECT_EQ(few.place(document("newer", texts[0]), "y").copy_of, "");
}

TEST_F(CopyGroupsTest, AFormulaThatAllShareDoesNotSlowItDown) {
  const Words formula = words(50);
  for (int i = 0; i < 2000; ++i) {
    EXPECT_EQ(copy_of(document(std::to_string(i), joined({formula, words(150)}))), "");
  }
}

}  // namespace
}  // namespace dragoman
