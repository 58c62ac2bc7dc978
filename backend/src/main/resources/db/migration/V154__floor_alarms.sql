-- Who is told by SMS of alarms of the live page (package floor.alarm; docs/live.md).
CREATE TABLE floor_alarm_rule (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version    BIGINT      NOT NULL DEFAULT 0,
  kind       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'emergency, unattended, wait, nobody',
  queue_code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null: any',
  after_s    INT         NOT NULL COMMENT 'how long the alarm has to stand',
  user_id    BIGINT      NULL COMMENT 'null: who is on duty for the estate',
  per_hour   INT         NOT NULL COMMENT 'more messages of alarms than this nobody has within an hour by this rule',
  CONSTRAINT floor_alarm_rule_queue FOREIGN KEY (queue_code) REFERENCES call_queue (code) ON DELETE CASCADE,
  CONSTRAINT floor_alarm_rule_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Alarms that stand: an episode each. Every node that sees one says so; what none has seen for a minute is over.
CREATE TABLE floor_alarm (
  alarm    VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'KIND:QUEUE:DIALECT',
  began_at DATETIME(3) NOT NULL,
  seen_at  DATETIME(3) NOT NULL,
  KEY floor_alarm_seen (seen_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The primary key decides which of several nodes tells somebody of an episode. Kept for a day.
CREATE TABLE floor_alarm_told (
  alarm    VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  began_at DATETIME(3) NOT NULL,
  person   VARCHAR(80) NOT NULL COMMENT 'staff:LOGIN, on-duty:ESTATE',
  told_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (alarm, began_at, person),
  KEY floor_alarm_told_person (person, told_at),
  KEY floor_alarm_told_at (told_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
