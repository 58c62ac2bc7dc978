# shellcheck shell=bash
# ./hotline watch: what `up --detach` leaves behind to start a dead application again; the argument is the mark of its process.

prepare_secrets
application_environment
watch_over
