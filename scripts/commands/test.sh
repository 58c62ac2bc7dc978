# shellcheck shell=bash
need_java
cd "$HOTLINE_ROOT" || exit
exec mvn -B -q verify "$@"
