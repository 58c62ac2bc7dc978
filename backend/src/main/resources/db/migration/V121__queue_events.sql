-- What happened in queues, as each node's Asterisk told it (package queue.history). No telephone number is in it.
CREATE TABLE queue_event (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  node       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at         DATETIME(3) NOT NULL,
  kind       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'joined, left, unanswered, rung, rung-in-vain, answered, ended, paused, resumed, signed-in, signed-out',
  queue_name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as Asterisk has it: q-general; a queue may be deleted, its history stays',
  call_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  device     VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'the agent''s: PJSIP/1001',
  seconds    INT         NOT NULL DEFAULT 0 COMMENT 'waited or talked',
  detail     VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'who ended the talk; why the pause',
  UNIQUE KEY queue_event_once (node, at, kind, queue_name, call_id, device),
  KEY queue_event_call (call_id),
  KEY queue_event_at (at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- When a node saw nothing of its Asterisk: what happened then is not in queue_event.
CREATE TABLE queue_blind (
  node    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  from_at DATETIME(3) NOT NULL,
  to_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (node, from_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
