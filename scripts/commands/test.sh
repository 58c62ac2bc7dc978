# shellcheck shell=bash
# ./hotline test [MAVEN OPTION...]: all of it; the last line is "N passed, N failed".

prepare_tests
PASSED=0
FAILED=0
run_shellcheck
run_compose_check
start_telephony_tests
run_maven_tests "$@"
run_script_tests
name_what_did_not_run
name_what_went_wrong
say "$PASSED passed, $FAILED failed"
[ "$FAILED" = 0 ]
