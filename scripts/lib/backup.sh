# shellcheck shell=bash
# What a backup holds, in the order in which it is taken: first what waits for the database (journal, spool), then the database,
# then the recordings. So whatever is settled meanwhile is in it twice rather than not at all, and entering it again changes nothing.

BACKUP_WAITING=(journal spool)
BACKUP_LASTING=(secrets recordings prompts)
# Numbers that a node has reserved may have been given out since: a restored node reserves new ones.
BACKUP_LEFT_OUT=(--exclude=journal/numbers.json --exclude='*.partial')
COUNTED_TABLES=(estate resident ticket ticket_event call_record recording transcript app_user)

# option_value TEXT: as a quoted value of an option file, in which a backslash begins an escape.
option_value() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

# database_client: writes an option file for the clients; sets CLIENT_OPTIONS and DATABASE_NAME. Call in a subshell with CLIENT_FILE.
database_client() {
  local url=${HOTLINE_DB_URL:-$(database_url)}
  [[ "$url" =~ ^jdbc:(mysql|mariadb)://([^:/?]+)(:([0-9]+))?/([A-Za-z0-9_]+) ]] || fail "HOTLINE_DB_URL is not understood: $url"
  DATABASE_NAME=${BASH_REMATCH[5]}
  CLIENT_FILE="$HOTLINE_HOME/run/client.cnf"
  (umask 077 && printf '[client]\nhost=%s\nport=%s\nuser=%s\npassword=%s\ndefault-character-set=utf8mb4\n' \
    "${BASH_REMATCH[2]}" "${BASH_REMATCH[4]:-3306}" "$(option_value "${HOTLINE_DB_USER:-hotline}")" "$(option_value "$HOTLINE_DB_PASSWORD")" >"$CLIENT_FILE")
}

# client_program NAME MARIADB-NAME: that of the server's own kind, where the machine has it.
client_program() {
  if [ -n "${HOTLINE_DB_URL:-}" ] && command -v "$1" >/dev/null; then
    printf '%s' "$1"
  else
    prepare_mariadb
    printf '%s/bin/%s' "$(mariadb_dir)" "$2"
  fi
}

dump_database() {
  local program help option options=()
  program=$(client_program mysqldump mariadb-dump)
  help=$("$program" --help 2>/dev/null) || true
  # MySQL's own program only: what a restoring user may not set, and what MariaDB does not have.
  for option in --set-gtid-purged=OFF --column-statistics=0; do
    [[ "$help" != *"${option%%=*}"* ]] || options+=("$option")
  done
  "$program" --defaults-file="$CLIENT_FILE" --single-transaction --quick --no-tablespaces \
    "${options[@]}" --hex-blob --skip-comments --skip-lock-tables "$DATABASE_NAME"
}

# query SQL: the rows, tabs between columns.
query() { "$(client_program mysql mariadb)" --defaults-file="$CLIENT_FILE" -N -B -e "$1" "$DATABASE_NAME"; }

# count_rows: "TABLE COUNT" a line, for comparing before and after.
count_rows() {
  local table
  for table in "${COUNTED_TABLES[@]}"; do
    printf '%s %s\n' "$table" "$(query "SELECT COUNT(*) FROM $table")"
  done
}

database_reachable() { query 'SELECT 1' >/dev/null 2>&1; }

# pack FILE NAME...: adds what there is of these in HOTLINE_HOME. A file that changes or goes meanwhile is no fault (tar's code 1).
pack() {
  local file="$1" name there=() status=0
  shift
  for name in "$@"; do [ ! -e "$HOTLINE_HOME/$name" ] || there+=("$name"); done
  [ ${#there[@]} -gt 0 ] || return 0
  tar -C "$HOTLINE_HOME" "${BACKUP_LEFT_OUT[@]}" -rf "$file" "${there[@]}" 2>>"$HOTLINE_HOME/log/backup.log" || status=$?
  [ "$status" -le 1 ] || fail "packing ${there[*]} failed; see $HOTLINE_HOME/log/backup.log"
}
