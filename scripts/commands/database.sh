# shellcheck shell=bash
# ./hotline database start|stop|status [--kind mariadb|mysql]

action=${1:-status}
kind=mariadb
[ "${2:-}" != --kind ] || kind=${3:?mariadb or mysql}
[[ "$kind" =~ ^(mariadb|mysql)$ ]] || fail "--kind is mariadb or mysql, not '$kind'"
case "$action" in
  start)
    if [ -n "${HOTLINE_DB_URL:-}" ]; then
      note "HOTLINE_DB_URL is set: no database is started"
      exit 0
    fi
    prepare_secrets
    locked database start_database "$kind"
    ;;
  stop) locked database stop_database ;;
  status)
    pid=$(database_pid) || {
      say "database: stopped"
      exit 3
    }
    say "database: running, $(database_kind), process $pid, $(database_url)"
    ;;
  *) fail "usage: ./hotline database start|stop|status [--kind mariadb|mysql]" ;;
esac
