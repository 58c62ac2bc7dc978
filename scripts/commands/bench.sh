# shellcheck shell=bash
# ./hotline bench NAME [--quick]: exactly one JSON object on standard output.

# The clocks are measured in the application's own code.
[ "${1:-}" != clocks ] || build backend 1>&2
run_caller bench "$@"
