# shellcheck shell=bash
# What the script says: results on standard output, progress and complaints on standard error.

say() { printf '%s\n' "$*"; }
note() { printf '%s\n' "$*" >&2; }
warn() { printf 'hotline: %s\n' "$*" >&2; }

fail() {
  warn "$*"
  exit 1
}

# step N OF TEXT: opens a numbered step of something long, with the time passed since the first.
STEPS_STARTED=${STEPS_STARTED:-}
step() {
  STEPS_STARTED=${STEPS_STARTED:-$SECONDS}
  note "[$1/$2] $3 ($((SECONDS - STEPS_STARTED)) s)"
}

# with_progress TEXT LOG COMMAND...: runs something silent and long; its output goes to LOG, a line
# every 10 s says that it still runs, and its last lines are shown when it fails.
with_progress() {
  local text="$1" log="$2" started=$SECONDS job
  shift 2
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 &
  job=$!
  while [ -d "/proc/$job" ]; do
    if wait_for_exit "$job" 10; then break; fi
    note "      $text: $((SECONDS - started)) s, $(wc -l <"$log") lines in $log"
  done
  if ! wait "$job"; then
    warn "$text failed; the end of $log:"
    tail -n 15 "$log" >&2
    return 1
  fi
}
