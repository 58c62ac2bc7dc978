# shellcheck shell=bash
# ./hotline down: stops what runs, also what is only half started.

[ -d "$HOTLINE_HOME" ] || {
  note "nothing was ever started in $HOTLINE_HOME"
  exit 0
}
# An `up` that is still at work, or that watches over the application, would start things again.
terminate up up 60
stop_everything
note "stopped; data, recordings and passwords stay in $HOTLINE_HOME"
