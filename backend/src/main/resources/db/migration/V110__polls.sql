-- Periodic surveys that belong to no ticket (docs/polls.md).
CREATE TABLE poll (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version    INT         NOT NULL DEFAULT 1 COMMENT 'of what it is to be; its last one is asked',
  title      VARCHAR(60) NOT NULL,
  age_from   SMALLINT    NULL,
  age_to     SMALLINT    NULL,
  size       INT         NOT NULL COMMENT 'how many are drawn at most',
  seed       BIGINT      NOT NULL COMMENT 'by which they are drawn',
  from_day   DATE        NOT NULL,
  to_day     DATE        NOT NULL,
  state      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'draft, running, paused, ended',
  author     VARCHAR(80) NOT NULL COMMENT 'user:<login>',
  created_at DATETIME(3) NOT NULL,
  started_at DATETIME(3) NULL,
  ended_at   DATETIME(3) NULL,
  KEY poll_state (state, to_day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE poll_estate (
  poll_id   BIGINT NOT NULL,
  estate_id BIGINT NOT NULL,
  PRIMARY KEY (poll_id, estate_id),
  KEY poll_estate_estate (estate_id),
  CONSTRAINT poll_estate_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Each version with all its questions; none is ever changed.
CREATE TABLE poll_question (
  poll_id BIGINT      NOT NULL,
  version INT         NOT NULL,
  number  INT         NOT NULL COMMENT 'from 1',
  kind    VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'degrees, yes-no, points, words',
  zh      VARCHAR(60) NOT NULL,
  PRIMARY KEY (poll_id, version, number),
  CONSTRAINT poll_question_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Who was drawn. Her answers stay when she is removed herself.
CREATE TABLE poll_resident (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  poll_id       BIGINT      NOT NULL,
  resident_id   BIGINT      NULL,
  estate_id     BIGINT      NOT NULL COMMENT 'where she lived when she was drawn',
  state         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'planned, calling, answered, unreached, declined, not-asked',
  due_at        DATETIME(3) NULL COMMENT 'of the next call',
  asked_for     DATETIME(3) NULL COMMENT 'the time she has named',
  attempts      INT         NOT NULL DEFAULT 0,
  node          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of the last call',
  lease_until   DATETIME(3) NULL COMMENT 'of the call that goes on',
  settled_at    DATETIME(3) NULL,
  UNIQUE KEY poll_resident_once (poll_id, resident_id),
  KEY poll_resident_due (state, due_at),
  KEY poll_resident_lease (state, lease_until),
  KEY poll_resident_state (poll_id, state),
  CONSTRAINT poll_resident_poll FOREIGN KEY (poll_id) REFERENCES poll (id) ON DELETE CASCADE,
  CONSTRAINT poll_resident_resident FOREIGN KEY (resident_id) REFERENCES resident (id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Calls: committed before they are placed.
CREATE TABLE poll_attempt (
  asked_id  BIGINT      NOT NULL COMMENT 'poll_resident',
  number    INT         NOT NULL COMMENT 'from 1; its channel is poll-<asked_id>-<number>',
  node      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  placed_at DATETIME(3) NOT NULL,
  outcome   VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null while it goes on',
  ended_at  DATETIME(3) NULL,
  PRIMARY KEY (asked_id, number),
  CONSTRAINT poll_attempt_asked FOREIGN KEY (asked_id) REFERENCES poll_resident (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What she has said, never changed; of two answers to a question the last counts.
CREATE TABLE poll_answer (
  asked_id BIGINT      NOT NULL COMMENT 'poll_resident',
  source   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the call',
  number   INT         NOT NULL COMMENT 'order within the source, from 1: a repeat is the same answer',
  item     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'answer, words, postponed, declined, ended ...',
  question INT         NOT NULL DEFAULT 0 COMMENT 'which one; 0: none',
  value    VARCHAR(64) NOT NULL DEFAULT '',
  words    TEXT        NOT NULL COMMENT 'as they were understood',
  decoded  BOOLEAN     NOT NULL DEFAULT TRUE COMMENT 'false: only the recording has it',
  from_ms  BIGINT      NOT NULL DEFAULT 0 COMMENT 'place in the recording of the call',
  to_ms    BIGINT      NOT NULL DEFAULT 0,
  at       DATETIME(3) NOT NULL,
  PRIMARY KEY (asked_id, source, number),
  CONSTRAINT poll_answer_asked FOREIGN KEY (asked_id) REFERENCES poll_resident (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
