-- Agents whom a supervisor has lent to one queue for a while, whatever their skills (packages queue, floor.step; docs/live.md).
CREATE TABLE agent_lent (
  extension  VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  queue_code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  until_at   DATETIME(3) NOT NULL COMMENT 'after it she is where her skills want her; rows that are over may stay',
  lent_by    VARCHAR(60) NOT NULL COMMENT 'login',
  lent_at    DATETIME(3) NOT NULL,
  CONSTRAINT agent_lent_phone FOREIGN KEY (extension) REFERENCES agent_phone (extension) ON DELETE CASCADE,
  CONSTRAINT agent_lent_queue FOREIGN KEY (queue_code) REFERENCES call_queue (code) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
