# shellcheck shell=bash
# Passwords and keys: made at the first start, kept in files that only the owner reads. What all
# nodes share is apart from what belongs to one node. A value in the environment wins.

CLUSTER_SECRETS=(HOTLINE_CLUSTER_SECRET HOTLINE_ADMIN_PASSWORD HOTLINE_DB_PASSWORD)
AGENTS=(1001 1002 1003 1004 1005)
# Browsers as phones: each is given to the one who sits at it, by the application.
WEB_AGENTS=(1011 1012 1013 1014 1015)
NODE_SECRETS=(HOTLINE_AMI_PASSWORD HOTLINE_CALLER_AMI_PASSWORD)
for agent in "${AGENTS[@]}" "${WEB_AGENTS[@]}"; do NODE_SECRETS+=("HOTLINE_AGENT_${agent}_PASSWORD"); done

random_hex() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }

new_secret() {
  case "$1" in
    HOTLINE_CLUSTER_SECRET) random_hex 32 ;;
    # Typed by people: shorter, still 64 bits.
    HOTLINE_ADMIN_PASSWORD | HOTLINE_AGENT_*) random_hex 8 ;;
    *) random_hex 16 ;;
  esac
}

# complete_secrets FILE NAME...: adds what is missing, keeps what is there.
complete_secrets() (
  file="$1"
  shift
  umask 077
  mkdir -p "$(dirname "$file")"
  touch "$file"
  chmod 600 "$file"
  for name in "$@"; do
    grep -q "^$name=" "$file" || printf '%s=%s\n' "$name" "$(new_secret "$name")" >>"$file"
  done
)

# load_secrets FILE: sets and exports what the environment does not already say.
load_secrets() {
  local name value
  while IFS='=' read -r name value; do
    [[ "$name" =~ ^HOTLINE_[A-Z0-9_]+$ ]] || continue
    [ -n "${!name:-}" ] || printf -v "$name" '%s' "$value"
    export "${name?}"
  done <"$1"
}

prepare_secrets() {
  local dir="$HOTLINE_HOME/secrets"
  locked secrets complete_all_secrets "$dir"
  load_secrets "$dir/cluster.env"
  load_secrets "$dir/node.env"
}

complete_all_secrets() {
  complete_secrets "$1/cluster.env" "${CLUSTER_SECRETS[@]}"
  complete_secrets "$1/node.env" "${NODE_SECRETS[@]}"
}
