-- Who is told when of deadlines, in versions that never change: a ticket's round keeps the one under which it began. What is
-- shipped is version 1.
CREATE TABLE escalation_ladder (
  version    INT          NOT NULL PRIMARY KEY,
  valid_from DATETIME(3)  NOT NULL COMMENT 'holds for what begins then or later',
  content    MEDIUMTEXT   NOT NULL COMMENT 'JSON: warnings, ladders by urgency, when an unsolved ticket goes up',
  author     VARCHAR(80)  NOT NULL COMMENT 'user:<name>, system:<part>',
  created_at DATETIME(3)  NOT NULL,
  note       VARCHAR(200) NOT NULL DEFAULT ''
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
