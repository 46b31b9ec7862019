// The texts that the benchmarks run on: the sample corpus, and the first documents of collections that may lie beside
// the project.
#pragma once

#include <string>
#include <vector>

#include "dragoman/document.h"

namespace dragoman::bench {

// Documents of "sample" or of a collection ("ungdc", "news_ru_1tv"), read once; empty when it is not there.
const std::vector<Document>& corpus(const std::string& name);

// A fresh index of the corpus, made once and removed at the end; empty when the corpus is not there.
const std::string& index_of(const std::string& name);

}  // namespace dragoman::bench
