# shellcheck shell=bash
# The test caller: real calls without a phone.

# run_caller COMMAND ARGUMENT...: standard output belongs to the test caller alone.
run_caller() {
  build test-caller 1>&2
  find_java || fail "no JDK >= 17 was found"
  prepare_secrets
  export HOTLINE_DB_URL="${HOTLINE_DB_URL:-$(database_url)}" HOTLINE_DB_USER="${HOTLINE_DB_USER:-hotline}"
  export HOTLINE_ROOT HOTLINE_PORT_HTTP="$PORT_HTTP" HOTLINE_PORT_AMI="$PORT_AMI" HOTLINE_PORT_SIP="$PORT_SIP" \
    HOTLINE_PORT_AGI="$PORT_AGI" HOTLINE_PORT_AUDIO="$PORT_AUDIO"
  exec "$JAVA_HOME/bin/java" -Dfile.encoding=UTF-8 -jar "$(program_jar test-caller)" "$@"
}
