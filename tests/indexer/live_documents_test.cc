#include "live_documents.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "segment_builder.h"
#include "support/temporary_folder.h"

namespace dragoman {
namespace {

class LiveDocumentsTest : public ::testing::Test {
 protected:
  // Two segments of `size` documents each, merged; every document has the term "Lру".
  std::string merged(unsigned size) const {
    std::vector<std::string> sources;
    for (const char* name : {"а", "б"}) {
      sources.push_back(folder_.path(name));
      Xapian::WritableDatabase segment(sources.back(), Xapian::DB_CREATE);
      for (unsigned i = 0; i < size; ++i) {
        Xapian::Document document;
        document.add_boolean_term("Lру");
        segment.add_document(document);
      }
    }
    std::string path = folder_.path("в");
    EXPECT_TRUE(merge_segments(sources, path));
    return path;
  }

  static Xapian::doccount matches(const std::string& path, const Xapian::Query& query) {
    Xapian::Enquire enquire{Xapian::Database(path)};
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query);
    return enquire.get_mset(0, 100).size();
  }

  TemporaryFolder folder_;
};

TEST_F(LiveDocumentsTest, ATermOfAllDocumentsFindsThoseThatAreLeft) {
  const std::string path = merged(3);
  ASSERT_TRUE(delete_documents(path, {1, 4}));
  EXPECT_EQ(matches(path, Xapian::Query("Lру")), 4u);
  EXPECT_EQ(matches(path, every_document()), 4u);
}

TEST_F(LiveDocumentsTest, APlaceholderIsNoDocument) {
  const std::string path = merged(2);
  EXPECT_EQ(count_documents(Xapian::Database(path)), 4u);
  ASSERT_TRUE(delete_documents(path, {2}));
  ASSERT_TRUE(delete_documents(path, {3}));
  const Xapian::Database segment(path);
  EXPECT_EQ(count_documents(segment), 2u);
  EXPECT_EQ(live_documents(segment), (std::vector<Xapian::docid>{1, 4}));
  EXPECT_EQ(segment.get_doccount(), 3u);  // one placeholder is enough
}

}  // namespace
}  // namespace dragoman
