# shellcheck shell=bash
# What a person needs to know once the hotline is up.

# lan_address: where a softphone on another machine finds this one.
lan_address() {
  local address
  address=$(hostname -I 2>/dev/null | awk '{ print $1 }')
  printf '%s' "${address:-127.0.0.1}"
}

how_to_reach_it() {
  say ""
  say "The hotline is up."
  say "  console      $(console_url)"
  say "  first login  admin / $HOTLINE_ADMIN_PASSWORD   (to be changed at once; kept in $HOTLINE_HOME/secrets/cluster.env)"
  say "  number       $HOTLINE_NUMBER"
  say "  softphone    server $(lan_address) port $PORT_SIP (UDP or TCP), user 1001, password $HOTLINE_AGENT_1001_PASSWORD; then dial $HOTLINE_NUMBER"
  say "               (1002 to 1005: $HOTLINE_HOME/secrets/node.env)"
  if [ -n "${HOTLINE_HTTPS_LISTEN:-}" ]; then
    say "  agents       https://$(lan_address):$PORT_HTTPS/console/desk, by browser and headset; telephones sign in there, too"
  else
    say "  agents       $(console_url)console/desk on this machine; HOTLINE_HTTPS_LISTEN=0.0.0.0 for others (docs/desk.md)"
  fi
  say "  no phone     ./hotline call --script test-caller/scripts/keys-only.yml"
  if [ -n "${HOTLINE_TRUNK_HOST:-}" ]; then
    say "  carrier      $HOTLINE_TRUNK_HOST:${HOTLINE_TRUNK_PORT:-5060}"
  else
    say "  carrier      none: set HOTLINE_TRUNK_HOST (docs/operations.md)"
  fi
  [ -n "${HOTLINE_MODEL:-}" ] ||
    say "  speech       no model: callers use keys and leave recordings; ./hotline models download vosk-model-small-cn-0.22"
  say "  stop it      ./hotline down"
}
