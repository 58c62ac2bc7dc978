# shellcheck shell=bash
# What the script tests share: checks that are counted, AMI, phones, a wait with a limit.

PASSED=0
FAILED=0
PHONES=()
CANNOT=()

passed() {
  PASSED=$((PASSED + 1))
  say "  ok    $1"
}

failed() {
  FAILED=$((FAILED + 1))
  say "  WRONG $1"
}

# check TEXT COMMAND...: the command's success decides.
check() {
  local text="$1"
  shift
  if "$@" >/dev/null 2>&1; then passed "$text"; else failed "$text"; fi
}

# check_equal TEXT EXPECTED ACTUAL
check_equal() {
  if [ "$2" = "$3" ]; then passed "$1"; else failed "$1: expected '$2', was '$3'"; fi
}

# eventually SECONDS COMMAND...
eventually() {
  local left=$(($1 * 10))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$left" -gt 0 ] || return 1
    left=$((left - 1))
    sleep 0.1
  done
}

# ami LINE...: logs in as the test caller, sends one action, prints the answer.
ami() {
  local line answer=""
  exec 7<>"/dev/tcp/127.0.0.1/$PORT_AMI"
  printf 'Action: Login\r\nUsername: test-caller\r\nSecret: %s\r\nEvents: off\r\n\r\n' "$HOTLINE_CALLER_AMI_PASSWORD" >&7
  printf '%s\r\n' "$@" 'ActionID: asked' '' >&7
  while IFS= read -r -t 5 line <&7; do
    line=${line%$'\r'}
    answer+="$line"$'\n'
    [ "$line" != 'ActionID: asked' ] || break
  done
  while IFS= read -r -t 1 line <&7 && [ "${line%$'\r'}" != "" ]; do answer+="${line%$'\r'}"$'\n'; done
  exec 7>&-
  printf '%s' "$answer"
}

# phone NAME PORT TALK_SECONDS TONE_SECONDS: a phone that waits for its call; its words go to NAME.log.
phone() {
  "$JAVA_HOME/bin/java" -Xshare:auto -XX:TieredStopAtLevel=1 "$HOTLINE_ROOT/scripts/test/AudioSocketPhone.java" \
    "$2" "$3" "$4" "$TEST_DIR/$1.raw" >"$TEST_DIR/$1.log" 2>&1 &
  PHONES+=("$!")
  eventually 20 listening "$2" || failed "the test phone $1 does not start"
}


# place_call FROM NUMBER PORT: the caller's phone waits at PORT.
place_call() {
  ami 'Action: Originate' "Channel: PJSIP/$2@loop" 'Context: test-caller' 'Exten: s' 'Priority: 1' \
    "CallerID: <$1>" 'Async: true' 'Timeout: 20000' \
    "Variable: CALLER_UUID=$(cat /proc/sys/kernel/random/uuid)" "Variable: CALLER_ADDRESS=127.0.0.1:$3"
}

section() { say "$1"; }
not() { ! "$@"; }
cannot() { CANNOT+=("$1"); }

# ended_calls COUNT
ended_calls() { [ "$(find "$HOTLINE_HOME/spool" -name '*.ended' | wc -l)" -ge "$1" ]; }
clear_spool() { find "$HOTLINE_HOME/spool" -type f -delete; }

# listening_addresses PORT: of TCP, as the kernel writes them.
listening_addresses() {
  awk -v port=":$(printf '%04X' "$1")" '$4 == "0A" && substr($2, length($2) - 4) == port { sub(":.*", "", $2); print $2 }' \
    /proc/net/tcp /proc/net/tcp6
}
listening() { [ -n "$(listening_addresses "$1")" ]; }

# has_tone FILE: whether at least half a second of it is loud (16-bit samples, the tone is 8000 high).
has_tone() {
  [ "$(od -An -v -td2 -w2 -j44 "$1" | awk '$1 > 2500 || $1 < -2500 { n++ } END { print n + 0 }')" -gt 2500 ]
}

end_phones() {
  local pid
  for pid in "${PHONES[@]}"; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  PHONES=()
}

restart_asterisk() {
  "$HOTLINE_ROOT/hotline" asterisk stop
  "$HOTLINE_ROOT/hotline" asterisk start 2>"$TEST_DIR/start.log" || failed "asterisk start: $(tail -n 3 "$TEST_DIR/start.log")"
}
