# shellcheck shell=bash
# ./hotline bench NAME [--quick]: exactly one JSON object on standard output.

run_caller bench "$@"
