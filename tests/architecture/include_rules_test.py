#!/usr/bin/env python3
"""Breaks every rule of include_rules.py once, in a tree made for it, and expects to be told."""

import pathlib
import tempfile
import unittest

import include_rules


class IncludeRulesTest(unittest.TestCase):
    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.root = pathlib.Path(self._folder.name)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def expect_broken(self, path, text, message, line=1):
        self.write(path, text)
        self.assertEqual(include_rules.violations(self.root), [f"{path}:{line}: {message}"])

    def expect_kept(self, path, text):
        self.write(path, text)
        self.assertEqual(include_rules.violations(self.root), [])

    # Analyzers.

    def test_analyzers_may_include_std_icu_cld2_and_their_own(self):
        self.write("analyzers/fold.h", "#pragma once\n")
        self.expect_kept(
            "analyzers/fold.cc",
            '#include "fold.h"\n#include <string_view>\n#include <unicode/uchar.h>\n'
            '#include <cld2/public/compact_lang_det.h>\n#include "dragoman/result.h"\n'
            '#include "dragoman/analyzers/analysis.h"\n',
        )

    def test_only_the_stemmer_of_the_analyzers_includes_xapian(self):
        self.expect_kept("analyzers/stem.cc", "#include <xapian.h>\n")
        self.expect_broken("analyzers/fold.cc", "#include <xapian.h>\n",
                           "the analyzers library may not include <xapian.h>")

    def test_xapian_in_quotes_is_still_xapian(self):
        self.expect_broken("analyzers/fold.cc", '#include "xapian.h"\n',
                           "the analyzers library may not include <xapian.h>")

    def test_analyzers_know_no_index(self):
        self.expect_broken("analyzers/word.cc", '// Слово\n#include "dragoman/schema.h"\n',
                           "analyzers may not include dragoman/schema.h", line=2)

    def test_analyzers_use_no_other_library(self):
        self.expect_broken("analyzers/word.cc", "#  include <nlohmann/json.hpp>\n",
                           "the analyzers library may not include <nlohmann/json.hpp>")

    def test_only_the_json_of_an_analysis_uses_the_library_of_json(self):
        self.expect_kept("analyzers/analysis_json.cc", "#include <nlohmann/json.hpp>\n")
        self.expect_broken("analyzers/analysis_json.cc", "#include <xapian.h>\n",
                           "the analyzers library may not include <xapian.h>")

    def test_a_program_of_the_analyzers_may_use_other_libraries(self):
        self.expect_kept("analyzers/main.cc", "#include <nlohmann/json.hpp>\n#include <unistd.h>\n")

    # Indexer.

    def test_the_indexer_includes_analyzers_but_not_the_searcher(self):
        self.expect_broken(
            "indexer/index_writer.cc",
            '#include <xapian.h>\n#include "dragoman/analyzers/analyzer.h"\n'
            '#include "dragoman/schema.h"\n#include "dragoman/searcher/searcher.h"\n',
            "indexer may not include dragoman/searcher/searcher.h", line=4)

    def test_private_headers_of_another_module_are_out_of_reach(self):
        self.write("analyzers/fold.h", "#pragma once\n")
        self.expect_broken("indexer/schema.cc", '#include "fold.h"\n', "fold.h is no header of indexer")

    def test_a_path_does_not_reach_another_module_either(self):
        self.write("analyzers/fold.h", "#pragma once\n")
        self.expect_broken("indexer/schema.cc", '#include "../analyzers/fold.h"\n',
                           "../analyzers/fold.h is no header of indexer")

    def test_private_headers_are_found_from_the_module_and_beside_the_source(self):
        self.write("indexer/readers/byte_source.h", "#pragma once\n")
        self.write("indexer/xapian_guard.h", "#pragma once\n")
        self.expect_kept(
            "indexer/readers/reader.cc",
            '#include "readers/byte_source.h"\n#include "byte_source.h"\n#include "xapian_guard.h"\n')

    # Searcher.

    def test_the_searcher_includes_shared_contracts_and_the_guard(self):
        self.write("indexer/xapian_guard.h", "#pragma once\n")
        self.expect_kept(
            "searcher/searcher.cc",
            '#include <xapian.h>\n#include "dragoman/analyzers/analyzer.h"\n#include "dragoman/schema.h"\n'
            '#include "dragoman/document.h"\n#include "dragoman/stored_document.h"\n'
            '#include "xapian_guard.h"\n')

    def test_the_searcher_never_includes_the_writer(self):
        self.expect_broken("searcher/searcher.cc", '#include "dragoman/indexer/index_writer.h"\n',
                           "searcher may not include dragoman/indexer/index_writer.h")

    def test_the_searcher_borrows_no_other_private_header(self):
        self.write("indexer/segment_builder.h", "#pragma once\n")
        self.expect_broken("searcher/searcher.cc", '#include "segment_builder.h"\n',
                           "segment_builder.h is no header of searcher")

    # Programs.

    def test_programs_never_include_xapian(self):
        self.expect_broken("indexer/main.cc", "#include <xapian.h>\n", "a program includes <xapian.h>")

    def test_options_never_include_xapian(self):
        self.expect_broken("searcher/options.h", "#include <xapian.h>\n", "a program includes <xapian.h>")

    def test_only_programs_read_options(self):
        self.expect_kept("indexer/options.cc", "#include <boost/program_options.hpp>\n")
        self.expect_broken("indexer/schema.cc", "#include <boost/program_options.hpp>\n",
                           "the indexer library may not include <boost/program_options.hpp>")

    def test_a_source_with_main_is_a_program_under_any_name(self):
        self.expect_kept("analyzers/compile_names.cc",
                         "#include <iostream>\nint main() { std::cout << 1; }\n")

    # Public headers.

    def test_public_headers_include_no_xapian_icu_or_boost(self):
        for name in ("xapian.h", "unicode/unistr.h", "boost/optional.hpp"):
            self.expect_broken("indexer/include/dragoman/schema.h", f"#include <{name}>\n",
                               f"a public header includes <{name}>")

    def test_public_headers_name_no_type_of_xapian_icu_or_boost(self):
        for text, token in (("void f(Xapian::Document&);", "Xapian"), ("icu::UnicodeString g();", "icu"),
                            ("boost::any h();", "boost"), ("UChar32 c;", "UChar32"),
                            ("namespace Xapian { class Query; }", "Xapian")):
            self.expect_broken("searcher/include/dragoman/searcher/hit.h",
                               f"#pragma once\n#include <string>\n{text}\n",
                               f"a public header names {token}", line=3)

    def test_comments_and_strings_may_name_everything(self):
        self.expect_kept(
            "searcher/include/dragoman/searcher/hit.h",
            "// Xapian's description; /* icu */\n/* boost::any\n   #include <xapian.h> */\n"
            'inline constexpr const char* kEngine = "Xapian::Query printf(";\n'
            'inline constexpr const char* kRaw = R"x(\n#include <xapian.h>\nexit(1) " )x";\n')

    def test_public_headers_include_no_private_header(self):
        self.write("indexer/xapian_guard.h", "#pragma once\n")
        self.expect_broken("indexer/include/dragoman/schema.h", '#include "xapian_guard.h"\n',
                           "a public header includes the private xapian_guard.h")

    # Bindings and server.

    def test_bindings_use_public_headers_only(self):
        self.expect_kept("bindings/c/dragoman.cc", '#include "dragoman/searcher/searcher.h"\n')
        self.expect_broken("bindings/c/dragoman.cc", "#include <xapian.h>\n",
                           "bindings includes <xapian.h>")

    # What libraries never do.

    def test_libraries_are_silent_and_do_not_exit(self):
        for call, message in (
            ("std::cout << 1;", "prints: std::cout"),
            ("std::cerr << 1;", "prints: std::cerr"),
            ('printf("x");', "prints: printf"),
            ('std::fputs("x", stderr);', "prints: stderr"),
            ("std::exit(1);", "exits: std::exit"),
            ("exit (1);", "exits: exit"),
            ("abort();", "exits: abort"),
            ('std::getenv("HOME");', "reads the environment: getenv"),
            ('setlocale(LC_ALL, "");', "reads or sets the locale: setlocale"),
            ('std::locale("");', "reads or sets the locale: std::locale"),
            ('std::locale user("");', "reads or sets the locale: std::locale user"),
        ):
            with self.subTest(call):
                self.write("searcher/searcher.cc", f"void f() {{\n  {call}\n}}\n")
                found = include_rules.violations(self.root)
                self.assertEqual(len(found), 1, found)
                self.assertTrue(found[0].startswith("searcher/searcher.cc:2: a library source "), found)
                self.assertTrue(message in found[0], found)

    def test_what_only_looks_like_it_is_allowed(self):
        self.expect_kept(
            "indexer/readers/pdf_reader.cc",
            "void f() {\n  _exit(1);  // of the child\n  std::snprintf(b, 9, \"%d\", 1'000);\n"
            "  state.exit(1);\n  on_exit(1);\n  char c = '\"';  // exit(1)\n}\n")

    def test_programs_may_print_exit_and_read_the_environment(self):
        self.expect_kept("searcher/main.cc", 'void f() { std::getenv("NO_COLOR"); printf("x"); exit(1); }\n')


if __name__ == "__main__":
    unittest.main()
