-- What was late by this moment counts as told; a flag alone had also kept silent about what became late after it. Nodes of an
-- earlier release still write ticket_watch.quiet; it goes with the next one.
ALTER TABLE ticket_watch
  ADD quiet_until DATETIME(3) NULL COMMENT 'what was late by then counts as told: it was late before the clocks were there',
  ADD failures    INT         NOT NULL DEFAULT 0 COMMENT 'looks in a row that went wrong: each is put off longer';

UPDATE ticket_watch SET quiet_until = UTC_TIMESTAMP(3), quiet = FALSE WHERE quiet = TRUE;
