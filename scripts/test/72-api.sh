# shellcheck shell=bash
# The running API against its own description: requests made by schemathesis, always the same ones.

SCHEMATHESIS_VERSION=4.32.5
SCHEMATHESIS="$HOTLINE_CACHE/schemathesis-$SCHEMATHESIS_VERSION"

# A folder of its own, so that no package of the machine is touched.
fetch_schemathesis() {
  [ ! -d "$SCHEMATHESIS" ] || return 0
  rm -rf "$SCHEMATHESIS.partial"
  pip3 install -q --no-cache-dir --disable-pip-version-check --target "$SCHEMATHESIS.partial" \
    "schemathesis==$SCHEMATHESIS_VERSION" >"$TEST_DIR/pip.log" 2>&1 && mv "$SCHEMATHESIS.partial" "$SCHEMATHESIS"
}

schemathesis() {
  (cd "$TEST_DIR" && PYTHONPATH="$SCHEMATHESIS" timeout 150 python3 "$SCHEMATHESIS/bin/schemathesis" --no-color run "$@")
}

# api METHOD-AND-OPTIONS... PATH: the status of a request by curl.
api() { curl -s -o "$TEST_DIR/answer" -w '%{http_code}' "${@:1:$#-1}" "http://127.0.0.1:$PORT_HTTP${*: -1}"; }

section "the API against its own description"
if fetch_schemathesis; then
  export HOTLINE_SAMPLE=true HOTLINE_JAVA_OPTIONS="${HOTLINE_JAVA_OPTIONS:-} -Dhotline.api.rate.per-user=1000000 -Dhotline.api.rate.per-address=1000000"
  locked database start_database mariadb >"$TEST_DIR/database.log" 2>&1
  locked application start_application >"$TEST_DIR/start.log" 2>&1
  await_application 300 2>"$TEST_DIR/start.log"
  await_directory 60
  check_equal "the description is there for everybody" 200 "$(api /api/v1/openapi)"
  check_equal "what it describes is not" 401 "$(api /api/v1/tickets)"
  schemathesis "http://127.0.0.1:$PORT_HTTP/api/v1/openapi" --auth "admin:$HOTLINE_ADMIN_PASSWORD" \
    --checks not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance \
    --phases examples,coverage,fuzzing --max-examples 6 --seed 20260301 --generation-deterministic \
    --suppress-health-check all --warnings off --request-timeout 10 >"$TEST_DIR/schemathesis.log" 2>&1
  check_equal "no answer is a 5xx or differs from the description (log: $TEST_DIR/schemathesis.log)" 0 "$?"
  check_equal "nothing in the log is an incident" "" "$(grep -h 'the client was told the incident' "$HOTLINE_HOME/log/application.log" | head -n 3)"
  locked application stop_application
  locked database stop_database
  unset HOTLINE_SAMPLE HOTLINE_JAVA_OPTIONS
else
  cannot "the API against its description: schemathesis could not be fetched (see $TEST_DIR/pip.log)"
fi
