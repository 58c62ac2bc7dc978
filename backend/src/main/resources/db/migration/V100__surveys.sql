-- Surveys: a resident is asked once for each solution of her ticket (docs/surveys.md). The id is also the turn, by which what is
-- asked goes round.
CREATE TABLE survey (
  id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket         BIGINT      NOT NULL,
  round          INT         NOT NULL COMMENT 'which solution she is asked about, from 1',
  estate_id      BIGINT      NULL COMMENT 'of the ticket when it was solved',
  state          VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'planned, calling, answered, unreached, declined, person, withdrawn',
  urgent         BOOLEAN     NOT NULL COMMENT 'has a head start',
  planned_at     DATETIME(3) NOT NULL,
  due_at         DATETIME(3) NULL COMMENT 'of the next call; null: none is planned',
  rank_at        DATETIME(3) NULL COMMENT 'due_at with the head start: the order of the calls',
  asked_for      DATETIME(3) NULL COMMENT 'the time she has named',
  give_up_at     DATETIME(3) NULL COMMENT 'from then on she counts as unreached',
  attempts       INT         NOT NULL DEFAULT 0,
  node           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of the last call',
  lease_until    DATETIME(3) NULL COMMENT 'of the call that goes on',
  first_call_at  DATETIME(3) NULL,
  channel        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'by which it was answered: phone, callback, sms, link, agent, visit',
  solved         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'solved, partly, not-solved; empty: not answered',
  satisfaction   TINYINT     NULL COMMENT '5 very satisfied to 1',
  attitude       TINYINT     NULL COMMENT '5 to 1',
  speed          TINYINT     NULL COMMENT '5 to 1',
  result         TINYINT     NULL COMMENT '5 to 1',
  recommendation TINYINT     NULL COMMENT '0 to 10',
  dissatisfied   BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'not solved, or 40 and less',
  level          INT         NOT NULL DEFAULT 0 COMMENT 'how high the work that began again is answered for',
  settled_at     DATETIME(3) NULL,
  UNIQUE KEY survey_once (ticket, round),
  KEY survey_rank (state, rank_at),
  KEY survey_lease (state, lease_until),
  KEY survey_give_up (state, give_up_at),
  KEY survey_estate (estate_id, settled_at),
  CONSTRAINT survey_ticket FOREIGN KEY (ticket) REFERENCES ticket (number) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Calls: committed before they are placed, so a number that may be ringing is never called a second time.
CREATE TABLE survey_attempt (
  survey_id BIGINT      NOT NULL,
  number    INT         NOT NULL COMMENT 'from 1; its channel is survey-<id>-<number>',
  node      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  placed_at DATETIME(3) NOT NULL,
  outcome   VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null while it goes on',
  ended_at  DATETIME(3) NULL,
  PRIMARY KEY (survey_id, number),
  CONSTRAINT survey_attempt_survey FOREIGN KEY (survey_id) REFERENCES survey (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What she has said, each answer as she gave it, never changed; of two the last counts.
CREATE TABLE survey_answer (
  survey_id BIGINT        NOT NULL,
  source    VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the call, or what else it came by',
  number    INT           NOT NULL COMMENT 'order within the source, from 1: a repeat is the same answer',
  channel   VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'phone, callback, sms, link, agent, visit',
  item      VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'solved, satisfaction, comment, taken-back ...',
  value     VARCHAR(64)   NOT NULL DEFAULT '',
  words     TEXT          NOT NULL COMMENT 'a comment, as it was understood',
  decoded   BOOLEAN       NOT NULL DEFAULT TRUE COMMENT 'false: only the recording has it',
  from_ms   BIGINT        NOT NULL DEFAULT 0 COMMENT 'place in the recording of the call',
  to_ms     BIGINT        NOT NULL DEFAULT 0,
  at        DATETIME(3)   NOT NULL,
  PRIMARY KEY (survey_id, source, number),
  CONSTRAINT survey_answer_survey FOREIGN KEY (survey_id) REFERENCES survey (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What people have to do after a survey.
CREATE TABLE survey_task (
  id        BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  survey_id BIGINT        NOT NULL,
  kind      VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'phone, rest, find',
  state     VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'open, done, withdrawn',
  opened_at DATETIME(3)   NOT NULL,
  due_at    DATETIME(3)   NULL COMMENT 'null: no clock',
  done_at   DATETIME(3)   NULL,
  done_by   VARCHAR(60)   NULL COMMENT 'login',
  words     VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'what came of it',
  UNIQUE KEY survey_task_once (survey_id, kind),
  KEY survey_task_open (state, due_at),
  CONSTRAINT survey_task_survey FOREIGN KEY (survey_id) REFERENCES survey (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What residents wish of surveys; who has no row wishes nothing. The dialect stands with the resident.
CREATE TABLE resident_survey (
  resident_id BIGINT       NOT NULL PRIMARY KEY,
  no_surveys  BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'is not called for surveys; for messages as before',
  preferred   VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'frames, 18:00-20:00,09:00-10:00; empty: any',
  changed_at  DATETIME(3)  NOT NULL,
  CONSTRAINT resident_survey_resident FOREIGN KEY (resident_id) REFERENCES resident (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- One row: whether nobody is called.
CREATE TABLE survey_switch (
  id         TINYINT     NOT NULL PRIMARY KEY,
  paused     BOOLEAN     NOT NULL,
  changed_by VARCHAR(60) NOT NULL,
  changed_at DATETIME(3) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO survey_switch (id, paused, changed_by, changed_at) VALUES (1, FALSE, '', '1970-01-01 00:00:00.000');
