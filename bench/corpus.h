// The texts that the benchmarks run on: the sample corpus, and the first speeches of the UN General Debate
// Corpus where they lie beside the project.
#pragma once

#include <string>
#include <vector>

#include "dragoman/document.h"

namespace dragoman::bench {

// Documents of "sample" or "ungdc", read once; empty when the corpus is not there.
const std::vector<Document>& corpus(const std::string& name);

// The bodies of a corpus as one text, about a megabyte at most.
const std::string& text_of(const std::string& name);

// A fresh index of the corpus, made once and removed at the end; empty when the corpus is not there.
const std::string& index_of(const std::string& name);

}  // namespace dragoman::bench
