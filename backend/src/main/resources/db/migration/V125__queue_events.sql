-- What happened in queues and to agents, as it happened (package traffic.log); append-only. The figures are made of it, docs/figures.md has
-- the formulas. No phone number stands here: the call has it.
CREATE TABLE queue_event (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  node       VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'whose Asterisk had the call',
  once       VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the same event, told again, has the same',
  kind       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'joined, answered, agent-paused …: EventKind',
  at         DATETIME(3)  NOT NULL COMMENT 'as Asterisk has it, not when it was written',
  call_id    VARCHAR(150) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'unique id of the caller''s channel; empty: of no call',
  queue_code VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  agent      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'extension',
  detail     VARCHAR(80)  NOT NULL DEFAULT '' COMMENT 'reason of a pause, key, position, whereto',
  UNIQUE KEY queue_event_once (node, once),
  KEY queue_event_at (at, id),
  KEY queue_event_call (call_id, at),
  KEY queue_event_agent (agent, at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
