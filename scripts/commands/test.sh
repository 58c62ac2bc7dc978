# shellcheck shell=bash
need_java
cd "$HOTLINE_ROOT"
exec mvn -B -q verify "$@"
