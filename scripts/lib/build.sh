# shellcheck shell=bash
# The two programs, built by Maven when the sources are newer.

# program_jar MODULE: the runnable jar, when there is one.
program_jar() { compgen -G "$HOTLINE_ROOT/$1/target/$1-*-exec.jar" | head -n 1; }

# up_to_date MODULE: whether its jar is newer than every source it is made of.
up_to_date() {
  local jar
  jar=$(program_jar "$1") && [ -n "$jar" ] || return 1
  [ -z "$(find "$HOTLINE_ROOT"/pom.xml "$HOTLINE_ROOT"/{ivr,call-router,"$1"}/{pom.xml,src/main} "$HOTLINE_ROOT"/eval/text/held-out*.tsv -newer "$jar" -print -quit)" ]
}

# build MODULE...: packages those that are not up to date.
build() {
  local module stale=()
  for module in "$@"; do up_to_date "$module" || stale+=("$module"); done
  [ ${#stale[@]} -gt 0 ] || return 0
  need_java
  note "      building ${stale[*]} (the first time minutes, Maven fetches libraries)"
  (
    mkdir -p "$HOTLINE_ROOT/target"
    exec 8>"$HOTLINE_ROOT/target/build.lock"
    flock 8
    cd "$HOTLINE_ROOT" || exit
    with_progress "maven" "$HOTLINE_HOME/log/build.log" \
      maven -DskipTests -pl "$(IFS=,; printf '%s' "${stale[*]}")" -am package
  ) || fail "the build failed; see $HOTLINE_HOME/log/build.log"
}
