-- Third parties measured against their contracts (package thirdparty).
CREATE TABLE third_party_contract (
  party          VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  version        BIGINT       NOT NULL DEFAULT 0,
  accept_minutes INT          NOT NULL COMMENT 'wall time from the offer, like the two below',
  arrive_minutes INT          NOT NULL,
  done_minutes   INT          NOT NULL,
  accept_cents   BIGINT       NOT NULL COMMENT 'what each miss costs the company',
  arrive_cents   BIGINT       NOT NULL,
  done_cents     BIGINT       NOT NULL,
  webhook_url    VARCHAR(500) NOT NULL DEFAULT '',
  webhook_key    INT          NOT NULL DEFAULT 1 COMMENT 'generation of the key that signs; the key itself is derived from the cluster secret',
  CONSTRAINT third_party_contract_party FOREIGN KEY (party) REFERENCES third_party (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What a contract asked for when a task was offered, and what came of it. Written only while the ticket is locked.
CREATE TABLE third_party_job (
  task         BIGINT      NOT NULL PRIMARY KEY,
  ticket       BIGINT      NOT NULL,
  party        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opened_at    DATETIME(3) NOT NULL,
  accept_due   DATETIME(3) NOT NULL,
  arrive_due   DATETIME(3) NOT NULL,
  done_due     DATETIME(3) NOT NULL,
  accept_cents BIGINT      NOT NULL,
  arrive_cents BIGINT      NOT NULL,
  done_cents   BIGINT      NOT NULL,
  accepted_at  DATETIME(3) NULL,
  arrived_at   DATETIME(3) NULL,
  done_at      DATETIME(3) NULL,
  ended_at     DATETIME(3) NULL COMMENT 'done, refused, or the ticket was over: nothing is missed after that',
  look_at      DATETIME(3) NULL COMMENT 'the next time that may be missed; null: none',
  KEY third_party_job_look (look_at, task),
  KEY third_party_job_ticket (ticket),
  CONSTRAINT third_party_job_task FOREIGN KEY (task) REFERENCES task (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What was offered before there were contracts is due within a day, and costs nothing.
INSERT INTO third_party_job (task, ticket, party, opened_at, accept_due, arrive_due, done_due, accept_cents, arrive_cents, done_cents, ended_at)
SELECT id, ticket, party, opened_at, opened_at + INTERVAL 1 DAY, opened_at + INTERVAL 1 DAY, opened_at + INTERVAL 1 DAY, 0, 0, 0, CASE WHEN state IN ('done', 'refused') THEN since END
FROM task WHERE party_kind = 'third-party';

-- Each miss once: its key decides, on whichever node it is noticed.
CREATE TABLE third_party_miss (
  task       BIGINT      NOT NULL,
  target     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'accept, arrive, done',
  party      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  due_at     DATETIME(3) NOT NULL,
  cents      BIGINT      NOT NULL,
  noticed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (task, target),
  KEY third_party_miss_month (due_at, party),
  CONSTRAINT third_party_miss_job FOREIGN KEY (task) REFERENCES third_party_job (task)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Who has the link may act on the task without signing in; what is kept does not open it.
CREATE TABLE third_party_link (
  token_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'SHA-256, hexadecimal',
  task       BIGINT      NOT NULL,
  created_at DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  KEY third_party_link_task (task),
  CONSTRAINT third_party_link_task_fk FOREIGN KEY (task) REFERENCES task (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
