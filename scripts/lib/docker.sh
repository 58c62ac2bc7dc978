# shellcheck shell=bash
# The middle way: the same Debian packages in a container with the host's network. The folders have
# the same paths inside and outside. Written for machines with a Docker engine; the machine that
# tests this project has none, so `./hotline test` says that it was not run.

telephony_image() { printf 'hotline-asterisk:%s' "$ASTERISK_NEEDED"; }
telephony_container() { printf 'hotline-asterisk-%s' "$HOTLINE_INSTANCE"; }

build_telephony_image() {
  docker image inspect "$(telephony_image)" >/dev/null 2>&1 ||
    with_progress "docker build" "$HOTLINE_HOME/log/docker-build.log" \
      docker build -t "$(telephony_image)" --target telephony -f "$HOTLINE_ROOT/asterisk-conf/Dockerfile" "$HOTLINE_ROOT"
}

# docker_asterisk_command ARGUMENT...: sets ASTERISK_COMMAND to a container in the foreground.
docker_asterisk_command() {
  docker rm -f "$(telephony_container)" >/dev/null 2>&1 || true
  ASTERISK_COMMAND=(docker run --rm --init --name "$(telephony_container)" --network host
    --user "$(id -u):$(id -g)" -v /etc/localtime:/etc/localtime:ro -v "$HOTLINE_HOME:$HOTLINE_HOME" -v "$(socket_dir):$(socket_dir)"
    "$(telephony_image)" asterisk "$@")
}
