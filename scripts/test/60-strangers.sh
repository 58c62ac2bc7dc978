# shellcheck shell=bash
# Who may call by SIP. Addresses of 127.0.0.0/8 stand for other machines; the carrier is 127.0.0.2.

export HOTLINE_TRUNK_HOST=127.0.0.2 HOTLINE_TRUNK_PORT=$((PORT_SIP + 8))
restart_asterisk

# sip SCENARIO ADDRESS PORT OPTION...: one call by sipp.
sip() {
  (cd "$TEST_DIR" && timeout 30 sipp -sf "$HOTLINE_ROOT/scripts/test/$1.sip.xml" -i "$2" -p "$3" -m 1 -timeout 20 \
    -timeout_error -trace_msg -message_file "$1.log" -message_overwrite true "${@:4}" </dev/null >/dev/null 2>&1)
}

# invite ADDRESS FROM-URI: whether the call is answered.
invite() {
  sip call "$1" $((PORT_SIP + 7)) -s "$HOTLINE_NUMBER" -key who "$2" "127.0.0.1:$PORT_SIP"
}

section "requests from strangers"
if command -v sipp >/dev/null; then
  for who in anonymous@anonymous.invalid carrier@x loop@x 1011@x 1001@x 13800000001@x hotline-node@x; do
    check "a stranger who calls himself $who is refused" not invite 127.0.0.3 "$who"
  done
  check_equal "a stranger is challenged, not answered" "SIP/2.0 401 Unauthorized" \
    "$(grep -h '^SIP/2.0' "$TEST_DIR/call.log" | tail -n 1 | tr -d '\r')"
  check_equal "no call of a stranger reached the dialplan" "" "$(ls "$HOTLINE_HOME/spool")"
  check "a resident who withholds her number gets through" invite 127.0.0.2 anonymous@anonymous.invalid
  eventually 20 ended_calls 1
  check_equal "her entry names no number" "caller=" "$(grep -h '^caller=' "$HOTLINE_HOME"/spool/*.call)"
  check "the refusals are in the security log" grep -q InvalidAccountID "$HOTLINE_HOME/asterisk/log/security.log"
  clear_spool

  section "an agent's softphone"
  # agent_calls PASSWORD
  agent_calls() {
    sip agent 127.0.0.3 $((PORT_SIP + 7)) -s "$HOTLINE_NUMBER" -au 1001 -ap "$1" "127.0.0.1:$PORT_SIP"
  }
  check "1001 reaches the hotline with the password" agent_calls "$HOTLINE_AGENT_1001_PASSWORD"
  check "1001 is refused with another" not agent_calls wrong

  section "browsers as phones"
  # web_socket ADDRESS: what Asterisk answers to one who wants to speak SIP there.
  web_socket() {
    curl -s -o /dev/null --max-time 2 -w '%{http_code}' -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' \
      -H 'Sec-WebSocket-Key: aG90bGluZSBob3RsaW5lIQ==' -H 'Sec-WebSocket-Protocol: sip' "http://$1:$PORT_WS/ws"
  }
  check_equal "the application on this machine gets through" 101 "$(web_socket 127.0.0.1)"
  [ "$(lan_address)" = 127.0.0.1 ] || check_equal "nobody else does" 000 "$(web_socket "$(lan_address)")"

  section "the keys of an agent's desk"
  desk="$HOTLINE_HOME/asterisk/etc"
  printf '[q-general](hotline)\n' >"$desk/queues-live.conf"
  printf '[all]\nqueues = q-general\n\n[agent-1001]\nqueues = q-general:10\n' >"$desk/queue-desk.conf"
  asterisk_cli 'queue reload all' >/dev/null
  agent_keys() {
    sip agent 127.0.0.3 $((PORT_SIP + 7)) -s "$1" -au 1001 -ap "$HOTLINE_AGENT_1001_PASSWORD" "127.0.0.1:$PORT_SIP"
  }
  # her_place PATTERN
  her_place() { asterisk_cli 'queue show q-general' | grep 'PJSIP/1001' | grep -q "$1"; }
  check "*1 is answered" agent_keys '*1'
  check "it signs her in where she belongs" eventually 5 her_place 'penalty 10'
  check "*2 is answered" agent_keys '*2'
  check "it begins a pause" eventually 5 her_place 'paused:phone'
  check "*1 is answered again" agent_keys '*1'
  check "it ends the pause" eventually 5 not her_place paused
  check "she is still there" her_place 'penalty 10'
  # She has lost her right meanwhile: there is no place of hers any more.
  printf '[all]\nqueues = q-general\n' >"$desk/queue-desk.conf"
  check "*0 is answered" agent_keys '*0'
  check "it signs her out" eventually 5 not her_place .
  printf '; no queue yet\n' >"$desk/queues-live.conf"
  printf '[alone]\n\n[all]\n' >"$desk/queue-desk.conf"
  asterisk_cli 'queue reload all' >/dev/null

  section "callers of other nodes"
  # node_calls PASSWORD: whether she is in the queue, until her own node takes her back.
  node_calls() {
    sip overflow 127.0.0.3 $((PORT_SIP + 7)) -s q-general_node-9-1700000000.5 -au hotline-node -ap "$1" "127.0.0.1:$PORT_SIP"
  }
  # node_hears CODE: the last answer to her node.
  node_hears() { grep -A 12 "^SIP/2.0 $1" "$TEST_DIR/overflow.log" | tr -d '\r'; }
  # she_waits: in the queue, with the id of her call and her precedence.
  she_waits() {
    asterisk_cli 'core show channels concise' | grep 'hotline-node' | grep -q 'node-9-1700000000.5' &&
      asterisk_cli 'queue show q-general' | grep -q 'hotline-node.*prio: 1003'
  }
  printf '[q-general](hotline)\n' >"$desk/queues-live.conf"
  asterisk_cli 'queue reload all' >/dev/null
  ami 'Action: Originate' "Channel: PJSIP/hotline-node/sip:q-general_node-1-1.1@127.0.0.1:$PORT_SIP" 'Application: Wait' 'Data: 1' 'Async: true' >/dev/null
  check "a node proves itself to another" eventually 5 grep -q 'SuccessfulAuth.*hotline-node' "$HOTLINE_HOME/asterisk/log/security.log"
  check "a node without the password is refused" not node_calls wrong
  check_equal "it does not come into the queue" "" "$(node_hears 180)"
  check "where nobody is signed in she does not wait" not node_calls "$(node_sip_password)"
  check "her node learns that nobody is there" grep -q 'cause=20' <(node_hears 480)
  asterisk_cli 'database put test-phone 13900000009 no-answer' >/dev/null
  asterisk_cli 'queue add member Local/13900000009@hotline-outbound to q-general' >/dev/null
  node_calls "$(node_sip_password)" &
  caller=$!
  check "she waits there as the call that she is" eventually 8 she_waits
  check "she is not answered, and her node can take her back" wait "$caller"
  check_equal "nothing of her is recorded there" "" "$(grep -l node-9 "$HOTLINE_HOME"/spool/* 2>/dev/null)"
  asterisk_cli 'queue remove member Local/13900000009@hotline-outbound from q-general' >/dev/null
  asterisk_cli 'database del test-phone 13900000009' >/dev/null
  printf '; no queue yet\n' >"$desk/queues-live.conf"
  asterisk_cli 'queue reload all' >/dev/null
  HOTLINE_HOME="$TEST_DIR/alone" HOTLINE_CLUSTER_SECRET="" render_asterisk
  check "Asterisk can be configured without the cluster's secret" test -s "$TEST_DIR/alone/asterisk/etc/pjsip.conf"
  check_equal "without the cluster's secret none can come" "" "$(find "$TEST_DIR/alone" -name '*node*' -o -name '*overflow*')"

  section "the people on duty are rung through the carrier"
  clear_spool
  printf '[duty]\nnumber1=13900000001\n' >"$HOTLINE_HOME/asterisk/etc/on-duty.conf"
  sip answer 127.0.0.2 "$HOTLINE_TRUNK_PORT" -m 20 127.0.0.1 &
  PHONES+=("$!")
  phone caller "$CALLER_PORT" 20 20
  place_call 13800000001 "$HOTLINE_NUMBER" "$CALLER_PORT" >/dev/null
  check "the call ends when the carrier's side hangs up" eventually 30 ended_calls 1
  check_equal "the on-duty phone answered" "entered answered " "$(fallback_steps)"
  check "it is dialled by its number" grep -q '^INVITE sip:13900000001@127.0.0.2' "$TEST_DIR/answer.log"
  check "it sees the hotline's number" grep -q "^From:.*<sip:$HOTLINE_NUMBER@" "$TEST_DIR/answer.log"
  end_phones
else
  cannot "requests from strangers: sipp (package sip-tester) is missing"
fi
clear_spool
