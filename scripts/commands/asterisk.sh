# shellcheck shell=bash
# ./hotline asterisk start|stop|status|prepare|cli COMMAND

case "${1:-status}" in
  start)
    prepare_secrets
    locked asterisk start_asterisk
    ;;
  stop) locked asterisk stop_asterisk_for_good ;;
  foreground)
    prepare_secrets
    run_asterisk
    ;;
  prepare) prepare_telephony "$(telephony_kind)" ;;
  status)
    pid=$(asterisk_pid) || {
      say "asterisk: stopped"
      exit 3
    }
    say "asterisk: running, process $pid, $(asterisk_cli 'core show channels count' | tr '\n' ' ')"
    ;;
  cli)
    asterisk_pid >/dev/null || fail "asterisk does not run; start it with ./hotline asterisk start"
    asterisk_cli "${2:?which command of Asterisk}"
    ;;
  *) fail "usage: ./hotline asterisk start|stop|status|prepare|cli COMMAND" ;;
esac
