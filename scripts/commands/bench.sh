# shellcheck shell=bash
# ./hotline bench NAME [--quick]: exactly one JSON object on standard output.

# What the machine must have for a bench; the peers themselves are fetched by the bench.
case "${1:-}" in
  agi) need_packages sipp:sip-tester node:nodejs npm:npm python3:python3 ;;
  tickets) need_packages /usr/share/request-tracker5/etc:request-tracker5 /usr/share/doc/rt5-db-mysql:rt5-db-mysql ;;
  live) need_packages chromium:chromium python3:python3 ;;
  speech) need_packages espeak-ng:espeak-ng python3:python3 ;;
  audio) need_packages espeak-ng:espeak-ng node:nodejs npm:npm ;;
esac
if [[ "${1:-}" =~ ^(agi|live|speech)$ ]] && ! python3 -c 'import ensurepip, venv' 2>/dev/null; then install_packages python3-venv; fi
# A start is measured, not a build; and the model beside the state is the bench's, too.
case "${1:-}" in calls | jobs | live | loss | reconcile | soak | start | survey-loss | surveys | tickets | turn)
  build backend 1>&2
  application_environment
  ;;
esac
# The clocks are measured in the application's own code.
[ "${1:-}" != clocks ] || build backend 1>&2
run_caller bench "$@"
