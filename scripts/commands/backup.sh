# shellcheck shell=bash
# ./hotline backup [FOLDER]: everything of this node in one file, taken while it runs.

folder=$(absolute "${1:-$HOTLINE_HOME/backups}" "$PWD")
umask 077
mkdir -p "$folder" "$HOTLINE_HOME/log" "$HOTLINE_HOME/run"
[ -d "$HOTLINE_HOME/secrets" ] || fail "nothing to back up: the hotline was never started in $HOTLINE_HOME"
prepare_secrets
database_client
database_reachable || fail "the database does not answer; start it with ./hotline up or ./hotline database start"
work=$(mktemp -d "$folder/.backup.XXXXXX")
trap 'rm -rf "$work"' EXIT
: >"$HOTLINE_HOME/log/backup.log"

step 1 4 "what waits for the database"
tar -cf "$work/backup.tar" -T /dev/null
pack "$work/backup.tar" "${BACKUP_WAITING[@]}"
step 2 4 "the database"
count_rows >"$work/counts"
dump_database | gzip >"$work/database.sql.gz" || fail "the database could not be dumped"
step 3 4 "recordings, prompts, secrets"
pack "$work/backup.tar" "${BACKUP_LASTING[@]}"
step 4 4 "putting it together"
(
  cd "$work" || exit
  printf 'node %s\ntaken %s\nrevision %s\n' "$HOTLINE_NODE_ID" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" \
    "$(git -C "$HOTLINE_ROOT" rev-parse --short HEAD 2>/dev/null || printf unknown)" >about
  sha256sum about counts database.sql.gz >checksums
  tar -rf backup.tar about counts database.sql.gz checksums
)
file="$folder/hotline-$HOTLINE_NODE_ID-$(date -u +%Y%m%d-%H%M%S).tar"
mv "$work/backup.tar" "$file"
say "$file"
note "$(du -h "$file" | cut -f1), readable by you alone; it holds passwords, recordings and personal data"

# Off site: HOTLINE_BACKUP_COPY is a command that gets the file's name as its last argument.
if [ -n "${HOTLINE_BACKUP_COPY:-}" ]; then
  # shellcheck disable=SC2086 # a command with its arguments
  $HOTLINE_BACKUP_COPY "$file" || fail "the backup stands here, but was not copied: '$HOTLINE_BACKUP_COPY' failed"
fi
