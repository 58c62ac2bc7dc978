-- The dialect that is usual in an estate; of a resident it may be unknown (docs/dialects.md). Empty rather than null: a node of
-- the release before reads and compares the column as text while it runs beside this one.
ALTER TABLE estate
  ADD COLUMN dialect VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'cmn' COMMENT 'usual there, BCP 47-like';

ALTER TABLE resident
  MODIFY COLUMN dialect VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'preferred, BCP 47-like; empty: not known, as her estate';

-- Mandarin was what the default wrote. One code for Sichuanese: the console's was not that of the call.
UPDATE resident SET dialect = IF(dialect = 'cmn', '', 'cmn-SC'), version = version + 1 WHERE dialect IN ('cmn', 'cmn-sichuan');
UPDATE IGNORE call_queue_skill SET skill = 'dialect:cmn-SC' WHERE skill = 'dialect:cmn-sichuan';
UPDATE IGNORE agent_skill SET skill = 'dialect:cmn-SC' WHERE skill = 'dialect:cmn-sichuan';
UPDATE IGNORE prompt_recording SET voice_set = 'cmn-sc' WHERE voice_set = 'cmn-sichuan';
-- Who had both has the right one.
DELETE FROM call_queue_skill WHERE skill = 'dialect:cmn-sichuan';
DELETE FROM agent_skill WHERE skill = 'dialect:cmn-sichuan';
