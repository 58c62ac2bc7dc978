# shellcheck shell=bash
# The programs beside the application that come in its jar.

# tool_jar: that of the running application, else one that is up to date with the sources; an image has no sources.
tool_jar() {
  local jar="$HOTLINE_HOME/run/application.jar"
  if [ ! -f "$jar" ] || ! application_pid >/dev/null; then
    [ ! -f "$HOTLINE_ROOT/pom.xml" ] || build backend 1>&2
    jar=$(program_jar backend)
  fi
  [ -n "$jar" ] || fail "the application is not built"
  printf '%s' "$jar"
}

# run_main CLASS ARGUMENT...: a program of the application's jar by another door than the application's own; standard output
# belongs to it alone.
run_main() {
  local main="$1" jar options=()
  shift
  find_java || need_java
  jar=$(tool_jar)
  prepare_secrets
  export HOTLINE_DB_URL="${HOTLINE_DB_URL:-$(database_url)}" HOTLINE_DB_USER="${HOTLINE_DB_USER:-hotline}"
  [ "$(java_version)" -lt 22 ] || options+=(--enable-native-access=ALL-UNNAMED)
  "$JAVA_HOME/bin/java" -Xmx256m -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -Dsun.jnu.encoding=UTF-8 "${options[@]}" \
    -Dlogback.configurationFile=tool-logback.xml "-Dloader.main=$main" -cp "$jar" \
    org.springframework.boot.loader.launch.PropertiesLauncher "$@"
}

# run_tool ARGUMENT...
run_tool() { run_main cn.wuye.hotline.backend.tool.ToolMain "$@"; }
