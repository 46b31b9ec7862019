#!/usr/bin/env python3
"""The installed package: what is there, what it asks of others, and that examples/ build and run with it.

    install_test.py BUILD_FOLDER
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
CXX = os.environ.get("CXX", "c++")

DOCUMENTS = [
    {"id": "ru-1", "title": "Саммит в Ереване", "lang": "ru", "date": "2016-10-14",
     "body": "Лидеры стран ОДКБ встретились в Ереване. Приняли список."},
    {"id": "zh-1", "title": "青岛峰会", "lang": "zh", "date": "2018-06-10", "body": "上合组织峰会在青岛闭幕。"},
    {"id": "en-1", "title": "Harvest", "lang": "en", "body": "The harvest was good."},
]


def run(*command, **more):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, timeout=600, **more)


def must(*command, **more):
    done = run(*command, **more)
    if done.returncode != 0:
        raise AssertionError(f"{command}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


class InstalledPackage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        # Moved after it was installed: nothing may hold the place it was made for.
        first, cls.prefix = cls.folder / "first", cls.folder / "moved here"
        must("cmake", "--install", BUILD, "--prefix", first, "--strip")
        first.rename(cls.prefix)
        cls.lib = next(cls.prefix.rglob("libdragoman.so")).parent
        cls.documents = cls.folder / "документы.jsonl"
        cls.documents.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in DOCUMENTS))
        cls.db = cls.folder / "db"
        must(cls.prefix / "bin/dragoman-index", "--quiet", "--db", cls.db, cls.documents)

    def headers(self):
        include = self.prefix / "include"
        return sorted(h.relative_to(include).as_posix() for h in include.rglob("*.h"))

    def test_only_what_an_embedder_needs_is_installed(self):
        headers = self.headers()
        for wanted in ("dragoman.h", "dragoman/searcher/searcher.h", "dragoman/indexer/index_writer.h",
                       "dragoman/analyzers/analyzer.h"):
            self.assertIn(wanted, headers)
        for internal in ("schema", "hash", "stored_document", "position_table", "index_stub", "query_parser"):
            self.assertFalse([h for h in headers if h.endswith(internal + ".h")], internal)
        self.assertEqual([], [p for p in self.prefix.rglob("*.a")])

    def test_headers_need_no_other_library(self):
        source = self.folder / "all.cc"
        source.write_text("".join(f"#include <{h}>\n" for h in self.headers()))
        flags = ["-std=c++20", "-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Werror", f"-I{self.prefix}/include"]
        must(CXX, *flags, "-fsyntax-only", source)
        used = must(CXX, *flags, "-M", source)
        self.assertEqual([], re.findall(r"\S*/(?:xapian|unicode|boost|nlohmann)[/.]\S*", used))
        self.assertIn("searcher.h", used)

    def test_only_dragoman_symbols_are_exported(self):
        listed = must("nm", "-D", "--defined-only", "--format=posix", self.lib / "libdragoman.so")
        names = [line.split()[0] for line in listed.splitlines()]
        ours = re.compile(r"_Z(?:T[ISV])?NK?8dragoman|dragoman_")
        self.assertEqual([], [name for name in names if not ours.match(name)])
        self.assertIn("dragoman_search", names)
        self.assertTrue([n for n in names if n.startswith("_ZN8dragoman8Searcher4open")])
        internal = re.compile(r"_ZNK?8dragoman(?:13StoredDocument|13PositionTable|11parse_query)")
        self.assertEqual([], [name for name in names if internal.match(name)])

    def test_library_is_versioned(self):
        version = re.search(r"project\(dragoman VERSION (\d+)\.(\d+)\.(\d+)", (ROOT / "CMakeLists.txt").read_text())
        major, minor, _ = version.groups()
        dynamic = must("readelf", "-d", self.lib / "libdragoman.so")
        self.assertIn(f"[libdragoman.so.{major}.{minor}]", dynamic)
        self.assertTrue((self.lib / ("libdragoman.so." + ".".join(version.groups()))).is_file())
        self.assertTrue((self.lib / "libdragoman.so").is_symlink())

    def test_a_project_finds_it_with_cmake(self):
        build = self.folder / "examples"
        must("cmake", "-G", "Ninja", "-S", ROOT / "examples", "-B", build, f"-DCMAKE_PREFIX_PATH={self.prefix}",
             f"-DCMAKE_CXX_COMPILER={CXX}")
        must("cmake", "--build", build)
        self.check_examples(build)

    def check_examples(self, build):
        out = must(build / "search", self.db, "CSTO")
        self.assertEqual("1 documents\n1. Саммит в Ереване\n   Лидеры стран [ОДКБ] встретились в Ереване. Приняли список.\n", out)
        self.assertEqual(1, run(build / "search", self.db, "nowhere").returncode)
        missing = run(build / "search", self.folder / "нет", "CSTO")
        self.assertEqual(2, missing.returncode)
        self.assertIn("нет", missing.stderr)
        self.assertEqual("CSTO: ru-1\nCSTO: ru-1 zh-1\n", must(build / "index_and_search", self.folder / "new.db"))
        self.assertEqual("13 ШОС = Shanghai Cooperation Organization\n24 S/RES/1540 (2004) = S/RES/1540(2004)\n",
                         must(build / "annotate", input="Страны ШОС — S/RES/1540 (2004)."))
        answer = json.loads(must(build / "search_c", self.db, "ШОС"))
        self.assertEqual(["zh-1"], [hit["id"] for hit in answer["hits"]])
        self.assertEqual([{"value": "zh", "count": 1}], answer["facets"]["lang"])

    def test_pkg_config_finds_it(self):
        env = {**os.environ, "PKG_CONFIG_PATH": str(self.lib / "pkgconfig"), "LD_LIBRARY_PATH": str(self.lib)}
        version = must("pkg-config", "--modversion", "dragoman", env=env).strip()
        self.assertRegex(version, r"^\d+\.\d+\.\d+$")
        flags = must("pkg-config", "--cflags", "--libs", "dragoman", env=env).strip()
        self.assertNotIn("xapian", must("pkg-config", "--static", "--libs", "dragoman", env=env))
        program = self.folder / "with_pkg_config"
        must("sh", "-c", f"cc -std=c11 -Wall -Werror -pedantic '{ROOT}/examples/search.c' -o '{program}' {flags}", env=env)
        self.assertEqual(1, json.loads(must(program, self.db, "CSTO", env=env))["total"])

    def test_python_package_is_imported_from_where_it_is(self):
        modules = list(self.prefix.rglob("_core*.so"))
        if not modules:
            self.skipTest("this build has no Python package")
        env = {**os.environ, "PYTHONPATH": str(modules[0].parents[1])}
        python = os.environ.get("DRAGOMAN_PYTHON", sys.executable)
        out = must(python, ROOT / "examples/search.py", self.db, "ШОС", env=env)
        self.assertIn("1 documents\n1. 青岛峰会\n", out)
        self.assertIn("['上合组织']", out)
        missing = run(python, ROOT / "examples/search.py", self.folder / "нет", "ШОС", env=env)
        self.assertEqual(1, missing.returncode)
        self.assertNotIn("Traceback", missing.stderr)

    def test_programs_pages_and_completions_are_there(self):
        for name in ("dragoman-index", "dragoman-search", "dragoman-analyze"):
            self.assertTrue((self.prefix / "bin" / name).is_file())
            self.assertTrue((self.prefix / "share/man/man1" / f"{name}.1").is_file())
            self.assertTrue((self.prefix / "share/bash-completion/completions" / name).is_file())


class DebianPackage(unittest.TestCase):
    def setUp(self):
        for tool in ("dpkg-deb", "dpkg-shlibdeps"):
            if shutil.which(tool) is None:
                self.skipTest(f"{tool} is not installed")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_what_is_unpacked_works(self):
        must("cpack", "-G", "DEB", "-B", self.folder / "out", "--config", BUILD / "CPackConfig.cmake", cwd=self.folder)
        package, = (self.folder / "out").glob("*.deb")
        fields = must("dpkg-deb", "-f", package)
        self.assertRegex(fields, r"(?m)^Package: dragoman$")
        self.assertRegex(fields, r"(?m)^Depends: .*\blibxapian30\b")
        self.assertRegex(fields, r"(?m)^Maintainer: .+")
        root = self.folder / "root"
        must("dpkg-deb", "-x", package, root)
        lib = next((root / "usr/lib").rglob("libdragoman.so")).parent
        self.assertTrue((root / "usr/include/dragoman.h").is_file())
        self.assertTrue((root / "usr/share/doc/dragoman/copyright").is_file())

        documents = self.folder / "документы.jsonl"
        documents.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in DOCUMENTS))
        env = {**os.environ, "LD_LIBRARY_PATH": str(lib)}
        must(root / "usr/bin/dragoman-index", "--quiet", "--db", self.folder / "db", documents, env=env)
        found = json.loads(must(root / "usr/bin/dragoman-search", "--db", self.folder / "db", "--format", "json", "ШОС"))
        self.assertEqual(["zh-1"], [hit["id"] for hit in found["hits"]])

        program = self.folder / "search"
        must("cc", "-std=c11", ROOT / "examples/search.c", "-o", program, f"-I{root}/usr/include", f"-L{lib}", "-ldragoman")
        self.assertEqual(1, json.loads(must(program, self.folder / "db", "CSTO", env=env))["total"])


if __name__ == "__main__":
    unittest.main()
