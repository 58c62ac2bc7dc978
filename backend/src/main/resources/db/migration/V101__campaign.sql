-- Phoning residents back: the lines that are taken over all nodes, and what each node sees (package survey.campaign).
-- A line is a row that is taken, so several nodes keep one limit. Whose lease is over died in the call.
CREATE TABLE trunk_use (
  trunk     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  slot      INT         NOT NULL,
  node      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  survey_id BIGINT      NOT NULL,
  attempt   INT         NOT NULL,
  placed_at DATETIME(3) NOT NULL,
  until_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (trunk, slot),
  UNIQUE KEY trunk_use_survey (survey_id),
  KEY trunk_use_until (until_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Calls that were begun in a second, over all nodes.
CREATE TABLE trunk_second (
  trunk     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at_second BIGINT      NOT NULL COMMENT 'since 1970',
  slot      INT         NOT NULL,
  PRIMARY KEY (trunk, at_second, slot),
  KEY trunk_second_old (at_second)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE campaign_node (
  node    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  trunk   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  others  INT         NOT NULL COMMENT 'lines in use for anything but surveys',
  waiting INT         NOT NULL COMMENT 'callers for whom a person is being rung',
  seen_at DATETIME(3) NOT NULL,
  PRIMARY KEY (node, trunk)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- A survey's call holds the number, too; then message_id is 0.
ALTER TABLE phone_in_use
  ADD COLUMN survey_id BIGINT NOT NULL DEFAULT 0 COMMENT 'with message_id 0: the survey that is being made; claim is its attempt';
