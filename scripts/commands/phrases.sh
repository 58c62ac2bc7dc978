# shellcheck shell=bash
# ./hotline phrases [list|learn|take-back] …: how phrases sound in dialects that the speech model was not made for.

USAGE="usage: ./hotline phrases [list [--json]] | learn --dialect CODE --phrase WORDS [--check DIR] [--dry-run] [--json] FILE.wav... | take-back --dialect CODE --phrase WORDS"
usage() {
  warn "$USAGE"
  exit 64
}

# learned METHOD PATH [CURL-OPTION...]: what is learned, of the hotline that runs.
learned() {
  local method="$1" path="$2"
  shift 2
  call_api "$method" "dialog/learned$path" --max-time 60 --header 'Content-Type: application/json' "$@"
}

# show JSON: a line for each phrase
show() {
  printf '%s' "$1" | grep -o '{"dialect":[^}]*}' |
    sed 's/{"dialect":"\([^"]*\)","phrase":"\([^"]*\)","spellings":\[\([^]]*\)\]}/\1\t\2\t\3/; s/"//g; s/,/ /g' || note "      nothing is learned"
}

action="${1:-list}"
[ $# -eq 0 ] || shift
dialect="" phrase="" check="" dry=no json=no files=()
while [ $# -gt 0 ]; do
  case "$1" in
    --dialect | --phrase | --check)
      [ $# -gt 1 ] || usage
      case "$1" in
        --dialect) dialect="$2" ;;
        --phrase) phrase="$2" ;;
        --check) check=$(absolute "$2" "${caller_dir:-.}") ;;
      esac
      shift
      ;;
    --dry-run) dry=yes ;;
    --json) json=yes ;;
    -*) usage ;;
    *) files+=("$(absolute "$1" "${caller_dir:-.}")") ;;
  esac
  shift
done
[[ "$dialect$phrase" != *[\"\\]* ]] || fail "a phrase has no quotes and backslashes"

case "$action" in
  list)
    reach_hotline
    answer=$(learned GET "") || fail "refused: $answer (HOTLINE_USER and HOTLINE_PASSWORD name an administrator)"
    if [ "$json" = yes ]; then say "$answer"; else show "$answer"; fi
    ;;
  take-back)
    if [ -z "$dialect" ] || [ -z "$phrase" ]; then usage; fi
    reach_hotline
    answer=$(learned POST /take-back --data-binary "{\"dialect\": \"$dialect\", \"phrase\": \"$phrase\"}") || fail "refused: $answer"
    note "taken back from the next call on; the wording's versions in the console have it still"
    ;;
  learn)
    if [ -z "$dialect" ] || [ -z "$phrase" ]; then usage; fi
    # The test set is said by it.
    need_packages espeak-ng:espeak-ng
    umask 077
    mkdir -p "$HOTLINE_HOME/run"
    application_environment
    work=$(mktemp -d)
    # shellcheck disable=SC2064
    trap "rm -rf '$work'" EXIT
    options=()
    if [ "$dry" = no ]; then
      reach_hotline
      learned GET "" >"$work/known.json" ||
        fail "refused: $(cat "$work/known.json") (HOTLINE_USER and HOTLINE_PASSWORD name an administrator)"
      options+=(--known "$work/known.json")
    fi
    [ -z "$check" ] || options+=(--check "$check")
    [ "$json" = no ] || options+=(--json)
    run_tool phrases learn --dialect "$dialect" --phrase "$phrase" --out "$work/kept.json" "${options[@]}" "${files[@]}"
    [ "$dry" = no ] || exit 0
    answer=$(learned POST "" --data-binary "@$work/kept.json") || fail "not kept: $answer"
    note "kept, from the next call on; ./hotline phrases take-back takes it back"
    ;;
  *) usage ;;
esac
