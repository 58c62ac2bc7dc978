# shellcheck shell=bash
# MySQL of the bootstrapped folder: the tests run on both servers.

prepare_mysql() { sid_ready || bootstrap_sid; }

mysql_options() {
  local dir
  dir=$(sid_dir)
  cat <<EOT
basedir=$dir/usr
lc-messages-dir=$dir/usr/share/mysql
plugin-dir=$dir/usr/lib/mysql/plugin
secure-file-priv=NULL
mysqlx=OFF
skip-log-bin
EOT
}

mysql_command() {
  sid_command /usr/sbin/mysqld --defaults-file="$(database_conf)" --user="$(id -un)"
  DATABASE_COMMAND=("${SID_COMMAND[@]}")
}

initialise_mysql() {
  local sql
  sql="$(database_home)/user.sql"
  hotline_user_sql >"$sql"
  mysql_command
  "${DATABASE_COMMAND[@]}" --initialize-insecure --init-file="$sql"
  rm -f "$sql"
}
