# shellcheck shell=bash
# A backup of a running node, restored on an empty one: everything is there, and calls become tickets again.

# in_home HOME COMMAND...: another HOTLINE_HOME, with its own secrets, on the same ports: for one after the other.
in_home() (
  unset "${CLUSTER_SECRETS[@]}" "${NODE_SECRETS[@]}"
  export HOTLINE_HOME="$1"
  "${@:2}"
)
hotline_in() { in_home "$1" "$HOTLINE_ROOT/hotline" "${@:2}"; }

# called HOME: a call by keys; prints its ticket's number.
called() {
  hotline_in "$1" call --script "$HOTLINE_ROOT/test-caller/scripts/keys-only.yml" --json 2>>"$TEST_DIR/backup-calls.log" |
    sed -n 's/.*"ticket":{"number":"\([0-9]*\)".*/\1/p'
}

# booted HOME: whether Asterisk there takes calls.
booted() { hotline_in "$1" asterisk cli 'core waitfullybooted' 2>/dev/null | grep -q 'fully booted'; }

# ticket_in HOME NUMBER: whether the database that runs there has it.
ticket_in() { in_home "$1" has_ticket "${2:-0}"; }
has_ticket() {
  prepare_secrets
  database_client
  [ "$(query "SELECT COUNT(*) FROM ticket WHERE number = $1")" = 1 ]
}

section "passwords in an option file"
prepare_mariadb
for password in 'plain' 'a"b\c #;d' "ends\\" 'no\tab'; do
  printf '[client]\npassword=%s\n' "$(option_value "$password")" >"$TEST_DIR/option.cnf"
  check_equal "the client reads it as it is" "--password=$password" \
    "$("$(mariadb_dir)/bin/my_print_defaults" --defaults-file="$TEST_DIR/option.cnf" client)"
done

"$HOTLINE_ROOT/hotline" asterisk stop
section "a backup and its restoration"
if [ -n "$(program_jar backend)" ] && [ -n "$(program_jar test-caller)" ]; then
  before="$TEST_DIR/before" after="$TEST_DIR/after"
  hotline_in "$before" up --sample --detach >"$TEST_DIR/backup-up.log" 2>&1 || failed "up: $(tail -n 3 "$TEST_DIR/backup-up.log")"
  kill -KILL "$(cat "$before/run/application.pid")"
  check "the application that died is started again by itself" eventually 90 hotline_in "$before" application status
  kill -KILL "$(cat "$before/run/asterisk.pid")"
  check "Asterisk that died is started again by itself" eventually 90 booted "$before"
  hotline_in "$before" asterisk stop 2>/dev/null
  sleep 5
  check "one that was stopped by hand is not" not hotline_in "$before" asterisk status
  hotline_in "$before" asterisk start 2>/dev/null
  number=$(called "$before")
  check "a call becomes a ticket" ticket_in "$before" "$number"
  backup=$(hotline_in "$before" backup "$TEST_DIR/backups" 2>"$TEST_DIR/backup.log")
  check_equal "the backup is its owner's alone" 600 "$(stat -c %a "$backup")"
  hotline_in "$before" down 2>/dev/null
  check "it is not restored over a home that is in use" not hotline_in "$before" restore "$backup"
  head -c 200000 "$backup" >"$TEST_DIR/cut.tar"
  check "a backup that is cut off is refused" not hotline_in "$TEST_DIR/empty" restore "$TEST_DIR/cut.tar"
  hotline_in "$after" restore "$backup" >"$TEST_DIR/restore.log" 2>&1 || failed "restore: $(tail -n 3 "$TEST_DIR/restore.log")"
  check "as many rows as before" grep -q '^restored: .*ticket 2001' "$TEST_DIR/restore.log"
  hotline_in "$after" up --detach >"$TEST_DIR/backup-up.log" 2>&1 || failed "up: $(tail -n 3 "$TEST_DIR/backup-up.log")"
  check "the ticket is there again" ticket_in "$after" "$number"
  check "its recording is there again" test -n "$(find "$after/recordings" -type f)"
  check "the first login is the same" cmp "$before/secrets/cluster.env" "$after/secrets/cluster.env"
  next=$(called "$after")
  check "a call afterwards becomes a ticket" ticket_in "$after" "$next"
  check "with a number that was never given out" test "${next:-0}" -gt "$number"
  hotline_in "$after" down 2>/dev/null
else
  cannot "backup and restoration: the programs were not built"
fi
