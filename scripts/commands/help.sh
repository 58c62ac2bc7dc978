# shellcheck shell=bash
cat <<'EOT'
usage: ./hotline COMMAND

  asterisk start|stop|status|prepare|cli COMMAND    telephony alone
  database start|stop|status [--kind mariadb|mysql]  the embedded database alone
  test                                              everything that can be tested here
EOT
