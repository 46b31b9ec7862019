// html_f1 DIRECTORY [FLOOR]: how well the main text of HTML pages is found.
//
// DIRECTORY has pages as NAME.html or NAME.html.gz and ground_truth.json,
// {"NAME": {"articleBody": "…"}, …}. Prints precision, recall and F1 of each page's words (how
// often each occurs counts) and the mean F1. Exit 0 when the mean is at least FLOOR (0.90), 1 when
// it is less, 77 when there are no data.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "dragoman/indexer/reader.h"

namespace {

namespace fs = std::filesystem;
constexpr int kSkipped = 77;

struct Bodies : dragoman::DocumentSink {
  bool document(dragoman::Document document) override {
    all += document.body + "\n";
    return true;
  }
  void skipped(dragoman::Skipped) override {}
  void advanced(std::uint64_t) override {}
  std::string all;
};

using Words = std::map<std::string, int>;

Words words_of(const std::string& text) {
  Words words;
  std::string word;
  for (const char c : text + " ") {
    const auto byte = static_cast<unsigned char>(c);
    // Quotes and dashes of two and three bytes begin with E2 80 or C2.
    const bool letter = std::isalnum(byte) != 0 || byte >= 0xC3;
    const bool middle = byte >= 0x80 && byte < 0xC0;
    if ((letter && byte != 0xE2) ||
        (middle && !word.empty() && static_cast<unsigned char>(word.back()) >= 0x80)) {
      word += static_cast<char>(std::tolower(byte));
      continue;
    }
    if (!word.empty()) ++words[word];
    word.clear();
  }
  return words;
}

int total(const Words& words) {
  int sum = 0;
  for (const auto& [word, count] : words) sum += count;
  return sum;
}

double f1(const std::string& name, const Words& found, const Words& truth) {
  int common = 0;
  for (const auto& [word, count] : found) {
    const auto other = truth.find(word);
    if (other != truth.end()) common += std::min(count, other->second);
  }
  const double precision = found.empty() ? 0 : double(common) / total(found);
  const double recall = truth.empty() ? 0 : double(common) / total(truth);
  const double score = common == 0 ? 0 : 2 * precision * recall / (precision + recall);
  std::printf("%-14s precision %.3f  recall %.3f  F1 %.3f\n", name.c_str(), precision, recall,
              score);
  return score;
}

}  // namespace

int main(int argc, char** argv) {
  const fs::path folder = argc > 1 ? argv[1] : "";
  const double floor = argc > 2 ? std::atof(argv[2]) : 0.90;
  std::ifstream file(folder / "ground_truth.json");
  if (!file) {
    std::puts("skipped: no ground_truth.json there");
    return kSkipped;
  }
  const nlohmann::json truth = nlohmann::json::parse(file);
  double sum = 0;
  int pages = 0;
  for (const auto& [name, page] : truth.items()) {
    for (const char* ending : {".html", ".html.gz"}) {
      const fs::path path = folder / (name + ending);
      if (!fs::exists(path)) continue;
      Bodies bodies;
      dragoman::read_inputs({path.string()}, {}, bodies);
      sum += f1(name, words_of(bodies.all), words_of(page.at("articleBody").get<std::string>()));
      ++pages;
    }
  }
  if (pages == 0) {
    std::puts("skipped: no pages there");
    return kSkipped;
  }
  std::printf("mean F1 of %d pages: %.3f\n", pages, sum / pages);
  return sum / pages >= floor ? 0 : 1;
}
