// Answers, documents and analyses as the records of dragoman/results.py; bytes become code points.
// All of them require the GIL and throw py::error_already_set when Python does.
#pragma once

#include <string_view>

#include <pybind11/pybind11.h>

#include "dragoman/analyzers/analysis.h"
#include "dragoman/indexer/index_writer.h"
#include "dragoman/indexer/reader.h"
#include "dragoman/searcher/searcher.h"

namespace dragoman::python {

pybind11::object record_of(const Answer& answer);
pybind11::object record_of(const MarkedDocument& shown);
pybind11::object record_of(const WriteSummary& summary);
pybind11::object record_of(const Skipped& skipped);
pybind11::object record_of(std::string_view text, const Analysis& analysis);

}  // namespace dragoman::python
