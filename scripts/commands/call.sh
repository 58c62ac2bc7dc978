# shellcheck shell=bash
# ./hotline call --script FILE [--json] [--parallel N --rate R], or --answer FILE [--within S]

case " $* " in
  *" --help "* | *" -h "*) ;;
  *) asterisk_pid >/dev/null || fail "the hotline is not up; ./hotline up starts it" ;;
esac
run_caller call "$@"
