-- Rules and calendars in versions that never change: what began under a version keeps it. What is shipped is version 1.
CREATE TABLE deadline_rule (
  id           VARCHAR(48)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version      INT          NOT NULL,
  valid_from   DATETIME(3)  NOT NULL COMMENT 'holds for what begins then or later',
  switched_off BOOLEAN      NOT NULL DEFAULT FALSE,
  content      MEDIUMTEXT   NOT NULL COMMENT 'JSON: order, conditions, longest pauses, targets',
  author       VARCHAR(80)  NOT NULL COMMENT 'user:<name>, system:<part>',
  created_at   DATETIME(3)  NOT NULL,
  note         VARCHAR(200) NOT NULL DEFAULT '',
  PRIMARY KEY (id, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE work_calendar (
  id         VARCHAR(48)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version    INT          NOT NULL,
  valid_from DATETIME(3)  NOT NULL,
  content    MEDIUMTEXT   NOT NULL COMMENT 'JSON: zone, week, days',
  author     VARCHAR(80)  NOT NULL,
  created_at DATETIME(3)  NOT NULL,
  note       VARCHAR(200) NOT NULL DEFAULT '',
  PRIMARY KEY (id, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Estates that are not named here have the calendar 'default'.
CREATE TABLE estate_calendar (
  estate_id   BIGINT      NOT NULL,
  valid_from  DATETIME(3) NOT NULL,
  calendar_id VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  author      VARCHAR(80) NOT NULL,
  PRIMARY KEY (estate_id, valid_from),
  CONSTRAINT estate_calendar_estate FOREIGN KEY (estate_id) REFERENCES estate (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Rises with every change of the three tables above, so that nodes know what they have read is old. Who changes them locks it.
CREATE TABLE deadline_revision (
  id       TINYINT NOT NULL PRIMARY KEY,
  revision BIGINT  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO deadline_revision (id, revision) VALUES (1, 0);

-- The clocks of each ticket as of its last change or look. What is settled (met or missed, and stopped) never changes again.
CREATE TABLE ticket_clock (
  ticket           BIGINT      NOT NULL,
  target           VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  occurrence       INT         NOT NULL,
  position         INT         NOT NULL COMMENT 'order in which they are shown',
  kind             VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  started_at       DATETIME(3) NOT NULL,
  within_ms        BIGINT      NOT NULL,
  runs             VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  due_at           DATETIME(3) NULL COMMENT 'null while paused',
  paused_until     DATETIME(3) NULL,
  state            VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stopped_at       DATETIME(3) NULL COMMENT 'null: still waited for',
  left_ms          BIGINT      NOT NULL COMMENT 'negative: over; of an open clock as of the last look',
  interruptions    MEDIUMTEXT  NOT NULL COMMENT 'JSON: what it left out',
  rule_id          VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  rule_version     INT         NOT NULL,
  calendar_id      VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  calendar_version INT         NOT NULL,
  PRIMARY KEY (ticket, target, occurrence),
  KEY ticket_clock_due (stopped_at, due_at, ticket) COMMENT 'overdue, due within an hour',
  KEY ticket_clock_rule (rule_id, rule_version, state),
  CONSTRAINT ticket_clock_ticket FOREIGN KEY (ticket) REFERENCES ticket (number) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Every ticket that has its clocks, and when somebody may have to be told something next.
CREATE TABLE ticket_watch (
  ticket  BIGINT      NOT NULL PRIMARY KEY,
  look_at DATETIME(3) NULL COMMENT 'null: nothing is waited for',
  quiet   BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'what is late already counts as told: it came from an older system',
  KEY ticket_watch_look (look_at, ticket),
  CONSTRAINT ticket_watch_ticket FOREIGN KEY (ticket) REFERENCES ticket (number) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Each step of the ladder fires once: its key decides, on whichever node.
CREATE TABLE escalation_step (
  step_key   VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  ticket     BIGINT       NOT NULL,
  target     VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  occurrence INT          NOT NULL,
  step       VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  due_at     DATETIME(3)  NOT NULL,
  urgency    VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  role       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  taken_at   DATETIME(3)  NOT NULL,
  silent     BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'late before the clocks were there: nobody was told',
  KEY escalation_step_ticket (ticket),
  CONSTRAINT escalation_step_ticket_fk FOREIGN KEY (ticket) REFERENCES ticket (number) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Who is told of a step; what waits for the digest after an outage has no told_at yet.
CREATE TABLE escalation_notice (
  step_key VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  login    VARCHAR(60)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  told_at  DATETIME(3)  NULL,
  PRIMARY KEY (step_key, login),
  KEY escalation_notice_waiting (told_at, login),
  CONSTRAINT escalation_notice_step FOREIGN KEY (step_key) REFERENCES escalation_step (step_key) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- When all tickets that were due for a look had been looked at: a long gap was an outage.
CREATE TABLE escalation_run (
  id       TINYINT     NOT NULL PRIMARY KEY,
  last_run DATETIME(3) NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO escalation_run (id, last_run) VALUES (1, NULL);

-- db-scheduler's own table, as its mysql_tables.sql of 16.7 has it.
CREATE TABLE scheduled_tasks (
  task_name            VARCHAR(100) NOT NULL,
  task_instance        VARCHAR(100) NOT NULL,
  task_data            BLOB,
  execution_time       DATETIME(6)  NOT NULL,
  picked               BOOLEAN      NOT NULL,
  picked_by            VARCHAR(50),
  last_success         DATETIME(6)  NULL,
  last_failure         DATETIME(6)  NULL,
  consecutive_failures INT,
  last_heartbeat       DATETIME(6)  NULL,
  version              BIGINT       NOT NULL,
  priority             SMALLINT,
  PRIMARY KEY (task_name, task_instance),
  KEY execution_time_idx (execution_time),
  KEY last_heartbeat_idx (last_heartbeat),
  KEY priority_execution_time_idx (priority DESC, execution_time ASC)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
