# shellcheck shell=bash
# Processes that the script owns: a pid file each, and a word of the command line that proves that
# the number was not given to another process since.

pid_file() { printf '%s/run/%s.pid' "$HOTLINE_HOME" "$1"; }

# alive PID: whether it runs (a zombie that nobody has reaped yet does not).
alive() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  stat=${stat##*) }
  [ "${stat:0:1}" != Z ]
}

# running NAME MARK: MARK is one whole argument of the process. Prints the pid of our process NAME; false when there is none. A pid file left
# by a process that is gone is removed.
running() {
  local file pid
  file=$(pid_file "$1")
  pid=$(cat "$file" 2>/dev/null) || return 1
  if [[ "$pid" =~ ^[0-9]+$ ]] && alive "$pid"; then
    # One that has just been started is still the shell for a moment: its file stays.
    tr '\0' '\n' <"/proc/$pid/cmdline" 2>/dev/null | grep -qxF -e "$2" || return 1
    printf '%s' "$pid"
    return 0
  fi
  [ "$(cat "$file" 2>/dev/null)" != "$pid" ] || rm -f "$file"
  return 1
}

# launch NAME LOG COMMAND...: starts it in a session of its own, so that Ctrl-C reaches only us.
launch() {
  local name="$1" log="$2"
  shift 2
  mkdir -p "$HOTLINE_HOME/run" "$(dirname "$log")"
  setsid "$@" >>"$log" 2>&1 </dev/null 9>&- &
  printf '%s\n' "$!" >"$(pid_file "$name")"
  await_exec "$!" "${!#}"
  # So that the shell does not report its end: whoever looks at the pid file does.
  disown
}

# await_exec PID ARGUMENT: until the process is the command with this last argument and not the shell that becomes it, since
# who looks meanwhile would take it for another's.
await_exec() {
  local tries
  for tries in $(seq 100); do
    ! tr '\0' '\n' 2>/dev/null <"/proc/$1/cmdline" | grep -qxF -e "$2" || return 0
    alive "$1" || return 0
    sleep 0.05
  done
  warn "process $1 is not the command that was started, after $((tries / 20)) s"
}

# launch_child NAME COMMAND...: starts it as a child that shares our output, for containers.
launch_child() {
  mkdir -p "$HOTLINE_HOME/run"
  "${@:2}" &
  CHILD=$!
  printf '%s\n' "$CHILD" >"$(pid_file "$1")"
}

# await_child NAME: until the child has ended, whatever signals come meanwhile; with its exit code.
await_child() {
  # A signal ends `wait`, not the child; once it has ended, `wait` tells its code.
  while alive "$CHILD"; do wait "$CHILD" || true; done
  rm -f "$(pid_file "$1")"
  wait "$CHILD"
}

# wait_for_exit PID SECONDS
wait_for_exit() {
  local left=$(($2 * 10))
  while alive "$1"; do
    [ "$left" -gt 0 ] || return 1
    left=$((left - 1))
    sleep 0.1
  done
}

# terminate NAME MARK SECONDS: asks it to end, and ends it when it does not.
terminate() {
  local pid
  pid=$(running "$1" "$2") || return 0
  kill -TERM "$pid" 2>/dev/null || true
  if ! wait_for_exit "$pid" "$3"; then
    warn "$1 (process $pid) did not end within $3 s and is killed"
    kill -KILL "$pid" 2>/dev/null || true
    wait_for_exit "$pid" 5 || fail "process $pid cannot be ended"
  fi
  rm -f "$(pid_file "$1")"
}

# port_taken PORT: whether anything listens on the TCP port on this machine.
port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# locked NAME COMMAND...: one at a time for this instance, so that two starts do not collide. In a
# shell of its own: its umask and its lock end with it.
locked() (
  mkdir -p "$HOTLINE_HOME/run"
  exec 9>"$HOTLINE_HOME/run/$1.lock"
  flock -w 300 9 || fail "another start or stop holds $HOTLINE_HOME/run/$1.lock since 5 minutes"
  "${@:2}"
)
