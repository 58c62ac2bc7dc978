# shellcheck shell=bash
# ./hotline audit verify: whether the audit log is as it was written; exit code 4 and the first broken entry when it is not.

[ "$*" = verify ] || fail "usage: ./hotline audit verify"
[ -n "${HOTLINE_DB_URL:-}" ] || database_pid >/dev/null || fail "the database does not run; ./hotline database start, or ./hotline up"
run_main cn.wuye.hotline.backend.audit.AuditCommand verify
