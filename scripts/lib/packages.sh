# shellcheck shell=bash
# Programs that come from the machine's package manager.

# need_packages PROGRAM:PACKAGE...: installs the packages whose programs are missing, or says how to.
need_packages() {
  local pair missing=()
  for pair in "$@"; do
    program_there "${pair%%:*}" || missing+=("${pair#*:}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  install_packages "${missing[@]}"
}

# program_there NAME: a program, or an absolute path of something else that a package brings.
program_there() {
  case "$1" in
    /*) [ -e "$1" ] ;;
    *) command -v "$1" >/dev/null || [ -x "/usr/sbin/$1" ] ;;
  esac
}

install_packages() {
  command -v apt-get >/dev/null || fail "missing: $*; install them with this system's package manager"
  [ "$(id -u)" = 0 ] || fail "missing; please run: sudo apt-get install -y $*"
  note "      installing $*"
  with_progress "apt-get update" "$HOTLINE_HOME/log/apt.log" apt_get update || true
  with_progress "apt-get install $*" "$HOTLINE_HOME/log/apt.log" apt_get install -y --no-install-recommends "$@" ||
    fail "could not install $*; see $HOTLINE_HOME/log/apt.log"
}

apt_get() { DEBIAN_FRONTEND=noninteractive apt-get -q "$@"; }
