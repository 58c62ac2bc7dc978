-- Quality checks (package quality, docs/quality.md).
-- What was archived, as it was then: what samples are drawn from, so that drawing again gives the same. Kept for a year.
CREATE TABLE quality_archived (
  ticket       BIGINT      NOT NULL PRIMARY KEY,
  archived_at  DATETIME(3) NOT NULL,
  estate_id    BIGINT      NULL,
  category     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  agent        VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'login of the owner, else of who opened it; empty: the machine',
  satisfaction TINYINT     NULL COMMENT '5 to 1, the lowest of all rounds; null: no answer',
  KEY quality_archived_at (archived_at),
  CONSTRAINT quality_archived_ticket FOREIGN KEY (ticket) REFERENCES ticket (number) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Weeks that were drawn; the key lets one node draw each.
CREATE TABLE quality_week (
  monday   DATE        NOT NULL PRIMARY KEY,
  seed     BIGINT      NOT NULL,
  archived INT         NOT NULL COMMENT 'tickets of the week',
  sampled  INT         NOT NULL,
  low      INT         NOT NULL,
  drawn_at DATETIME(3) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What criteria there are, in versions that never change: a sheet keeps the one by which it was scored.
CREATE TABLE quality_criteria (
  version    INT         NOT NULL PRIMARY KEY,
  author     VARCHAR(80) NOT NULL COMMENT 'user:<name>, system:<part>',
  created_at DATETIME(3) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE quality_criterion (
  version    INT         NOT NULL,
  position   INT         NOT NULL COMMENT 'order on the sheet, from 1',
  zh         VARCHAR(60) NOT NULL,
  en         VARCHAR(60) NOT NULL,
  weight     INT         NOT NULL COMMENT '1-100, against the weights of the others',
  max_points INT         NOT NULL COMMENT '1-100',
  active     BOOLEAN     NOT NULL COMMENT 'false: is not scored for the time being',
  PRIMARY KEY (version, position),
  CONSTRAINT quality_criterion_version FOREIGN KEY (version) REFERENCES quality_criteria (version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO quality_criteria (version, author, created_at) VALUES (1, 'system:shipped', '1970-01-01 00:00:00.000');
INSERT INTO quality_criterion (version, position, zh, en, weight, max_points, active) VALUES
  (1, 1, '接听礼仪', 'Manners on the phone', 20, 5, TRUE),
  (1, 2, '信息记录', 'What is written down', 20, 5, TRUE),
  (1, 3, '分类派单', 'Category and dispatch', 20, 5, TRUE),
  (1, 4, '处理及时', 'In time', 20, 5, TRUE),
  (1, 5, '结果反馈', 'Result told to the resident', 20, 5, TRUE);

-- The work list: each ticket once, whether for the sample, for a low score, or both.
CREATE TABLE quality_item (
  id        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket    BIGINT      NOT NULL,
  week      DATE        NULL COMMENT 'Monday of the week in whose sample it is; null: in none',
  low       BOOLEAN     NOT NULL COMMENT 'a score under 80',
  agent     VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'login of who is judged; empty: nobody by name',
  state     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'open, scored, disputed, answered',
  added_at  DATETIME(3) NOT NULL,
  score     INT         NULL COMMENT 'tenths of 0-100, of the sheet that counts',
  scored_by VARCHAR(60) NULL COMMENT 'login, of the first sheet',
  scored_at DATETIME(3) NULL COMMENT 'of the first sheet',
  UNIQUE KEY quality_item_once (ticket),
  KEY quality_item_state (state, id),
  KEY quality_item_agent (agent, scored_at),
  KEY quality_item_scored (scored_at),
  CONSTRAINT quality_item_ticket FOREIGN KEY (ticket) REFERENCES ticket (number) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The first sheet of an item, and a second where a dispute changed it; neither is ever changed.
CREATE TABLE quality_sheet (
  item_id    BIGINT        NOT NULL,
  number     TINYINT       NOT NULL COMMENT '1, 2',
  criteria   INT           NOT NULL COMMENT 'version',
  score      INT           NOT NULL COMMENT 'tenths of 0-100',
  remark     VARCHAR(1000) NOT NULL DEFAULT '',
  written_by VARCHAR(60)   NOT NULL,
  written_at DATETIME(3)   NOT NULL,
  PRIMARY KEY (item_id, number),
  CONSTRAINT quality_sheet_item FOREIGN KEY (item_id) REFERENCES quality_item (id) ON DELETE CASCADE,
  CONSTRAINT quality_sheet_criteria FOREIGN KEY (criteria) REFERENCES quality_criteria (version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE quality_mark (
  item_id  BIGINT       NOT NULL,
  number   TINYINT      NOT NULL,
  position INT          NOT NULL COMMENT 'of the criterion in its version',
  points   INT          NOT NULL,
  remark   VARCHAR(200) NOT NULL DEFAULT '',
  PRIMARY KEY (item_id, number, position),
  CONSTRAINT quality_mark_sheet FOREIGN KEY (item_id, number) REFERENCES quality_sheet (item_id, number) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Once an item.
CREATE TABLE quality_dispute (
  item_id     BIGINT        NOT NULL PRIMARY KEY,
  reason      VARCHAR(1000) NOT NULL,
  raised_by   VARCHAR(60)   NOT NULL,
  raised_at   DATETIME(3)   NOT NULL,
  changed     BOOLEAN       NULL COMMENT 'whether the score was; null while nobody has answered',
  answer      VARCHAR(1000) NOT NULL DEFAULT '',
  answered_by VARCHAR(60)   NULL,
  answered_at DATETIME(3)   NULL,
  CONSTRAINT quality_dispute_item FOREIGN KEY (item_id) REFERENCES quality_item (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
