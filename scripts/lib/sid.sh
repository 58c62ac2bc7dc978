# shellcheck shell=bash
# A folder with Debian sid's Asterisk and MySQL, for machines whose own archive has neither.

# debian_mirror: the one that this machine's apt is set to, so that nothing here names a host.
debian_mirror() {
  local mirror
  if [ -n "${HOTLINE_DEBIAN_MIRROR:-}" ]; then
    printf '%s' "$HOTLINE_DEBIAN_MIRROR"
    return
  fi
  # shellcheck disable=SC2016 # apt-get fills these in
  mirror=$(apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk -F'|' '$1 == "Debian" && $2 == "Debian" { print $3; exit }')
  [ -n "$mirror" ] || mirror=$(configured_uris | grep -m 1 -E '/debian/?$')
  printf '%s' "$mirror"
}

# configured_uris: where apt's lists were never fetched, from its configuration itself.
configured_uris() {
  cat /etc/apt/sources.list.d/*.sources 2>/dev/null | awk '$1 == "URIs:" { print $2 }'
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
    sed -n 's/^deb  *\(\[[^]]*\] *\)\{0,1\}\([^ ]*\).*/\2/p'
}

bootstrap_sid() {
  local mirror
  [ "$(uname -m)" = x86_64 ] || fail "the bootstrapped folder is for x86-64; install asterisk >= $ASTERISK_NEEDED or Docker"
  [ "$(id -u)" = 0 ] || fail "no asterisk >= $ASTERISK_NEEDED and no Docker here; preparing the folder of Debian sid needs root once: sudo env HOTLINE_CACHE='$HOTLINE_CACHE' ./hotline asterisk prepare"
  need_packages debootstrap:debootstrap
  mirror=$(debian_mirror) || true
  [ -n "$mirror" ] || fail "apt on this machine knows no Debian mirror; name one in HOTLINE_DEBIAN_MIRROR, or install asterisk >= $ASTERISK_NEEDED or Docker"
  mkdir -p "$HOTLINE_CACHE"
  (
    exec 8>"$HOTLINE_CACHE/sid.lock"
    flock 8
    sid_ready || debootstrap_sid "$mirror"
  )
}

debootstrap_sid() {
  local dir
  dir=$(sid_dir)
  note "      preparing Asterisk in $dir (once; about a minute, 750 MB)"
  rm -rf "$dir.partial"
  with_progress debootstrap "$HOTLINE_CACHE/debootstrap.log" \
    debootstrap --variant=minbase --include="$SID_PACKAGES" sid "$dir.partial" "$1" ||
    fail "Asterisk could not be prepared; see $HOTLINE_CACHE/debootstrap.log"
  rm -rf "$dir.partial/var/cache/apt/archives" "$dir"
  mv "$dir.partial" "$dir"
}
