# shellcheck shell=bash
# ./hotline audit verify: whether the audit log is as it was written; exit code 4 and the first broken entry when it is not.

[ "$*" = verify ] || fail "usage: ./hotline audit verify"
prepare_secrets
jar="$HOTLINE_HOME/run/application.jar"
[ -f "$jar" ] || jar=$(program_jar backend)
[ -n "$jar" ] || fail "the application was not built yet; ./hotline up does it"
[ -n "${HOTLINE_DB_URL:-}" ] || database_pid >/dev/null || fail "the database does not run; ./hotline database start, or ./hotline up"
find_java || fail "no JDK >= 17 was found"
export HOTLINE_DB_URL="${HOTLINE_DB_URL:-$(database_url)}" HOTLINE_DB_USER="${HOTLINE_DB_USER:-hotline}"
# The same program by another door: nothing of the application itself is started.
exec "$JAVA_HOME/bin/java" -Dloader.main=cn.wuye.hotline.backend.audit.AuditCommand -Dfile.encoding=UTF-8 -cp "$jar" \
  org.springframework.boot.loader.launch.PropertiesLauncher verify
