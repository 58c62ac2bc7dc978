# shellcheck shell=bash
# What the templates of asterisk-conf/ are filled in with.

# Files that Asterisk reports as errors when they are missing.
UNUSED_CONF=(acl ccss features pjproject statsd udptl)

asterisk_home() { printf '%s/asterisk' "$HOTLINE_HOME"; }
asterisk_conf() { printf '%s/etc/asterisk.conf' "$(asterisk_home)"; }

# The addresses that a carrier may signal from, separated by commas.
trunk_addresses() {
  local found
  if [ -n "${HOTLINE_TRUNK_MATCH:-}" ]; then
    printf '%s' "$HOTLINE_TRUNK_MATCH"
    return
  fi
  found=$(getent ahostsv4 "$HOTLINE_TRUNK_HOST" | awk '!seen[$1]++ { printf "%s%s", comma, $1; comma = "," }')
  [ -n "$found" ] || fail "the carrier's address HOTLINE_TRUNK_HOST=$HOTLINE_TRUNK_HOST cannot be resolved; HOTLINE_TRUNK_MATCH can name its addresses"
  printf '%s' "$found"
}

# What the nodes' Asterisks prove themselves with to each other: of the cluster's secret, which itself is in no file of Asterisk.
node_sip_password() { printf 'sip:%s' "$HOTLINE_CLUSTER_SECRET" | sha256sum | cut -d ' ' -f 1; }

