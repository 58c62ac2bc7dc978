# shellcheck shell=bash
# ./hotline status [--json]: exit code 0 when all of it runs, 3 when something does not.

application=stopped
database=stopped
asterisk=stopped
if app_pid=$(application_pid); then
  if healthy; then application=ready; else application=starting; fi
fi
! db_pid=$(database_pid) || database=running
[ -z "${HOTLINE_DB_URL:-}" ] || database=external
! ast_pid=$(asterisk_pid) || asterisk=running
calls=0
[ "$asterisk" = stopped ] || calls=$(asterisk_cli 'core show channels count' 2>/dev/null | awk '/of .* max active call|active call/ { print $1; exit }')
waiting=$(find "$HOTLINE_HOME/spool" -name '*.call' 2>/dev/null | wc -l)
build=missing
! up_to_date backend || build=current
[ "$build" = current ] || [ -z "$(program_jar backend)" ] || build=outdated

if [ "${1:-}" = --json ]; then
  printf '{"node":"%s","instance":%s,"up":%s,' "$HOTLINE_NODE_ID" "$HOTLINE_INSTANCE" \
    "$([ "$application/$asterisk" = ready/running ] && [ "$database" != stopped ] && printf true || printf false)"
  printf '"application":{"state":"%s","pid":%s,"build":"%s"},' "$application" "${app_pid:-null}" "$build"
  printf '"asterisk":{"state":"%s","pid":%s,"calls":%s},' "$asterisk" "${ast_pid:-null}" "${calls:-0}"
  printf '"database":{"state":"%s","pid":%s},' "$database" "${db_pid:-null}"
  printf '"spooledCalls":%s,"console":"%s","number":"%s","home":"%s"}\n' "$waiting" "$(console_url)" "$HOTLINE_NUMBER" \
    "$(printf '%s' "$HOTLINE_HOME" | sed 's/[\\"]/\\&/g')"
else
  [ -z "${1:-}" ] || fail "status knows --json, not '$1'"
  say "application  $application${app_pid:+, process $app_pid}, build $build"
  say "asterisk     $asterisk${ast_pid:+, process $ast_pid, $calls active calls}"
  say "database     $database${db_pid:+, process $db_pid}"
  say "spool        $waiting calls not yet taken in"
  say "console      $(console_url)"
  say "number       $HOTLINE_NUMBER"
fi
[ "$application/$asterisk" = ready/running ] && [ "$database" != stopped ] || exit 3
