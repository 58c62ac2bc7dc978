# shellcheck shell=bash
# ./hotline up [--sample[=large]] [--detach]

detach=no
for option in "$@"; do
  case "$option" in
    --detach) detach=yes ;;
    --sample) export HOTLINE_SAMPLE=true ;;
    --sample=large) export HOTLINE_SAMPLE=true HOTLINE_SAMPLE_SIZE=large ;;
    *) fail "up knows --sample, --sample=large and --detach, not '$option'" ;;
  esac
done

mkdir -p "$HOTLINE_HOME/run"
own_database() { [ -z "${HOTLINE_DB_URL:-}" ]; }

bring_up() {
  step 1 5 "what this machine needs"
  need_java
  need_packages espeak-ng:espeak-ng sox:sox
  prepare_secrets
  step 2 5 "the database"
  if own_database; then
    locked database start_database "$(database_kind || printf mariadb)"
  else
    note "HOTLINE_DB_URL is set: no database is started"
  fi
  step 3 5 "Asterisk"
  locked asterisk start_asterisk
  step 4 5 "the application"
  locked application start_application
  step 5 5 "waiting until it answers"
  await_application "${HOTLINE_START_LIMIT:-300}"
  [ "${HOTLINE_SAMPLE:-}" != true ] || await_directory 180
}

take_down() {
  trap '' INT TERM
  note ""
  note "stopping"
  rm -f "$(pid_file up)"
  stop_everything
}

[ "$detach" = yes ] || trap 'take_down; exit 0' INT TERM
pid=$(running up up) && [ "$pid" != $$ ] && fail "./hotline up is at work already (process $pid)"
printf '%s\n' $$ >"$(pid_file up)"
bring_up
application_environment
how_to_reach_it
if [ "$detach" = no ]; then
  note "Ctrl-C stops everything"
  watch_over
fi
rm -f "$(pid_file up)"
watched || locked watch start_watch
