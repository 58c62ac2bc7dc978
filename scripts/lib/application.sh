# shellcheck shell=bash
# The application: one JVM, its own session, its own log that it rotates itself.

application_mark() { printf -- '-Dhotline.process=%s' "$HOTLINE_HOME"; }
application_pid() { running application "$(application_mark)"; }

console_host() {
  case "$HOTLINE_LISTEN" in
    0.0.0.0 | ::) printf 127.0.0.1 ;;
    *) printf '%s' "$HOTLINE_LISTEN" ;;
  esac
}
console_url() { printf 'http://%s:%s/' "$(console_host)" "$PORT_HTTP"; }

# health_answer [GROUP]: the first line of what the application says of its readiness; empty when it says nothing.
health_answer() {
  local status
  exec 6<>"/dev/tcp/$(console_host)/$PORT_HTTP" || return 1
  printf 'GET /actuator/health/%s HTTP/1.0\r\nHost: localhost\r\n\r\n' "${1:-readiness}" >&6
  IFS= read -r -t 5 status <&6 || status=""
  exec 6>&-
  printf '%s' "$status"
} 2>/dev/null

# healthy: whether the application answers that it is ready for calls; answers: whether it answers anything.
healthy() { [[ "$(health_answer)" == *" 200"* ]]; }
answers() { [[ "$(health_answer)" == HTTP/* ]]; }

# tickets_are_kept: whether what callers say reaches the database.
tickets_are_kept() { [[ "$(health_answer data)" == *" 200"* ]]; }

# node_sip: where other nodes send callers to its agents: the host at which they reach its console, and Asterisk's port.
node_sip() {
  local host=${HOTLINE_NODE_URL:-}
  host=${host#*://}
  [ "${host: -1}" = "]" ] || host=${host%:*}
  printf '%s' "${HOTLINE_NODE_SIP:-${host:-127.0.0.1}:$PORT_SIP}"
}

# application_command CONSOLE-THRESHOLD: sets APPLICATION_COMMAND.
application_command() {
  local jar
  # A copy: a later build must not pull the jar away from under the running JVM.
  jar="$HOTLINE_HOME/run/application.jar"
  [ "${KEEP_JAR:-no}" = yes ] || cp "$(program_jar backend)" "$jar"
  APPLICATION_COMMAND=(env "HOTLINE_DB_URL=${HOTLINE_DB_URL:-$(database_url)}" "$JAVA_HOME/bin/java" "$(application_mark)" "-Duser.timezone=$HOTLINE_TIMEZONE"
    -Dfile.encoding=UTF-8 -XX:+ExitOnOutOfMemoryError)
  [ "$(java_version)" -lt 22 ] || APPLICATION_COMMAND+=(--enable-native-access=ALL-UNNAMED)
  # Waiting for a socket by platform threads costs a third less a call on few processors (bench agi).
  [ "$(java_version)" -lt 24 ] || APPLICATION_COMMAND+=(-Djdk.pollerMode=1)
  # shellcheck disable=SC2206 # several options in one variable are several words
  APPLICATION_COMMAND+=(${HOTLINE_JAVA_OPTIONS:-} -jar "$jar"
    --server.port="$PORT_HTTP"
    --hotline.node.sip="$(node_sip)"
    --hotline.telephony.ami.port="$PORT_AMI"
    --hotline.telephony.agi.port="$PORT_AGI"
    --hotline.telephony.audio-socket.port="$PORT_AUDIO"
    --hotline.desk.sip-url="${HOTLINE_SIP_URL:-ws://127.0.0.1:$PORT_WS/ws}"
    --hotline.https.listen="${HOTLINE_HTTPS_LISTEN:-}"
    --hotline.https.port="$PORT_HTTPS"
    --hotline.https.certificate="$(certificate_dir)/cert.pem"
    --hotline.https.key="$(certificate_dir)/key.pem"
    --logging.file.name="$HOTLINE_HOME/log/application.log"
    --logging.logback.rollingpolicy.max-file-size=20MB
    --logging.logback.rollingpolicy.total-size-cap=1GB
    --logging.logback.rollingpolicy.max-history=90
    --logging.threshold.console="$1")
  [ "$HOTLINE_LOG_FORMAT" = text ] || APPLICATION_COMMAND+=(--logging.structured.format.file=ecs)
}

# What the application reads from the environment; passwords stay out of its command line.
application_environment() {
  export HOTLINE_DB_USER="${HOTLINE_DB_USER:-hotline}"
  # The active model's link may have come or gone since an earlier start.
  if [ "${HOTLINE_MODEL:-}" = "$HOTLINE_HOME/model" ] && [ ! -d "$HOTLINE_MODEL" ]; then unset HOTLINE_MODEL; fi
  if [ -z "${HOTLINE_MODEL:-}" ] && [ -d "$HOTLINE_HOME/model" ]; then HOTLINE_MODEL="$HOTLINE_HOME/model"; fi
  [ -z "${HOTLINE_MODEL:-}" ] || [ -d "$HOTLINE_MODEL" ] || fail "HOTLINE_MODEL=$HOTLINE_MODEL is no folder"
  if [ -n "${HOTLINE_MODEL:-}" ]; then export HOTLINE_MODEL; else unset HOTLINE_MODEL; fi
}

# configure_application CONSOLE-THRESHOLD
configure_application() {
  application_environment
  prepare_certificate
  umask 077
  mkdir -p "$HOTLINE_HOME/run" "$HOTLINE_HOME/log"
  application_command "$1"
}

# In a container the application is the one service; the jar comes with the image.
run_application() {
  find_java || fail "no JDK >= 17 was found"
  [ -n "$(program_jar backend)" ] || build backend
  ! port_taken "$PORT_HTTP" || fail "port $PORT_HTTP is taken by another program; HOTLINE_INSTANCE=n shifts all ports"
  configure_application INFO
  launch_child application "${APPLICATION_COMMAND[@]}"
  trap 'stop_application' TERM INT
  await_child application
}

start_application() {
  local pid
  if pid=$(application_pid); then
    note "the application runs already (process $pid)"
    up_to_date backend || note "its sources are newer: ./hotline down and ./hotline up bring them in"
    return 0
  fi
  ! port_taken "$PORT_HTTP" || fail "port $PORT_HTTP is taken by another program; HOTLINE_INSTANCE=n shifts all ports"
  build backend
  find_java || fail "no JDK >= 17 was found"
  launch_application
}

launch_application() {
  configure_application WARN
  : >"$HOTLINE_HOME/log/application.console"
  launch application "$HOTLINE_HOME/log/application.console" "${APPLICATION_COMMAND[@]}"
}

# start_same_application: what ran before, whatever the sources have become since.
start_same_application() {
  ! application_pid >/dev/null || return 0
  ! port_taken "$PORT_HTTP" || fail "port $PORT_HTTP is taken by another program"
  [ -f "$HOTLINE_HOME/run/application.jar" ] || fail "there is no $HOTLINE_HOME/run/application.jar; ./hotline up makes it"
  find_java || fail "no JDK >= 17 was found"
  KEEP_JAR=yes
  launch_application
}

# restart_application: under one lock, so that who watches over it finds the new one.
restart_application() {
  stop_application
  start_application
}

# await_application SECONDS
await_application() {
  local end=$((SECONDS + $1)) told=$SECONDS line
  until healthy; do
    application_pid >/dev/null || {
      tail -n 30 "$HOTLINE_HOME/log/application.console" >&2
      fail "the application ended while it started; see $HOTLINE_HOME/log/application.log. What else was started (database, Asterisk) goes on running: ./hotline down stops it, ./hotline up tries again"
    }
    [ "$SECONDS" -lt "$end" ] || fail "the application is not ready after $1 s; see $HOTLINE_HOME/log/application.log"
    if [ $((SECONDS - told)) -ge 10 ]; then
      told=$SECONDS
      line=$(tail -n 1 "$HOTLINE_HOME/log/application.log" 2>/dev/null) || line=
      note "      waiting for the application: ${line:0:120}"
    fi
    sleep 0.3
  done
}

# await_directory SECONDS: until the estates and callers are known to the phone, so that the first call finds them.
await_directory() {
  local end=$((SECONDS + $1))
  until [ -s "$HOTLINE_HOME/cache/directory.json" ]; do
    if [ "$SECONDS" -ge "$end" ]; then
      warn "no sample data after $1 s; see 'sample' in $HOTLINE_HOME/log/application.log"
      return 0
    fi
    sleep 0.3
  done
}

# The application lets calls in progress go on for HOTLINE_DRAIN seconds by itself.
stop_application() { terminate application "$(application_mark)" $((HOTLINE_DRAIN + 17)); }
