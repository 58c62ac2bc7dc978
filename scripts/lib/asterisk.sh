# shellcheck shell=bash
# Starts and stops this instance's Asterisk.

# asterisk_command ARGUMENT...: sets ASTERISK_COMMAND for the kind of telephony in use.
asterisk_command() {
  case "$TELEPHONY" in
    system) ASTERISK_COMMAND=(asterisk "$@") ;;
    sid)
      sid_command /usr/sbin/asterisk "$@"
      ASTERISK_COMMAND=("${SID_COMMAND[@]}")
      ;;
    docker) docker_asterisk_command "$@" ;;
  esac
}

# Stands as long as it is not to run, because somebody has stopped it.
asterisk_stopped() { printf '%s/run/asterisk.stopped' "$HOTLINE_HOME"; }

asterisk_pid() { running asterisk "$(asterisk_conf)"; }

# asterisk_cli COMMAND: asks the running Asterisk.
asterisk_cli() {
  local kind
  kind=$(cat "$HOTLINE_HOME/run/asterisk.kind" 2>/dev/null) || kind=$(telephony_kind)
  case "$kind" in
    docker) docker exec "$(telephony_container)" asterisk -C "$(asterisk_conf)" -rx "$1" ;;
    sid) in_sid /usr/sbin/asterisk -C "$(asterisk_conf)" -rx "$1" ;;
    *) asterisk -C "$(asterisk_conf)" -rx "$1" ;;
  esac
}

use_sid_folders() {
  ASTERISK_MODULES="$(sid_dir)/usr/lib/x86_64-linux-gnu/asterisk/modules"
  ASTERISK_DATA="$(sid_dir)/usr/share/asterisk"
}

# configure_asterisk: everything but the process.
configure_asterisk() {
  TELEPHONY=$(telephony_kind)
  prepare_telephony "$TELEPHONY"
  if [ "$TELEPHONY" = sid ]; then use_sid_folders; fi
  umask 077
  render_asterisk
  close_spool
  asterisk_command -C "$(asterisk_conf)" -f -n
  printf '%s\n' "$TELEPHONY" >"$HOTLINE_HOME/run/asterisk.kind"
}

# In a container Asterisk is the one service, and its log is the container's, too.
run_asterisk() {
  configure_asterisk
  launch_child asterisk "${ASTERISK_COMMAND[@]}"
  trap 'drain_asterisk; stop_asterisk' TERM INT
  await_child asterisk
}

# drain_asterisk: takes no new calls; those in progress may go on for HOTLINE_DRAIN seconds.
drain_asterisk() {
  local pid
  pid=$(asterisk_pid) || return 0
  asterisk_cli 'core stop gracefully' >/dev/null 2>&1 || return 0
  wait_for_exit "$pid" "$HOTLINE_DRAIN" || warn "calls go on after $HOTLINE_DRAIN s; they end now"
}

# reload_asterisk: the configuration of these sources, without ending a call. A newer Asterisk itself needs a restart.
reload_asterisk() {
  TELEPHONY=$(cat "$HOTLINE_HOME/run/asterisk.kind")
  if [ "$TELEPHONY" = sid ]; then use_sid_folders; fi
  umask 077
  render_asterisk
  # A reload loads no module that is new in modules.conf.
  local module
  for module in app_queue res_pjsip_refer res_srtp res_pjsip_transport_websocket res_mutestream func_module res_musiconhold; do
    asterisk_cli "module load $module.so" >/dev/null 2>&1 || true
  done
  asterisk_cli 'core reload' >/dev/null
}

start_asterisk() {
  local pid
  if pid=$(asterisk_pid); then
    note "asterisk runs already (process $pid)"
    return 0
  fi
  ! port_taken "$PORT_AMI" || fail "port $PORT_AMI is taken by another program; HOTLINE_INSTANCE=n shifts all ports"
  configure_asterisk
  rm -f "$(asterisk_stopped)"
  launch asterisk "$HOTLINE_HOME/asterisk/log/console.log" "${ASTERISK_COMMAND[@]}"
  await_asterisk
}

# No call outlives its Asterisk: what a killed one left open will get no further file.
close_spool() {
  local entry
  for entry in "$HOTLINE_HOME"/spool/*.call; do
    [ -f "$entry" ] || continue
    [ -f "${entry%.call}.ended" ] || date +%s >"${entry%.call}.ended"
  done
}

await_asterisk() {
  local tries pid
  for tries in $(seq 150); do
    pid=$(asterisk_pid) || {
      tail -n 20 "$HOTLINE_HOME/asterisk/log/console.log" >&2
      fail "asterisk ended while it started; see $HOTLINE_HOME/asterisk/log"
    }
    if asterisk_cli 'core waitfullybooted' 2>/dev/null | grep -q 'fully booted'; then
      note "asterisk is ready (process $pid, $TELEPHONY): SIP $PORT_SIP, AMI $PORT_AMI, RTP $PORT_RTP_FIRST-$PORT_RTP_LAST"
      return 0
    fi
    sleep 0.2
  done
  fail "asterisk is not ready after $((tries / 5)) s; see $HOTLINE_HOME/asterisk/log"
}

# By hand: the watch leaves it.
stop_asterisk_for_good() {
  : >"$(asterisk_stopped)"
  stop_asterisk
}

stop_asterisk() { terminate asterisk "$(asterisk_conf)" 15; }
