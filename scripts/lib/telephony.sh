# shellcheck shell=bash
# Which Asterisk is used: one on the machine, else Docker, else a bootstrapped folder of Debian sid.

ASTERISK_NEEDED=22.10
SID_PACKAGES=ca-certificates,asterisk,asterisk-modules,mysql-server-core

sid_dir() { printf '%s/sid' "$HOTLINE_CACHE"; }

# in_sid PROGRAM ARGUMENT...: runs a program of the folder on this system, with the folder's libraries.
in_sid() {
  sid_command "$@"
  "${SID_COMMAND[@]}"
}

sid_command() {
  local dir lib
  dir=$(sid_dir)
  lib="$dir/usr/lib/x86_64-linux-gnu"
  SID_COMMAND=("$dir/lib64/ld-linux-x86-64.so.2" --library-path "$lib:$lib/systemd" "$dir$1" "${@:2}")
}

# version_suffices VERSION NEEDED
version_suffices() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

asterisk_version_of() { "$@" -V 2>/dev/null | sed -n 's/^Asterisk \([0-9.]*\).*/\1/p'; }

system_asterisk() {
  local version
  command -v asterisk >/dev/null || return 1
  version=$(asterisk_version_of asterisk)
  [ -n "$version" ] && version_suffices "$version" "$ASTERISK_NEEDED"
}

docker_engine() { command -v docker >/dev/null && docker info >/dev/null 2>&1; }

sid_ready() { [ -x "$(sid_dir)/usr/sbin/asterisk" ]; }

# telephony_kind: prints system, sid or docker; what is prepared comes before what would have to be.
telephony_kind() {
  if [ -n "${HOTLINE_TELEPHONY:-}" ]; then
    [[ "$HOTLINE_TELEPHONY" =~ ^(system|docker|sid)$ ]] || fail "HOTLINE_TELEPHONY is system, docker or sid, not '$HOTLINE_TELEPHONY'"
    printf '%s' "$HOTLINE_TELEPHONY"
  elif system_asterisk; then
    printf system
  elif sid_ready; then
    printf sid
  elif docker_engine; then
    printf docker
  else
    printf sid
  fi
}

# prepare_telephony KIND
prepare_telephony() {
  case "$1" in
    system) system_asterisk || fail "there is no asterisk >= $ASTERISK_NEEDED on this machine" ;;
    docker) build_telephony_image ;;
    sid) sid_ready || bootstrap_sid ;;
  esac
}
