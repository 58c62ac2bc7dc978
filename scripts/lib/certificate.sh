# shellcheck shell=bash
# The console's certificate for HTTPS beside HTTP (HOTLINE_HTTPS_LISTEN): browsers on other machines give an agent no microphone without it.
# It is made here for loopback and this machine's addresses; an operator puts another into the same files, and it is never touched again.

certificate_dir() { printf '%s/secrets/tls' "$HOTLINE_HOME"; }

# certificate_names: what it is for, as openssl wants it.
certificate_names() {
  local names address
  names="DNS:localhost,DNS:$(hostname),IP:127.0.0.1"
  for address in $(hostname -I 2>/dev/null); do
    [[ "$address" == *:* ]] || names+=",IP:$address"
  done
  printf '%s' "$names"
}

# ours DIR: whether what lies there was made here, and not replaced since.
certificate_is_ours() {
  [ -s "$1/made" ] && [ "$(sed -n 1p "$1/made")" = "$(cksum <"$1/cert.pem")" ]
}

# prepare_certificate: makes one where there is none, and a new one of its own when addresses have changed or it ends within a month.
prepare_certificate() {
  local dir names
  [ -n "${HOTLINE_HTTPS_LISTEN:-}" ] || return 0
  dir=$(certificate_dir)
  names=$(certificate_names)
  if [ -s "$dir/cert.pem" ] && [ -s "$dir/key.pem" ]; then
    certificate_is_ours "$dir" || return 0
    if [ "$(sed -n 2p "$dir/made")" = "$names" ] && openssl x509 -in "$dir/cert.pem" -noout -checkend 2592000 >/dev/null; then
      return 0
    fi
  fi
  command -v openssl >/dev/null || fail "HOTLINE_HTTPS_LISTEN needs openssl, or a certificate in $dir/cert.pem and its key in $dir/key.pem"
  (
    umask 077
    mkdir -p "$dir"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 800 -subj "/CN=$HOTLINE_NODE_ID" \
      -addext "subjectAltName=$names" -keyout "$dir/key.pem.next" -out "$dir/cert.pem.next" 2>/dev/null
  ) || fail "openssl could not make a certificate in $dir"
  mv "$dir/key.pem.next" "$dir/key.pem"
  mv "$dir/cert.pem.next" "$dir/cert.pem"
  printf '%s\n%s\n' "$(cksum <"$dir/cert.pem")" "$names" >"$dir/made"
  note "made a certificate for $names; browsers warn until it is trusted, or replaced ($dir)"
}
