# shellcheck shell=bash
# Watches over the application: one that died, or answers nothing any more, is started again; meanwhile Asterisk answers alone. An Asterisk
# that died is started again as well; one that was stopped by hand is not.

# A busy machine may be silent for a while; killing an application that is only slow would make it worse.
WATCH_PATIENCE=60

# watch_over: for ever.
watch_over() {
  local pause=1 started
  while true; do
    started=$SECONDS
    await_death
    [ $((SECONDS - started)) -lt 300 ] || pause=1
    warn "the application has ended; Asterisk answers alone; it is started again in $pause s"
    rest "$pause"
    pause=$((pause < 60 ? pause * 2 : 60))
    # What fails now is tried again after the next pause: whoever watches must not give up.
    keep_asterisk || true
    [ -n "${HOTLINE_DB_URL:-}" ] || database_pid >/dev/null || locked database start_database "$(database_kind)" ||
      warn "the database does not start; trying again"
    locked application start_same_application || warn "the application does not start; trying again"
  done
}

# keep_asterisk: false when it had to be started, which takes its time; half a minute after it did not start it is tried again.
keep_asterisk() {
  [ "$SECONDS" -ge "${ASTERISK_AGAIN:-0}" ] || return 0
  if asterisk_pid >/dev/null || [ -e "$(asterisk_stopped)" ]; then return 0; fi
  warn "Asterisk has ended; it is started again"
  locked asterisk start_asterisk_unless_stopped || warn "Asterisk does not start; trying again"
  ASTERISK_AGAIN=$((SECONDS + 30))
  return 1
}

# Somebody may have stopped it while the lock was waited for.
start_asterisk_unless_stopped() { [ -e "$(asterisk_stopped)" ] || start_asterisk; }

# await_death: until the application's process is gone; one that has started and then answers nothing for WATCH_PATIENCE seconds is killed,
# because Asterisk would wait for it with every caller it holds.
await_death() {
  local pid answered=$SECONDS patience=${HOTLINE_START_LIMIT:-300}
  while pid=$(application_pid); do
    # Nobody has asked the application meanwhile.
    keep_asterisk || answered=$SECONDS
    if answers; then
      answered=$SECONDS
      patience=$WATCH_PATIENCE
    fi
    if [ $((SECONDS - answered)) -gt "$patience" ]; then
      warn "the application (process $pid) has answered nothing for $patience s and is killed"
      kill -KILL "$pid" 2>/dev/null || true
    fi
    rest 3 "$pid"
  done
}

# rest SECONDS [PID]: in small steps, so that nothing stays asleep when we are ended, or when the process has gone.
rest() {
  local left=$1
  while [ "$left" -gt 0 ] && { [ -z "${2:-}" ] || alive "$2"; }; do
    sleep 1
    left=$((left - 1))
  done
}

watch_pid() { running watch "$HOTLINE_HOME/run/watch"; }

# watched: whether somebody watches already (an `up` in the foreground, a service), or nobody shall.
watched() { [ "$HOTLINE_WATCH" = no ] || running up up >/dev/null; }

# start_watch: beside a detached node.
start_watch() {
  watch_pid >/dev/null || launch watch "$HOTLINE_HOME/log/watch.log" "$HOTLINE_ROOT/hotline" watch "$HOTLINE_HOME/run/watch"
}

# stop_watch: before anything else is stopped, or it would be started again.
stop_watch() { terminate watch "$HOTLINE_HOME/run/watch" 10; }
