# shellcheck shell=bash
# ./hotline doctor: looks only; exit code 1 when something is missing without which `up` fails.

MISSING=0
good() { say "ok       $1"; }
optional() { say "absent   $1"; }
lacking() {
  MISSING=$((MISSING + 1))
  say "MISSING  $1"
}

# by_itself TEXT: whether `up` can get it alone depends on root and apt.
by_itself() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    optional "$1; ./hotline up installs it"
  else
    lacking "$1; sudo apt-get install -y $2"
  fi
}

if find_java; then good "JDK $(java_version) in $JAVA_HOME"; else by_itself "a JDK >= 17" openjdk-17-jdk-headless; fi
if program_there mvn; then good "Maven"; else by_itself "Maven" maven; fi
for program in espeak-ng sox; do
  if program_there "$program"; then good "$program"; else by_itself "$program" "$program"; fi
done

if system_asterisk; then
  good "Asterisk $(asterisk_version_of asterisk) on this machine"
elif sid_ready; then
  good "Asterisk $(asterisk_version_of in_sid /usr/sbin/asterisk) in $(sid_dir)"
elif docker_engine; then
  good "a Docker engine for Asterisk"
elif [ "$(id -u)" = 0 ] && [ -n "$(debian_mirror)" ]; then
  optional "Asterisk >= $ASTERISK_NEEDED; ./hotline up bootstraps it into $(sid_dir) (a minute, 750 MB)"
else
  lacking "Asterisk >= $ASTERISK_NEEDED; install it, or a Docker engine, or run once: sudo env HOTLINE_CACHE='$HOTLINE_CACHE' ./hotline asterisk prepare"
fi

if [ -n "${HOTLINE_DB_URL:-}" ]; then
  good "an external database is configured"
elif [ -x "$(mariadb_dir)/bin/mariadbd" ]; then
  good "MariaDB $MARIADB_VERSION in $(mariadb_dir)"
else
  optional "MariaDB $MARIADB_VERSION; ./hotline up fetches it (150 MB)"
fi

if up_to_date backend; then good "the application is built"; else optional "the application is not built from these sources; ./hotline up builds it"; fi

model=${HOTLINE_MODEL:-$HOTLINE_HOME/model}
if [ -d "$model" ]; then
  good "speech model $model"
else
  optional "a speech model: callers use keys and leave recordings; ./hotline models download vosk-model-small-cn-0.22, then activate it"
fi
if [ -n "${HOTLINE_TRUNK_HOST:-}" ]; then good "carrier $HOTLINE_TRUNK_HOST"; else optional "a carrier: HOTLINE_TRUNK_HOST is not set, only softphones and test callers get through"; fi

for port in "$PORT_HTTP:application" "$PORT_AMI:asterisk" "$PORT_WS:asterisk" ${HOTLINE_HTTPS_LISTEN:+"$PORT_HTTPS:application"} "$PORT_AGI:application" "$PORT_AUDIO:application" "$PORT_DATABASE:database"; do
  owner=${port#*:}
  if port_taken "${port%%:*}" && ! "${owner}_pid" >/dev/null; then
    lacking "port ${port%%:*} (for the $owner) is used by another program; HOTLINE_INSTANCE=n shifts all ports"
  fi
done
free=$(df -Pm "$(dirname "$HOTLINE_HOME")" | awk 'NR == 2 { print $4 }')
if [ "$free" -ge 3000 ]; then good "$free MB free"; else lacking "disk: $free MB free, 3000 are needed"; fi

[ "$MISSING" = 0 ] || exit 1
