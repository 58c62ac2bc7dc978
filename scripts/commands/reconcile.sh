# shellcheck shell=bash
# ./hotline reconcile [DAY]: our log of queues against Asterisk's own of a day (today); one JSON object. Exit code 1 when a difference is
# unexplained, 2 when there is nothing to compare with.


[ -n "${HOTLINE_DB_URL:-}" ] || database_pid >/dev/null || fail "the database does not run; ./hotline database start, or ./hotline up"
run_main cn.wuye.hotline.backend.traffic.reconcile.command.ReconcileCommand --node "$HOTLINE_NODE_ID" \
  --queue-log "$HOTLINE_HOME/asterisk/log/queue_log" --cdr "$HOTLINE_HOME/asterisk/log/cdr-csv/Master.csv" "$@"
