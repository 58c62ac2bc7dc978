# shellcheck shell=bash
# The application breaks off, or does not: who goes on with the call.

# application COMMAND...: an application that gives these AGI commands and is then dead.
application() {
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 "$HOTLINE_ROOT/scripts/test/BreakingAgi.java" "$PORT_AGI" "$@" \
    >"$TEST_DIR/application.log" 2>&1 &
  PHONES+=("$!")
  eventually 20 listening "$PORT_AGI"
}

# one_call SECONDS COMMAND...
one_call() {
  phone caller "$CALLER_PORT" "$1" 30
  shift
  application "$@"
  place_call 13800000001 "$HOTLINE_NUMBER" "$CALLER_PORT" >/dev/null
  check "the call ends" eventually 30 ended_calls 1
  end_phones
}

section "the application is killed in mid-call"
one_call 6 "EXEC AudioSocket $(cat /proc/sys/kernel/random/uuid),127.0.0.1:9" "GET VARIABLE UNIQUEID"
check "with nobody at the AudioSocket port its script goes on" grep -q '^GET VARIABLE UNIQUEID -> 200 result=1' "$TEST_DIR/application.log"
check "it was told the SIP call's id" grep -q "^agi_arg_1: $(spooled | sed -n 's/^sip-call-id=//p')$" "$TEST_DIR/application.log"
check_equal "Asterisk goes on alone" "entered recorded " "$(fallback_steps)"
clear_spool

section "the application finished the call"
one_call 30 "SET VARIABLE HOTLINE_DONE 1"
check_equal "Asterisk adds nothing" "" "$(fallback_steps)"
clear_spool

section "the application is killed after the caller talked with a person"
one_call 30 "SET VARIABLE HOTLINE_CONNECTED 1"
check_equal "nobody is rung again" "" "$(fallback_steps)"
clear_spool
