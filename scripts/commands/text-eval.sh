# shellcheck shell=bash
# ./hotline text-eval --set FILE [--json]: how well sentences are understood of which the meaning is known.

set_file="" options=()
while [ $# -gt 0 ]; do
  case "$1" in
    --set)
      set_file="${2:-}"
      [ $# -lt 2 ] || shift
      ;;
    --json) options+=(--json) ;;
    *) warn "usage: ./hotline text-eval --set FILE [--json]"; exit 64 ;;
  esac
  shift
done
if [ -z "$set_file" ]; then
  warn "usage: ./hotline text-eval --set FILE [--json]"
  exit 64
fi
umask 077
mkdir -p "$HOTLINE_HOME/run"
run_tool text-eval --set "$(absolute "$set_file" "${caller_dir:-.}")" "${options[@]}"
