# shellcheck shell=bash
# ./hotline logs [application|asterisk|security|database|build] [-f]

which=application
follow=()
for option in "$@"; do
  case "$option" in
    -f | --follow) follow=(-F) ;;
    application | asterisk | security | database | build) which=$option ;;
    *) fail "logs knows application, asterisk, security, database, build and -f, not '$option'" ;;
  esac
done
case "$which" in
  asterisk) log="$HOTLINE_HOME/asterisk/log/messages.log" ;;
  security) log="$HOTLINE_HOME/asterisk/log/security.log" ;;
  *) log="$HOTLINE_HOME/log/$which.log" ;;
esac
[ -f "$log" ] || fail "$log does not exist yet"
exec tail -n 200 "${follow[@]}" "$log"
