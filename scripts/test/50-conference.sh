# shellcheck shell=bash
# A caller and the person on duty in a room: whoever leaves does not leave the other alone.

# ring_duty TALK_SECONDS: the person on duty is rung into the room of the call that is on.
ring_duty() {
  phone duty "$DUTY_PORT" "$1" 30
  eventually 10 grep -q '^call-id=' "$(ls "$HOTLINE_HOME"/spool/*.call)"
  ami 'Action: Originate' 'Channel: Local/13900000002@hotline-outbound' 'Context: hotline-duty' 'Exten: s' 'Priority: 1' \
    "Variable: HOTLINE_ROOM=$(spooled | sed -n 's/^call-id=//p')" 'Async: true' >/dev/null
  eventually 20 grep -q connected "$TEST_DIR/duty.log"
}

# meet CALLER_SECONDS DUTY_SECONDS
meet() {
  test_phone 13900000002 "127.0.0.1:$DUTY_PORT"
  phone caller "$CALLER_PORT" "$1" 30
  application 'SET VARIABLE HOTLINE_CONNECTED 1' 'EXEC ConfBridge CALLID,hotline,hotline-caller' 'GET VARIABLE CONFBRIDGE_RESULT'
  place_call 13800000001 "$HOTLINE_NUMBER" "$CALLER_PORT" >/dev/null
  eventually 20 spool_entry
  ring_duty "$2"
}
spool_entry() { ls "$HOTLINE_HOME"/spool/*.call; }

section "the person on duty hangs up first"
meet 60 3
check "the script gets the caller back" eventually 20 grep -q 'KICKED' "$TEST_DIR/application.log"
check "the two heard each other" has_tone "$TEST_DIR/caller.raw"
check "the call ends" eventually 20 ended_calls 1
end_phones
clear_spool

section "the caller hangs up first"
meet 5 60
check "the call ends" eventually 20 ended_calls 1
check "the person on duty is not left alone" eventually 10 grep -q 'hung up' "$TEST_DIR/duty.log"
check "the two heard each other" has_tone "$TEST_DIR/duty.raw"
end_phones
clear_spool
