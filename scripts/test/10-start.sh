# shellcheck shell=bash
# Start and stop: secrets, a clean start of Asterisk, pid files that lie.

section "start and stop"
"$HOTLINE_ROOT/hotline" asterisk start 2>"$TEST_DIR/start.log" || failed "asterisk start: $(tail -n 3 "$TEST_DIR/start.log")"
check_equal "the secrets are the owner's alone" "600 600" "$(stat -c %a "$HOTLINE_HOME"/secrets/*.env | tr '\n' ' ' | sed 's/ $//')"
check_equal "nothing in Asterisk's configuration is readable by others" "" \
  "$(find "$HOTLINE_HOME/asterisk/etc" -name '*.conf' -perm /077)"
check_equal "the node shares no secret with the cluster" "" \
  "$(cat "$HOTLINE_HOME"/secrets/*.env | sed 's/^[^=]*=//' | sort | uniq -d)"
check_equal "the cluster's secret is in no file of Asterisk" "" "$(grep -rl "$HOTLINE_CLUSTER_SECRET" "$HOTLINE_HOME/asterisk/etc")"
check_equal "Asterisk starts without a warning" "" "$(grep -E 'WARNING|ERROR' "$HOTLINE_HOME/asterisk/log/messages.log")"
check_equal "AMI listens on loopback only" "0100007F" "$(listening_addresses "$PORT_AMI")"

first=$(cat "$HOTLINE_HOME/run/asterisk.pid")
"$HOTLINE_ROOT/hotline" asterisk start 2>/dev/null
check_equal "a second start changes nothing" "$first" "$(cat "$HOTLINE_HOME/run/asterisk.pid")"

kill -KILL "$first"
printf 'call-id=x\n' >"$HOTLINE_HOME/spool/left-open.call"
eventually 5 not alive "$first"
sleep 1000 &
stranger=$!
printf '%s\n' "$stranger" >"$HOTLINE_HOME/run/asterisk.pid"
"$HOTLINE_ROOT/hotline" asterisk stop
check "a process that got a dead one's number is not stopped" alive "$stranger"
kill "$stranger"
"$HOTLINE_ROOT/hotline" asterisk start 2>/dev/null
check "Asterisk starts again after it was killed" "$HOTLINE_ROOT/hotline" asterisk status
check "a call that a killed Asterisk left open is closed" test -f "$HOTLINE_HOME/spool/left-open.ended"
rm -f "$HOTLINE_HOME"/spool/left-open.*
