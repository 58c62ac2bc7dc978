# shellcheck shell=bash
# ./hotline models [list|download|add|verify|activate|deactivate|remove] …

umask 077
mkdir -p "$HOTLINE_HOME/run"
running=()
if [ "${1:-}" = activate ] || [ "${1:-}" = deactivate ]; then
  if application_pid >/dev/null || healthy; then running=(--running); fi
fi
run_tool models "$@" "${running[@]}"
