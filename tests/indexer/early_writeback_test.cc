#include "early_writeback.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace dragoman {
namespace {

constexpr std::chrono::milliseconds kLongerThanAPause{150};

TEST(EarlyWritebackTest, LeavesTheFilesOfAFolderAsTheirWriterWantsThem) {
  const TemporaryFolder folder;
  const std::string path = folder.path("сегмент");
  std::string written;
  {
    const EarlyWriteback early(path);  // the folder comes later
    std::this_thread::sleep_for(kLongerThanAPause);
    std::filesystem::create_directory(path);
    std::ofstream file(path + "/таблица", std::ios::binary);
    for (int i = 0; i < 4; ++i) {
      const std::string block(8192, static_cast<char>('a' + i));
      file << block << std::flush;
      written += block;
      std::this_thread::sleep_for(kLongerThanAPause / 2);
    }
  }
  std::ifstream file(path + "/таблица", std::ios::binary);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), written);
}

TEST(EarlyWritebackTest, EndsWhenTheFolderNeverComes) {
  const TemporaryFolder folder;
  const EarlyWriteback early(folder.path("none"));
  std::this_thread::sleep_for(kLongerThanAPause);
}

}  // namespace
}  // namespace dragoman
