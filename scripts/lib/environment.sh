# shellcheck shell=bash
# Where things are and on which ports: docs/architecture.md, "One instance on disk and its ports".

# absolute DIR BASE
absolute() {
  case "$1" in
    /*) printf '%s' "$1" ;;
    *) printf '%s/%s' "$2" "$1" ;;
  esac
}

# load_environment CALLER_DIR: relative folders are relative to where the command was typed.
load_environment() {
  HOTLINE_HOME=$(absolute "${HOTLINE_HOME:-$HOTLINE_ROOT/.hotline}" "$1")
  HOTLINE_CACHE=$(absolute "${HOTLINE_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/hotline}" "$1")
  HOTLINE_INSTANCE=${HOTLINE_INSTANCE:-0}
  [[ "$HOTLINE_INSTANCE" =~ ^[0-9]$|^[1-3][0-9]$ ]] ||
    fail "HOTLINE_INSTANCE must be a number from 0 to 39, not '$HOTLINE_INSTANCE'"
  HOTLINE_NODE_ID=${HOTLINE_NODE_ID:-node-$((HOTLINE_INSTANCE + 1))}
  [[ "$HOTLINE_NODE_ID" =~ ^[A-Za-z0-9-]{1,32}$ ]] ||
    fail "HOTLINE_NODE_ID must be 1 to 32 letters, digits and hyphens, not '$HOTLINE_NODE_ID'"
  HOTLINE_NUMBER=${HOTLINE_NUMBER:-4001234567}
  [[ "$HOTLINE_NUMBER" =~ ^[0-9]{3,20}$ ]] || fail "HOTLINE_NUMBER must be digits, not '$HOTLINE_NUMBER'"
  HOTLINE_LISTEN=${HOTLINE_LISTEN:-127.0.0.1}
  HOTLINE_AMI_USER=hotline
  HOTLINE_TIMEZONE=${HOTLINE_TIMEZONE:-Asia/Shanghai}
  HOTLINE_DRAIN=${HOTLINE_DRAIN:-8}
  [[ "$HOTLINE_DRAIN" =~ ^[0-9]$|^[1-5][0-9]$|^60$ ]] || fail "HOTLINE_DRAIN must be seconds from 0 to 60, not '$HOTLINE_DRAIN'"
  HOTLINE_WATCH=${HOTLINE_WATCH:-yes}
  HOTLINE_QUEUE_LOG=${HOTLINE_QUEUE_LOG:-no}
  [[ "$HOTLINE_QUEUE_LOG" =~ ^(yes|no)$ ]] || fail "HOTLINE_QUEUE_LOG must be yes or no, not '$HOTLINE_QUEUE_LOG'"
  HOTLINE_LOG_FORMAT=${HOTLINE_LOG_FORMAT:-text}
  [[ "$HOTLINE_LOG_FORMAT" =~ ^(text|json)$ ]] || fail "HOTLINE_LOG_FORMAT must be text or json, not '$HOTLINE_LOG_FORMAT'"
  # Set but empty (as compose files do it) is not set: the application has its own default.
  [ -n "${HOTLINE_NAME:-}" ] || unset HOTLINE_NAME
  load_ports
  export HOTLINE_HOME HOTLINE_CACHE HOTLINE_INSTANCE HOTLINE_NODE_ID HOTLINE_NUMBER HOTLINE_LISTEN
  export HOTLINE_AMI_USER HOTLINE_TIMEZONE HOTLINE_DRAIN
}

load_ports() {
  local shift=$((100 * HOTLINE_INSTANCE))
  PORT_HTTP=$((8080 + shift))
  PORT_HTTPS=$((8443 + shift))
  PORT_SIP=$((5060 + shift))
  PORT_AMI=$((5038 + shift))
  PORT_AGI=$((4573 + shift))
  PORT_AUDIO=$((9092 + shift))
  PORT_WS=$((8088 + shift))
  PORT_DATABASE=$((3307 + shift))
  PORT_RTP_FIRST=$((20000 + 1000 * HOTLINE_INSTANCE))
  PORT_RTP_LAST=$((PORT_RTP_FIRST + 999))
}

# socket_dir: a Unix socket's path may have 107 characters at most; a deep HOTLINE_HOME has its
# sockets in the temporary folder, in one that only this user can enter.
socket_dir() {
  local dir="$HOTLINE_HOME/run"
  if [ "${#dir}" -gt 85 ]; then
    dir="${TMPDIR:-/tmp}/hotline-$(id -u)-$(printf '%s' "$HOTLINE_HOME" | cksum | cut -d' ' -f1)"
  fi
  mkdir -p "$dir"
  chmod 700 "$dir"
  printf '%s' "$dir"
}
