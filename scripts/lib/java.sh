# shellcheck shell=bash
# The JDK (>= 17) and Maven. Programs run on the newest JDK that is found, builds on the oldest one:
# that is what the code is written for, and the tools of the build follow new JDKs late.

# jdks: every JDK on this machine, "VERSION FOLDER" a line.
jdks() {
  local dir version
  for dir in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk*; do
    if [ ! -x "$dir/bin/javac" ] || [ ! -x "$dir/bin/jar" ]; then continue; fi
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$dir/release" 2>/dev/null)
    [ -n "$version" ] && printf '%s %s\n' "$version" "$dir"
  done
}

# find_java: sets JAVA_HOME; the caller's own wins when it is new enough.
find_java() {
  local best
  if [ -n "${HOTLINE_JAVA_HOME:-}" ]; then
    best=$HOTLINE_JAVA_HOME
  else
    best=$(jdks | sort -rn -s -k1,1 | awk '$1 >= 17 { print $2; exit }')
  fi
  [ -n "$best" ] && [ -x "$best/bin/javac" ] || return 1
  export JAVA_HOME="$best"
}

# need_java: JAVA_HOME and mvn, installed when they are missing.
need_java() {
  find_java || install_packages openjdk-17-jdk-headless
  find_java || fail "no JDK >= 17 was found; set HOTLINE_JAVA_HOME to one"
  need_packages mvn:maven
}

# build_jdk: what Maven builds with.
build_jdk() {
  printf '%s\n' "${HOTLINE_JAVA_HOME:-$(jdks | sort -n -s -k1,1 | awk '$1 >= 17 { print $2; exit }')}"
}

# maven ARGUMENT...
maven() { JAVA_HOME=$(build_jdk) mvn -B -ntp "$@"; }

# java_version: the number of JAVA_HOME's release.
java_version() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$JAVA_HOME/release"; }
