# shellcheck shell=bash
# ./hotline restore FILE: a backup into an empty HOTLINE_HOME (and an empty database), then compared with what was counted.

[ -n "${1:-}" ] || fail "usage: ./hotline restore FILE"
file=$(absolute "$1" "$PWD")
[ -f "$file" ] || fail "there is no file $file"
for name in journal recordings spool secrets; do
  [ -z "$(find "$HOTLINE_HOME/$name" -type f -print -quit 2>/dev/null)" ] ||
    fail "$HOTLINE_HOME is not empty ($name): a backup is restored into a new folder only (HOTLINE_HOME=…), so that nothing is overwritten"
done
[ ! -e "$HOTLINE_HOME/database" ] || fail "$HOTLINE_HOME holds a database already: restore into a new folder (HOTLINE_HOME=…)"
umask 077
mkdir -p "$HOTLINE_HOME/log" "$HOTLINE_HOME/run"
work=$(mktemp -d "$HOTLINE_HOME/.restore.XXXXXX")
trap 'rm -rf "$work"' EXIT

step 1 4 "checking the backup"
tar -C "$work" -xf "$file" about counts database.sql.gz checksums 2>/dev/null ||
  fail "$file is no backup of ./hotline backup, or is cut off"
(cd "$work" && sha256sum --quiet -c checksums) || fail "$file is damaged; nothing was restored"
note "      $(tr '\n' ' ' <"$work/about")"
step 2 4 "the secrets and the database's server"
tar -C "$HOTLINE_HOME" -xf "$file" secrets
prepare_secrets
# refuse TEXT: as if it had not been tried, so that it can be tried again.
refuse() {
  rm -rf "$HOTLINE_HOME/secrets"
  fail "$1"
}
if [ -z "${HOTLINE_DB_URL:-}" ]; then
  locked database start_database mariadb
  trap 'rm -rf "$work"; locked database stop_database' EXIT
fi
database_client
database_reachable || refuse "the database does not answer; it must exist, be empty, and let ${HOTLINE_DB_USER:-hotline} in"
[ -z "$(query 'SHOW TABLES')" ] || refuse "the database is not empty; nothing was written into it"
step 3 4 "the database, recordings, prompts, what waits for the database"
tar -C "$HOTLINE_HOME" -xf "$file" --exclude=about --exclude=counts --exclude=database.sql.gz --exclude=checksums
gunzip <"$work/database.sql.gz" | "$(client_program mysql mariadb)" --defaults-file="$CLIENT_FILE" "$DATABASE_NAME" ||
  fail "the database could not be restored; empty it before the next try"
# Numbers told to residents after the backup was taken are never given out a second time.
query 'UPDATE ticket_sequence SET next = next + 10000' || fail "ticket_sequence could not be moved on"
step 4 4 "comparing"
if count_rows | diff "$work/counts" - >"$HOTLINE_HOME/log/restore.diff"; then
  say "restored: $(tr '\n' ',' <"$work/counts" | sed 's/,$//; s/,/, /g')"
else
  note "      rows that came while the backup was taken (counted before | restored):"
  note "$(cat "$HOTLINE_HOME/log/restore.diff")"
  say "restored, with the differences above"
fi
note "next: ./hotline up --detach"