asterisk_values() {
  local home name lan
  home=$(asterisk_home)
  for name in HOTLINE_TRUNK_HOST HOTLINE_TRUNK_PORT HOTLINE_TRUNK_USER HOTLINE_TRUNK_PASSWORD \
    HOTLINE_TRUNK_MATCH HOTLINE_LAN HOTLINE_SIP_BIND HOTLINE_PUBLIC_ADDRESS HOTLINE_HOME HOTLINE_MAX_CALLS HOTLINE_WS_BIND HOTLINE_WS_FROM; do
    single_line "$name"
  done
  lan=${HOTLINE_LAN:-127.0.0.0/8,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16}
  VALUES=(
    [ETC]="$home/etc" [VAR]="$home/var" [DB]="$home/db" [LOG]="$home/log" [RUN]="$(socket_dir)"
    [LINE_MODULES]="" [LINE_DATA]=""
    [HOTLINE_NODE_ID]="$HOTLINE_NODE_ID" [HOTLINE_NUMBER]="$HOTLINE_NUMBER"
    [MAX_CALLS]="${HOTLINE_MAX_CALLS:-500}"
    [SPOOL]="$HOTLINE_HOME/spool" [PROMPTS]="$HOTLINE_HOME/prompts"
    [PORT_AMI]="$PORT_AMI" [PORT_AGI]="$PORT_AGI" [PORT_SIP]="$PORT_SIP"
    [PORT_RTP_FIRST]="$PORT_RTP_FIRST" [PORT_RTP_LAST]="$PORT_RTP_LAST"
    [PORT_WS]="$PORT_WS" [WS_BIND]="${HOTLINE_WS_BIND:-127.0.0.1}" [PERMIT_WS]="${HOTLINE_WS_FROM:-127.0.0.1}"
    [HOTLINE_AMI_USER]="$HOTLINE_AMI_USER" [HOTLINE_AMI_PASSWORD]="$HOTLINE_AMI_PASSWORD"
    [HOTLINE_CALLER_AMI_PASSWORD]="$HOTLINE_CALLER_AMI_PASSWORD"
    [SIP_BIND]="${HOTLINE_SIP_BIND:-0.0.0.0}" [LINES_NAT]=""
    [QUEUE_LOG]=no [LINE_CDR]=""
    [PERMIT_LAN]="$lan" [PERMIT_SIP]="$lan" [TRUNK]=no [TRUNK_ADDRESS]=""
  )
  if [ "$HOTLINE_QUEUE_LOG" = yes ]; then
    VALUES[QUEUE_LOG]=yes
    VALUES[LINE_CDR]="load = cdr_csv.so"
  fi
  if [ -n "${ASTERISK_MODULES:-}" ]; then
    VALUES[LINE_MODULES]="astmoddir => $ASTERISK_MODULES"
    VALUES[LINE_DATA]="astdatadir => $ASTERISK_DATA"
  fi
  if [ -n "${HOTLINE_PUBLIC_ADDRESS:-}" ]; then
    VALUES[LINES_NAT]="external_media_address = $HOTLINE_PUBLIC_ADDRESS
external_signaling_address = $HOTLINE_PUBLIC_ADDRESS
local_net = ${lan//,/$'\n'local_net = }"
  fi
  [ -z "${HOTLINE_CLUSTER_SECRET:-}" ] || VALUES[NODE_SIP_PASSWORD]=$(node_sip_password)
  [ -z "${HOTLINE_TRUNK_HOST:-}" ] || trunk_values "$lan"
}

# trunk_values LAN
trunk_values() {
  local addresses
  addresses=$(trunk_addresses)
  VALUES+=(
    [TRUNK_HOST]="$HOTLINE_TRUNK_HOST" [TRUNK_PORT]="${HOTLINE_TRUNK_PORT:-5060}"
    [TRUNK_MATCH]="$addresses" [LINES_TRUNK_USER]=""
  )
  VALUES[TRUNK]=yes
  VALUES[TRUNK_ADDRESS]="$HOTLINE_TRUNK_HOST:${HOTLINE_TRUNK_PORT:-5060}"
  VALUES[PERMIT_SIP]="$1,$addresses"
  [ -n "${HOTLINE_TRUNK_USER:-}" ] || return 0
  VALUES+=(
    [TRUNK_USER]="$HOTLINE_TRUNK_USER" [TRUNK_PASSWORD]="${HOTLINE_TRUNK_PASSWORD:-}"
    [TRUNK_CLIENT]="$HOTLINE_TRUNK_USER@$HOTLINE_TRUNK_HOST"
  )
  VALUES[LINES_TRUNK_USER]="outbound_auth = carrier-auth
from_user = $HOTLINE_TRUNK_USER"
}

# render_agents TEMPLATE FILE AGENT...: a section of the template for each, at the end of the file.
render_agents() {
  local agent password template="$1" file="$2"
  shift 2
  for agent in "$@"; do
    password="HOTLINE_AGENT_${agent}_PASSWORD"
    VALUES+=([AGENT]="$agent" [AGENT_PASSWORD]="${!password}")
    render "$template" "$file.one"
    cat "$file.one" >>"$file"
    rm "$file.one"
  done
}

# render_music: a class for each piece of music that begins with it and goes on with the others. The application makes the sound,
# and says which caller hears which class (class WaitingMusic, which has as many).
MUSIC_PIECES=15
render_music() {
  local first next
  printf '; made by render-asterisk.sh\n'
  for ((first = 0; first < MUSIC_PIECES; first++)); do
    printf '\n[hotline-music-%d]\nmode = playlist\n' "$((first + 1))"
    for ((next = first; next < first + MUSIC_PIECES; next++)); do
      printf 'entry = %s/music/%d\n' "$HOTLINE_HOME" "$((next % MUSIC_PIECES + 1))"
    done
  done
}

# The files carry passwords: nobody else reads them. on-duty.conf, queue-desk.conf and queue*-live.conf are the application's and stay.
render_asterisk() (
  local from="$HOTLINE_ROOT/asterisk-conf" etc template name
  etc="$(asterisk_home)/etc"
  umask 077
  mkdir -p "$etc" "$(asterisk_home)"/{db,log/cdr-csv,var/lib,var/spool,var/cache} "$HOTLINE_HOME"/{spool,prompts}
  asterisk_values
  find "$etc" -maxdepth 1 -name '*.conf' ! -name on-duty.conf ! -name 'queue*-live.conf' ! -name queue-desk.conf -delete
  for template in "$from"/*.conf; do
    name=$(basename "$template")
    case "$name" in
      pjsip-agent.conf | pjsip-agent-web.conf) continue ;;
      pjsip-carrier.conf) [ -n "${HOTLINE_TRUNK_HOST:-}" ] || continue ;;
      pjsip-carrier-registration.conf) [ -n "${HOTLINE_TRUNK_HOST:+${HOTLINE_TRUNK_USER:-}}" ] || continue ;;
      pjsip-node.conf | extensions-overflow.conf) [ -n "${HOTLINE_CLUSTER_SECRET:-}" ] || continue ;;
      manager-caller.conf) [ "${HOTLINE_TEST_CALLER:-yes}" != no ] || continue ;;
    esac
    render "$template" "$etc/$name"
  done
  render_music >"$etc/musiconhold.conf"
  for name in "${UNUSED_CONF[@]}"; do printf '; empty: the defaults are used\n' >"$etc/$name.conf"; done
  : >"$etc/pjsip-agents.conf"
  render_agents "$from/pjsip-agent.conf" "$etc/pjsip-agents.conf" "${AGENTS[@]}"
  render_agents "$from/pjsip-agent-web.conf" "$etc/pjsip-agents.conf" "${WEB_AGENTS[@]}"
  [ -f "$etc/on-duty.conf" ] || printf '[duty]\n' >"$etc/on-duty.conf"
  [ -f "$etc/queue-desk.conf" ] || printf '[alone]\n\n[all]\n' >"$etc/queue-desk.conf"
  for name in queues-live queuerules-live; do
    [ -f "$etc/$name.conf" ] || printf '; no queue yet\n' >"$etc/$name.conf"
  done
)
