-- Queues of callers who want a person, and who answers them (packages queue, router.queue; docs/queues.md).
ALTER TABLE estate ADD COLUMN region VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'code; agents of the region are rung after those of the estate; empty: in none';

CREATE TABLE call_queue (
  code            VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'a-z, 0-9 and -; in Asterisk with q- in front',
  version         BIGINT      NOT NULL DEFAULT 0,
  title           VARCHAR(60) NOT NULL,
  weight          INT         NOT NULL DEFAULT 0 COMMENT '0-100; of two queues that want the same agent the heavier gets her',
  ring_s          INT         NOT NULL DEFAULT 15 COMMENT 'seconds that one phone is rung',
  wrap_up_s       INT         NOT NULL DEFAULT 45,
  region_after_s  INT         NOT NULL DEFAULT 15 COMMENT 'when agents of the region are rung, too',
  all_after_s     INT         NOT NULL DEFAULT 30,
  choice_every_s  INT         NOT NULL DEFAULT 60,
  longest_wait_s  INT         NOT NULL DEFAULT 900 COMMENT 'then the caller is recorded',
  most_waiting    INT         NOT NULL DEFAULT 0 COMMENT '0: no limit'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Everybody in a queue has all its skills.
CREATE TABLE call_queue_skill (
  queue_code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  skill      VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'emergency, dialect:yue, category:fees',
  PRIMARY KEY (queue_code, skill),
  CONSTRAINT call_queue_skill_queue FOREIGN KEY (queue_code) REFERENCES call_queue (code) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- None: the queue is for all estates.
CREATE TABLE call_queue_estate (
  queue_code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  estate_id  BIGINT      NOT NULL,
  PRIMARY KEY (queue_code, estate_id),
  CONSTRAINT call_queue_estate_queue FOREIGN KEY (queue_code) REFERENCES call_queue (code) ON DELETE CASCADE,
  CONSTRAINT call_queue_estate_estate FOREIGN KEY (estate_id) REFERENCES estate (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE agent_phone (
  extension VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  version   BIGINT      NOT NULL DEFAULT 0,
  user_id   BIGINT      NULL COMMENT 'whose it is; null: anybody''s, for calls that need no skill',
  UNIQUE KEY agent_phone_user (user_id),
  CONSTRAINT agent_phone_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE SET NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE agent_skill (
  user_id BIGINT      NOT NULL,
  skill   VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'emergency, dialect:yue, category:fees',
  PRIMARY KEY (user_id, skill),
  CONSTRAINT agent_skill_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO call_queue (code, title) VALUES ('general', '综合');

-- The softphones that every node has (scripts/lib/secrets.sh).
INSERT INTO agent_phone (extension) VALUES ('1001'), ('1002'), ('1003'), ('1004'), ('1005');
