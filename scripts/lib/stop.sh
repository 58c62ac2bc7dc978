# shellcheck shell=bash
# The order of stopping: nobody who starts things again, no new calls for the application, then telephony, then the data.

stop_everything() {
  locked watch stop_watch
  locked application stop_application
  locked asterisk stop_asterisk
  locked database stop_database
}
