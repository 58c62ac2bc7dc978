# shellcheck shell=bash
# The store of speech models and the sheet of prompts: what needs neither a network nor a database.

hotline() { "$HOTLINE_ROOT/hotline" "$@"; }
says() { grep -qF -e "$1" "$2"; }

section "models"
hotline models >"$TEST_DIR/models.txt" 2>&1
check "the official models are offered" says 'vosk-model-small-cn-0.22     not here (42 MB' "$TEST_DIR/models.txt"
mkdir -p "$TEST_DIR/foreign"
printf 'no model\n' >"$TEST_DIR/foreign/readme.txt"
refused=0
hotline models add foreign --from "$TEST_DIR/foreign" 2>"$TEST_DIR/refused.txt" || refused=$?
check_equal "a folder that is no model is refused" 1 "$refused"
check "with the reason" says 'am/final.mdl' "$TEST_DIR/refused.txt"
check "and does not come into the store" test ! -e "$HOTLINE_HOME/models/foreign"
HOTLINE_MODEL_SOURCE=http://127.0.0.1:1/ hotline models download vosk-model-small-cn-0.22 2>"$TEST_DIR/refused.txt"
check "without a network the way around is said" says '--from FILE' "$TEST_DIR/refused.txt"
model="${HOTLINE_SHARED:-$HOTLINE_ROOT/../shared}/models/vosk-model-test-cn-8k"
if [ -d "$model" ]; then
  hotline models add test-cn --from "$model" >"$TEST_DIR/models.txt" 2>&1
  check "a model is tried, with memory and time" grep -qE '^test-cn: Chinese, dynamic graph, 8000 Hz, [0-9]+ MB of memory, loaded in [0-9.]+ s' "$TEST_DIR/models.txt"
  hotline models activate test-cn >"$TEST_DIR/models.txt" 2>&1
  check "it is used from the next start on" says 'from its next start on' "$TEST_DIR/models.txt"
  check "by a link" test -f "$HOTLINE_HOME/model/am/final.mdl"
  check "what is in use cannot be removed" not hotline models remove test-cn
  printf 'garbage' >"$HOTLINE_HOME/models/test-cn/graph/Gr.fst"
  check "a damaged model is found out, and ends no process of ours" not hotline models verify test-cn
  check "and is not activated any more" not hotline models activate test-cn
  hotline models deactivate >/dev/null 2>&1
  check "without a model there is none" test ! -e "$HOTLINE_HOME/model"
else
  cannot "the store with the Mandarin test model: there is no folder shared/models beside the clone (HOTLINE_SHARED)"
fi

section "prompts"
hotline prompts record-sheet --set yue --out "$TEST_DIR/sheet.html" >/dev/null 2>&1
check "the sheet has a line for every prompt" says '001-greeting-1.wav' "$TEST_DIR/sheet.html"
hotline prompts import "$TEST_DIR/foreign" >"$TEST_DIR/import.txt" 2>&1
check "what is no sound is refused" says 'readme.txt' "$TEST_DIR/import.txt"
