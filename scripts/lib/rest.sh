# shellcheck shell=bash
# The REST API of the hotline that runs here, for an administrator (HOTLINE_USER and HOTLINE_PASSWORD, else the first one).

reach_hotline() {
  need_packages curl:curl
  healthy || fail "the hotline is not up; ./hotline up starts it"
  prepare_secrets
}

# call_api METHOD PATH [CURL-OPTION...]: below /api/v1/; the password goes by standard input, never on the command line.
call_api() {
  local method="$1" path="$2"
  shift 2
  printf 'user = "%s:%s"\n' "${HOTLINE_USER:-admin}" "${HOTLINE_PASSWORD:-$HOTLINE_ADMIN_PASSWORD}" |
    curl --config - --silent --show-error --fail-with-body --request "$method" "$@" "$(console_url)api/v1/$path"
}
