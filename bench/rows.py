#!/usr/bin/env python3
"""Runs search_bench on the speeches and on their passages, with the queries of draw_queries.py.

    script/bench [--quick] [--keep] [-- --benchmark_filter=passages/question]

Indexes are made unless they are there and --keep is given. What stands behind -- goes to search_bench.
"""
import argparse
import os
import shutil

from engines import BIN, add_options, make_corpora, run_measured, work_folder


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    parser.add_argument("rest", nargs="*", help=argparse.SUPPRESS)
    options = parser.parse_args()
    folder = work_folder(options)
    corpora, queries = make_corpora(folder, options)
    targets = []
    for name, corpus in corpora.items():
        index = folder / f"{name}.dragoman"
        if not (options.keep and index.exists()):
            shutil.rmtree(index, ignore_errors=True)
            run_measured([BIN / "dragoman-index", "--db", index, "--quiet", corpus])
        targets.append(f"--target={name},{index},{queries}")
    program = str(BIN / "search_bench")
    os.execv(program, [program, *targets, *options.rest])


if __name__ == "__main__":
    main()
