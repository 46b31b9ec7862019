#!/bin/sh
# Every shell script of the project parses, is executable, and is clean for shellcheck where
# that is installed.   scripts_test.sh ROOT
set -eu
cd "$1"
failed=0

complain() {
  echo "$1" >&2
  failed=1
}

list="script/*"
[ ! -f .ci/run ] || list="$list .ci/run"
# shellcheck disable=SC2086  # the pattern is meant to be expanded
for script in $list tests/*/*.sh; do
  head -n 1 "$script" | grep -q '^#!/bin/sh' || continue
  sh -n "$script" || complain "$script: does not parse"
  [ -x "$script" ] || complain "$script: not executable"
  command -v shellcheck >/dev/null || continue
  shellcheck -x "$script" >&2 || complain "$script: shellcheck complains"
done
exit "$failed"
