#!/usr/bin/env bash
# The tests of the script and of Asterisk's configuration, on an instance of their own:
# scripts/test/run.sh [PATTERN...], the instance HOTLINE_TEST_INSTANCE or the next free one below it. The last line is "N passed, N failed"; what could not run is named before.
set -uo pipefail
HOTLINE_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)"
export HOTLINE_HOME="${HOTLINE_TEST_HOME:-$HOTLINE_ROOT/target/script-test}"
export HOTLINE_INSTANCE="${HOTLINE_TEST_INSTANCE:-29}"
unset HOTLINE_TRUNK_HOST HOTLINE_TRUNK_USER HOTLINE_TRUNK_MATCH HOTLINE_NODE_ID HOTLINE_NUMBER HOTLINE_LAN HOTLINE_DB_URL HOTLINE_MODEL
for part in "$HOTLINE_ROOT"/scripts/lib/*.sh "$HOTLINE_ROOT/scripts/test/library.sh"; do
  # shellcheck source=/dev/null
  . "$part"
done
load_environment "$PWD"
while port_taken "$PORT_AMI" && [ "$HOTLINE_INSTANCE" -gt 20 ]; do
  HOTLINE_INSTANCE=$((HOTLINE_INSTANCE - 1))
  load_environment "$PWD"
done
DUTY_PORT=$((PORT_AUDIO + 3))
CALLER_PORT=$((PORT_AUDIO + 4))
find_java || fail "the script tests need a JDK"
stop_all() {
  end_phones
  "$HOTLINE_ROOT/hotline" down 2>/dev/null
}
trap stop_all EXIT
stop_all
rm -rf "$HOTLINE_HOME"
TEST_DIR="$HOTLINE_HOME/test"
mkdir -p "$TEST_DIR"
prepare_secrets

# wanted FILE PATTERN...
wanted() {
  local name="${1##*/}" pattern
  shift
  [ $# -gt 0 ] || return 0
  for pattern in "$@"; do [[ "$name" != *"$pattern"* ]] || return 0; done
  return 1
}

# 10-start.sh looks at how it starts; all others want it to be there.
wanted 10-start.sh "$@" || "$HOTLINE_ROOT/hotline" asterisk start 2>/dev/null
for file in "$HOTLINE_ROOT"/scripts/test/[0-9]*.sh; do
  wanted "$file" "$@" || continue
  # shellcheck source=/dev/null
  . "$file"
done

for reason in "${CANNOT[@]}"; do say "  NOT RUN: $reason"; done
say "script tests: $PASSED passed, $FAILED failed"
[ "$FAILED" = 0 ]
