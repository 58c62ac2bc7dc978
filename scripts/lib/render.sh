# shellcheck shell=bash
# Fills in the templates of asterisk-conf/: @NAME@ becomes the value; an unknown name is an error.

declare -A VALUES=()

# render TEMPLATE TARGET
render() {
  local text name
  text=$(<"$1")
  while [[ "$text" =~ @([A-Z][A-Z0-9_]*)@ ]]; do
    name=${BASH_REMATCH[1]}
    [ -n "${VALUES[$name]+set}" ] || fail "$1: nothing is known as @$name@"
    [[ "${VALUES[$name]}" != *"@$name@"* ]] || fail "@$name@ stands for itself"
    text=${text//"@$name@"/"${VALUES[$name]}"}
  done
  printf '%s\n' "$text" >"$2"
}

# single_line NAME: a value from outside must not bring lines of its own into the configuration.
single_line() {
  [[ "${!1:-}" != *[$'\n\r;@']* ]] || fail "$1 must be one line without ';' and '@'"
}
