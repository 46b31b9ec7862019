#!/bin/sh
# Runs Doxygen and fails on what it warns of: every public class, function and enumeration has its words.
#   pages.sh DOXYGEN FOLDER     FOLDER has the Doxyfile and gets html/
set -eu
"$1" "$2/Doxyfile"
# Fields whose names say all, what moves or compares, and Result, which is std::expected, need no words.
if grep -v -E '\((variable|friend)\) of|&&\) noexcept \(function\)|\(function\) of class dragoman::Result|\(typedef\)' \
    "$2/warnings"; then
  echo "The lines above are warnings of Doxygen." >&2
  exit 1
fi
