# shellcheck shell=bash
# ./hotline upgrade [--without-backup]: these sources take over from the running ones. Asterisk goes on; while the application
# restarts it finishes the calls in progress (HOTLINE_DRAIN seconds), then Asterisk answers alone.

case "${1:-}" in
  "" | --without-backup) ;;
  *) fail "upgrade knows --without-backup, not '$1'" ;;
esac
application_pid >/dev/null || fail "the application does not run; ./hotline up starts the new one at once"
asterisk_pid >/dev/null || fail "asterisk does not run; start it with ./hotline asterisk start, so that no call is lost meanwhile"

step 1 4 "building, while the old application goes on"
prepare_secrets
build backend
step 2 4 "a backup"
if [ "${1:-}" = --without-backup ]; then
  note "      none, as asked"
else
  "$HOTLINE_ROOT/hotline" backup >&2 || fail "there is no backup; nothing was changed (--without-backup goes on without one)"
fi
step 3 4 "telephony's configuration, calls go on"
locked asterisk reload_asterisk
step 4 4 "the application"
away=$SECONDS
locked watch stop_watch
# Also when the new application does not start: nobody else would try again.
trap 'watched || locked watch start_watch' EXIT
application_environment
locked application restart_application
await_application "${HOTLINE_START_LIMIT:-300}"
away=$((SECONDS - away)) end=$((SECONDS + ${HOTLINE_START_LIMIT:-300}))
until tickets_are_kept; do
  [ "$SECONDS" -lt "$end" ] || fail "calls are answered, but the database's tables are not those of this version; tickets wait on this machine and none is lost. See 'Schema not ready' in $HOTLINE_HOME/log/application.log"
  sleep 0.5
done
say "upgraded; Asterisk answered alone for $away s at most"
