#include "dragoman/index_stub.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

namespace dragoman {
namespace {

namespace fs = std::filesystem;

class IndexStubTest : public testing::Test {
 protected:
  IndexStubTest()
      : root_(fs::temp_directory_path() / ("dragoman-stub-" + std::to_string(getpid()))) {
    fs::create_directories(root_);
  }
  ~IndexStubTest() override { fs::remove_all(root_); }

  // As a writer publishes: a new file takes the place of the old one.
  void publish(const std::string& text) {
    std::ofstream(root_ / "new") << text;
    fs::rename(root_ / "new", root_ / kStub);
  }

  fs::path root_;
};

TEST_F(IndexStubTest, IsAnotherFileOnceSomethingIsPublished) {
  EXPECT_FALSE(stub_file(root_.string()));
  publish("# generation 1\nauto seg-000001\n");
  const std::optional<StubFile> first = stub_file(root_.string());
  ASSERT_TRUE(first);
  EXPECT_EQ(stub_file(root_.string()), first);
  publish("# generation 2\nauto seg-000001\n");  // as long
  EXPECT_NE(stub_file(root_.string()), first);
}

}  // namespace
}  // namespace dragoman
