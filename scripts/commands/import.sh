# shellcheck shell=bash
# ./hotline import FILE [--source NAME] [--commit] [--all-or-nothing]: checks a file, and with --commit enters it.

file="" source="" commit=no all=false
while [ $# -gt 0 ]; do
  case "$1" in
    --source) source="${2:-}" && shift ;;
    --commit) commit=yes ;;
    --dry-run) commit=no ;;
    --all-or-nothing) commit=yes all=true ;;
    -*) fail "import knows --source NAME, --dry-run, --commit and --all-or-nothing, not '$1'" ;;
    *) [ -z "$file" ] || fail "import takes one file"; file=$(absolute "$1" "${caller_dir:-.}") ;;
  esac
  shift
done
[ -f "$file" ] || fail "usage: ./hotline import FILE [--source NAME] [--commit] [--all-or-nothing]"
[[ "$source" =~ ^[A-Za-z0-9-]{0,40}$ ]] || fail "--source has at most 40 letters, digits and hyphens, not '$source'"
reach_hotline

# field NAME JSON
field() { printf '%s' "$2" | grep -o "\"$1\":\"\\{0,1\\}[^\",}]*" | head -n 1 | sed 's/^[^:]*:"\{0,1\}//'; }

# await STATE...: until the import is in one of them.
await_state() {
  local run state
  while true; do
    run=$(call_api GET "imports/$id") || fail "the hotline does not answer: $run"
    state=$(field state "$run")
    case " $* " in *" $state "*) break ;; esac
    note "      $state: $(field rowsDone "$run") of $(field rowsRead "$run") rows"
    sleep 1
  done
  printf '%s' "$run"
}

name=$(basename "$file" | tr -c 'A-Za-z0-9._\n-' '_')
run=$(call_api POST "imports?name=$name&source=$source" --header 'Content-Type: application/octet-stream' --data-binary "@$file") ||
  fail "refused: $run (HOTLINE_USER and HOTLINE_PASSWORD name an administrator)"
id=$(field id "$run")
run=$(await_state checked failed)
[ "$(field state "$run")" = checked ] || fail "given up: $(field failure "$run")"
if [ "$commit" = yes ]; then
  call_api POST "imports/$id/enter?allOrNothing=$all" >/dev/null || fail "not entered: $(field faults "$run") faults; $(console_url)console/moving/$id"
  run=$(await_state "done" failed)
fi
say "$run"
faults=$(field faults "$run")
note "$(field state "$run"), $faults faults; $(console_url)console/moving/$id"
[ "$faults" = 0 ] || call_api GET "imports/$id/faults.csv" >&2
[ "$faults" = 0 ]
