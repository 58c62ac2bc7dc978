# shellcheck shell=bash
# ./hotline application foreground|stop|status: for containers and service managers.

case "${1:-status}" in
  foreground)
    prepare_secrets
    run_application
    ;;
  stop) locked application stop_application ;;
  status)
    pid=$(application_pid) || {
      say "application: stopped"
      exit 3
    }
    if healthy; then
      say "application: ready, process $pid"
    else
      say "application: starting, process $pid"
      exit 4
    fi
    ;;
  *) fail "usage: ./hotline application foreground|stop|status" ;;
esac
