# shellcheck shell=bash
# A call-back: one half of it waits in the queue, the agent is rung, then the resident.

desk="$HOTLINE_HOME/asterisk/etc"
AGENT='Local/13900000003@hotline-outbound/n'

# call_back ID CALLEE SLICE
call_back() {
  ami 'Action: Originate' "Channel: Local/$1@hotline-callback-queue/n" "ChannelId: callback-$1" 'Context: hotline-callback' 'Exten: s' \
    'Priority: 1' 'CallerID: <4001234567>' 'Async: true' 'Timeout: 60000' 'Variable: HOTLINE_QUEUE=q-general' 'Variable: QUEUE_PRIO=4' \
    'Variable: QUEUE_MAX_PENALTY=20' "Variable: HOTLINE_SLICE=$3" "Variable: HOTLINE_CALLEE=$2" >/dev/null
}
in_queue() { asterisk_cli 'queue show q-general' | grep -q 'wait:'; }
no_channels() { ! asterisk_cli 'core show channels concise' | grep -qF "!"; }

printf '[q-general](hotline)\ntimeout = 15\ndefaultrule = wide-general\n' >"$desk/queues-live.conf"
printf '[wide-general]\npenaltychange => 15,+10\n' >"$desk/queuerules-live.conf"
asterisk_cli 'queue reload all' >/dev/null
asterisk_cli "queue add member $AGENT to q-general" >/dev/null
test_phone 13900000003 "127.0.0.1:$DUTY_PORT"
test_phone 13900000001 "127.0.0.1:$CALLER_PORT"

section "a call-back: the agent first, then the resident"
phone duty "$DUTY_PORT" 6 4
phone caller "$CALLER_PORT" 30 4
call_back one 13900000001 30
check "the agent is rung" eventually 20 grep -q connected "$TEST_DIR/duty.log"
check "then the resident" eventually 20 grep -q connected "$TEST_DIR/caller.log"
check "the agent hears the resident" eventually 10 has_tone "$TEST_DIR/duty.raw"
check "the resident hears the agent" eventually 10 has_tone "$TEST_DIR/caller.raw"
check "nothing is left behind" eventually 20 no_channels
check "it has an entry of its own" grep -q '^caller=13900000001' "$HOTLINE_HOME/spool/callback-one.call"
check "which is complete" eventually 10 test -e "$HOTLINE_HOME/spool/callback-one.ended"
check "the talk is recorded" test -s "$HOTLINE_HOME/spool/callback-one-talk.raw"
end_phones

section "a call-back: the resident does not answer"
test_phone 13900000001 busy
phone duty "$DUTY_PORT" 30 2
call_back two 13900000001 30
check "the agent is rung" eventually 20 grep -q connected "$TEST_DIR/duty.log"
check "the agent is let go" eventually 30 grep -q 'hung up' "$TEST_DIR/duty.log"
end_phones

section "a call-back: no agent answers in its time"
test_phone 13900000003 no-answer
asterisk_cli "queue unpause member $AGENT queue q-general" >/dev/null
call_back three 13900000001 3
check "it stands in the queue" eventually 5 in_queue
check "it leaves by itself" eventually 40 not in_queue
check "nothing is left behind" eventually 30 no_channels

section "a call-back: the agent comes back after all had paused"
asterisk_cli "queue pause member $AGENT queue q-general reason lunch" >/dev/null
call_back four 13900000001 10
check "it does not wait where nobody is" eventually 5 not in_queue

asterisk_cli "queue remove member $AGENT from q-general" >/dev/null
printf '; no queue yet\n' | tee "$desk/queues-live.conf" >"$desk/queuerules-live.conf"
asterisk_cli 'queue reload all' >/dev/null
# Nobody is there who takes them out; what follows looks at what is here.
rm -f "$HOTLINE_HOME"/spool/callback-*
