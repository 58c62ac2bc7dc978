-- Who is to be called back, and who gave up waiting (packages queue.callback, queue.waiting; docs/queues.md).
CREATE TABLE call_back (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  active_phone  VARCHAR(21) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the number while something is still done: one call-back each; null when it is over',
  phone         VARCHAR(21) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  queue_code    VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'may be gone by now',
  call_id       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'in which she waited; empty: written by hand',
  estate_id     BIGINT      NULL,
  emergency     BOOLEAN     NOT NULL DEFAULT FALSE,
  older         BOOLEAN     NOT NULL DEFAULT FALSE,
  cause         VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'asked, abandoned, list',
  waiting_since DATETIME(3) NOT NULL COMMENT 'the place she keeps',
  state         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'waiting, ringing-agent, ringing-caller, talked, withdrawn, unreached',
  calls         INT         NOT NULL DEFAULT 0 COMMENT 'how often her phone was rung',
  placed        INT         NOT NULL DEFAULT 0 COMMENT 'how often it was put into a queue: names the channel',
  due_at        DATETIME(3) NOT NULL,
  node_id       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'which node is at it',
  lease_until   DATETIME(3) NULL,
  agent         VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'extension of who answered last',
  created_by    VARCHAR(80) NOT NULL,
  created_at    DATETIME(3) NOT NULL,
  ended_at      DATETIME(3) NULL,
  ended_by      VARCHAR(80) NOT NULL DEFAULT '',
  UNIQUE KEY call_back_active (active_phone),
  KEY call_back_state (state, due_at),
  KEY call_back_created (created_at),
  CONSTRAINT call_back_estate FOREIGN KEY (estate_id) REFERENCES estate (id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- One row for each call: who hung up while she waited.
CREATE TABLE abandoned_call (
  call_id       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  phone         VARCHAR(21) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  queue_code    VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  estate_id     BIGINT      NULL,
  emergency     BOOLEAN     NOT NULL DEFAULT FALSE,
  older         BOOLEAN     NOT NULL DEFAULT FALSE,
  waiting_since DATETIME(3) NOT NULL,
  left_at       DATETIME(3) NOT NULL,
  done_at       DATETIME(3) NULL COMMENT 'she was phoned back, has called again, or needs nothing',
  done_by       VARCHAR(80) NOT NULL DEFAULT '',
  KEY abandoned_call_open (done_at, left_at),
  KEY abandoned_call_phone (phone, done_at),
  KEY abandoned_call_left (left_at),
  CONSTRAINT abandoned_call_estate FOREIGN KEY (estate_id) REFERENCES estate (id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Who talked with a number last: she is rung first when it calls again.
CREATE TABLE last_agent (
  number    CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'keyed hash',
  agent     VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'extension',
  talked_at DATETIME(3) NOT NULL,
  KEY last_agent_old (talked_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
