# shellcheck shell=bash
# ./hotline speech-eval --set DIR [--json]: how well recordings are understood of which the meaning is known.

set_folder="" options=()
while [ $# -gt 0 ]; do
  case "$1" in
    --set)
      set_folder="${2:-}"
      [ $# -lt 2 ] || shift
      ;;
    --json) options+=(--json) ;;
    *) warn "usage: ./hotline speech-eval --set DIR [--json]"; exit 64 ;;
  esac
  shift
done
if [ -z "$set_folder" ]; then
  warn "usage: ./hotline speech-eval --set DIR [--json]"
  exit 64
fi
umask 077
mkdir -p "$HOTLINE_HOME/run"
application_environment
run_tool speech-eval --set "$(absolute "$set_folder" "${caller_dir:-.}")" "${options[@]}"
