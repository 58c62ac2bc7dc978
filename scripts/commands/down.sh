# shellcheck shell=bash
# ./hotline down: stops what runs, also what is only half started.

[ -d "$HOTLINE_HOME" ] || {
  note "nothing was ever started in $HOTLINE_HOME"
  exit 0
}
stop_everything
note "stopped; data, recordings and passwords stay in $HOTLINE_HOME"
