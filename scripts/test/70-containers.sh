# shellcheck shell=bash
# What the images hold, run without Docker: the files that their Dockerfiles copy, in folders of their own.

unset HOTLINE_TRUNK_HOST HOTLINE_TRUNK_PORT
"$HOTLINE_ROOT/hotline" asterisk stop

# image DOCKERFILE: a folder with what its last stage copies to /opt/hotline.
image() {
  local image from to
  image="$TEST_DIR/image-$(basename "$(dirname "$1")")"
  mkdir -p "$image"
  while read -r from to; do
    to="$image${to#/opt/hotline}"
    mkdir -p "$(dirname "$to/x")"
    # shellcheck disable=SC2086 # a pattern
    if [ -d "$HOTLINE_ROOT/$from" ]; then cp -r "$HOTLINE_ROOT/$from/." "$to"; else cp "$HOTLINE_ROOT/"$from "$to"; fi
  done < <(sed -n 's#^COPY \(--from=build /src/\)\{0,1\}\([^ ]*\) \(/opt/hotline[^ ]*\)$#\2 \3#p' "$HOTLINE_ROOT/$1")
  printf '%s' "$image"
}

# foreground NAME IMAGE: the image's command; its process is in FOREGROUND.
foreground() {
  HOTLINE_DRAIN=20 "$2/hotline" "$1" foreground >"$TEST_DIR/$1-foreground.log" 2>&1 &
  FOREGROUND=$!
}

# ends_within SECONDS PID: and with which code is in ENDED_WITH.
ends_within() {
  wait_for_exit "$2" "$1" || return 1
  ENDED_WITH=0
  wait "$2" 2>/dev/null || ENDED_WITH=$?
}

booted() { "$asterisk_image/hotline" asterisk cli 'core waitfullybooted' 2>/dev/null | grep -q 'fully booted'; }

section "the images' contents without Docker"
asterisk_image=$(image asterisk-conf/Dockerfile)
foreground asterisk "$asterisk_image"
asterisk_process=$FOREGROUND
check "Asterisk's image becomes healthy" eventually 40 booted

if [ -n "$(program_jar backend)" ]; then
  application_image=$(image backend/Dockerfile)
  "$HOTLINE_ROOT/hotline" database start >"$TEST_DIR/database.log" 2>&1
  foreground application "$application_image"
  application_process=$FOREGROUND
  check "the application's image becomes healthy" eventually 120 "$application_image/hotline" application status
  phone caller "$CALLER_PORT" 8 3
  place_call 13800000001 "$HOTLINE_NUMBER" "$CALLER_PORT" >/dev/null
  eventually 10 grep -q connected "$TEST_DIR/caller.log"
  kill -TERM "$application_process"
  check "a stopped application lets the call in progress go on" eventually 10 \
    grep -q 'go on for at most 20 s' "$HOTLINE_HOME/log/application.log"
  check "and ends when the call has ended" ends_within 40 "$application_process"
  check "it was the caller who ended it" grep -q 'is over: the caller hung up' "$HOTLINE_HOME/log/application.log"
  check_equal "nothing of it is left running" "" "$(application_pid)"
  end_phones
  "$HOTLINE_ROOT/hotline" database stop
else
  cannot "the application's image without Docker: the application was not built"
fi

clear_spool
phone caller "$CALLER_PORT" 6 3
place_call 13800000001 "$HOTLINE_NUMBER" "$CALLER_PORT" >/dev/null
eventually 10 grep -q connected "$TEST_DIR/caller.log"
kill -TERM "$asterisk_process"
check "a stopped Asterisk lets the call in progress go on" ends_within 40 "$asterisk_process"
check_equal "and ends as it should" 0 "$ENDED_WITH"
check "its call is in the spool, to its end" ended_calls 1
end_phones
clear_spool
