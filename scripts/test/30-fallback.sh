# shellcheck shell=bash
# Application and database are dead: Asterisk rings the people on duty, else it records.

spooled() { cat "$HOTLINE_HOME"/spool/*.call; }
fallback_steps() { spooled | sed -n 's/^fallback=//p' | tr '\n' ' '; }

# seconds_of FILE: the length of 16-bit 8 kHz sound.
seconds_of() { printf '%s' $((($(stat -c %s "$1") - 44) / 16000)); }

# longer_than SECONDS FILE
longer_than() { [ "$(seconds_of "$2")" -ge "$1" ]; }

test_phone() { ami 'Action: DBPut' 'Family: test-phone' "Key: $1" "Val: $2" >/dev/null; }

section "the application is absent: someone is on duty"
printf '[duty]\nnumber1=13900000001\nnumber2=13900000002\n' >"$HOTLINE_HOME/asterisk/etc/on-duty.conf"
test_phone 13900000001 busy
test_phone 13900000002 "127.0.0.1:$DUTY_PORT"
phone duty "$DUTY_PORT" 3 2
phone caller "$CALLER_PORT" 30 30
place_call 13800000001 "$HOTLINE_NUMBER" "$CALLER_PORT" >/dev/null
check "the first line is busy, the second is rung" eventually 20 grep -q connected "$TEST_DIR/duty.log"
check "the call ends when the person on duty hangs up" eventually 20 ended_calls 1
check_equal "the spool tells the way" "entered answered " "$(fallback_steps)"
check_equal "the caller's number is kept" "caller=13800000001" "$(spooled | grep '^caller=')"
check_equal "the number that was dialled is kept" "dialled=$HOTLINE_NUMBER" "$(spooled | grep '^dialled=')"
check "the person on duty hears the caller" has_tone "$TEST_DIR/duty.raw"
check "the caller hears the person on duty" has_tone "$TEST_DIR/caller.raw"
check "the whole call is recorded" longer_than 3 "$(ls "$HOTLINE_HOME"/spool/*[0-9].wav)"
check "the caller alone is recorded" longer_than 3 "$(ls "$HOTLINE_HOME"/spool/*-caller.wav)"
end_phones
clear_spool

section "the application is absent: nobody is on duty"
printf '[duty]\n' >"$HOTLINE_HOME/asterisk/etc/on-duty.conf"
phone caller "$CALLER_PORT" 30 6
place_call '' "$HOTLINE_NUMBER" "$CALLER_PORT" >/dev/null
check "the message ends by 5 s of silence" eventually 30 ended_calls 1
check_equal "the spool tells the way" "entered recorded " "$(fallback_steps)"
check "the message has what was said" longer_than 3 "$(ls "$HOTLINE_HOME"/spool/*-message.wav)"
check "the message has the caller's voice" has_tone "$(ls "$HOTLINE_HOME"/spool/*-message.wav)"
end_phones
clear_spool

section "the caller hangs up in mid-message"
phone caller "$CALLER_PORT" 5 5
place_call 13800000001 "$HOTLINE_NUMBER" "$CALLER_PORT" >/dev/null
check "the call ends" eventually 20 ended_calls 1
check_equal "the message is handed in all the same" "entered recorded " "$(fallback_steps)"
check "with what she said so far" has_tone "$(ls "$HOTLINE_HOME"/spool/*-message.wav)"
end_phones
clear_spool

# An agent stands in for a phone that is registered: a number that Asterisk can dial.
AGENT='Local/13900000003@hotline-outbound/n'
desk="$HOTLINE_HOME/asterisk/etc"
waiting() { asterisk_cli 'queue show q-general' | grep -q 'wait:'; }

section "the application is absent: an agent is signed in"
printf '[q-general](hotline)\ntimeout = 15\ndefaultrule = wide-general\n' >"$desk/queues-live.conf"
printf '[wide-general]\npenaltychange => 15,+10\n' >"$desk/queuerules-live.conf"
printf '[alone]\nqueue = q-general\n' >"$desk/queue-desk.conf"
asterisk_cli 'queue reload all' >/dev/null
check "the queue is there without a restart" eventually 5 eval "asterisk_cli 'queue show q-general' | grep -q leastrecent"
check "so is the rule by which its ring widens" eventually 5 eval "asterisk_cli 'queue show rules' | grep -q wide-general"
test_phone 13900000003 "127.0.0.1:$DUTY_PORT"
asterisk_cli "queue add member $AGENT to q-general" >/dev/null
phone duty "$DUTY_PORT" 3 2
phone caller "$CALLER_PORT" 30 30
place_call 13800000001 "$HOTLINE_NUMBER" "$CALLER_PORT" >/dev/null
check "the agent is rung" eventually 20 grep -q connected "$TEST_DIR/duty.log"
check "the call ends when the agent hangs up: nobody else is rung" eventually 20 ended_calls 1
check_equal "the spool tells the way" "entered answered " "$(fallback_steps)"
check "the two heard each other" has_tone "$TEST_DIR/duty.raw"
end_phones
clear_spool

section "the agent's membership outlives Asterisk"
restart_asterisk
check "she is in the queue after a restart" eventually 10 eval "asterisk_cli 'queue show q-general' | grep -q 13900000003"

section "all agents pause"
asterisk_cli "queue pause member $AGENT queue q-general reason lunch" >/dev/null
phone caller "$CALLER_PORT" 30 6
place_call 13800000001 "$HOTLINE_NUMBER" "$CALLER_PORT" >/dev/null
check "the message ends by 5 s of silence" eventually 30 ended_calls 1
check_equal "the caller is recorded at once" "entered recorded " "$(fallback_steps)"
check "nobody waits" not waiting
end_phones
clear_spool
asterisk_cli "queue remove member $AGENT from q-general" >/dev/null
printf '; no queue yet\n' | tee "$desk/queues-live.conf" >"$desk/queuerules-live.conf"
printf '[alone]\n\n[all]\n' >"$desk/queue-desk.conf"
asterisk_cli 'queue reload all' >/dev/null
