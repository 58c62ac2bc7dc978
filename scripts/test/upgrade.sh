#!/usr/bin/env bash
# An upgrade from another revision with a call in progress: scripts/test/upgrade.sh [REVISION, default HEAD~1]. Not a part of
# ./hotline test: it builds the other revision first.
set -uo pipefail
HOTLINE_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)"
old="$HOTLINE_ROOT/target/upgrade-from"
export HOTLINE_HOME="$HOTLINE_ROOT/target/upgrade-test" HOTLINE_INSTANCE="${HOTLINE_TEST_INSTANCE:-28}" HOTLINE_DRAIN=45
for part in "$HOTLINE_ROOT"/scripts/lib/*.sh "$HOTLINE_ROOT/scripts/test/library.sh"; do
  # shellcheck source=/dev/null
  . "$part"
done
load_environment "$PWD"
clean() {
  "$HOTLINE_ROOT/hotline" down 2>/dev/null
  git -C "$HOTLINE_ROOT" worktree remove --force "$old" 2>/dev/null
}
trap clean EXIT
clean
rm -rf "$HOTLINE_HOME"
git -C "$HOTLINE_ROOT" worktree add --force --detach "$old" "${1:-HEAD~1}" >/dev/null || fail "there is no revision ${1:-HEAD~1}"
"$old/hotline" up --sample --detach >"$HOTLINE_ROOT/target/upgrade.log" 2>&1 || fail "the old revision does not start: see target/upgrade.log"

tickets() {
  prepare_secrets
  database_client
  query "SELECT COUNT(*) FROM ticket"
}
test_equal() { [ "$1" = "$("$2")" ]; }
before=$(tickets)
"$HOTLINE_ROOT/hotline" call --script "$HOTLINE_ROOT/test-caller/scripts/keys-only.yml" --json >"$HOTLINE_HOME/call-0.json" 2>/dev/null
"$HOTLINE_ROOT/hotline" call --script "$HOTLINE_ROOT/test-caller/scripts/keys-only.yml" --json >"$HOTLINE_HOME/call-1.json" 2>/dev/null &
call=$!
eventually 30 test -n "$(ls "$HOTLINE_HOME"/spool/*.call 2>/dev/null)"
sleep 2
"$HOTLINE_ROOT/hotline" upgrade >"$HOTLINE_HOME/upgraded" 2>&1
check "the upgrade ends well: $(tail -n 1 "$HOTLINE_HOME/upgraded")" grep -q '^upgraded' "$HOTLINE_HOME/upgraded"
wait "$call"
check_equal "the call in progress was followed to its end" '"followed":true' "$(grep -o '"followed":[a-z]*' "$HOTLINE_HOME/call-1.json")"
"$HOTLINE_ROOT/hotline" call --script "$HOTLINE_ROOT/test-caller/scripts/keys-only.yml" --json >"$HOTLINE_HOME/call-2.json" 2>/dev/null
check_equal "so is a call afterwards" '"followed":true' "$(grep -o '"followed":[a-z]*' "$HOTLINE_HOME/call-2.json")"
# Counted in the database: the application was away when the second caller looked for her ticket.
check "three calls, three tickets" eventually 30 test_equal $((before + 3)) tickets
say "$PASSED passed, $FAILED failed"
[ "$FAILED" = 0 ]
