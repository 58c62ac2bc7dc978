-- Who a ticket's work is with (package dispatch.work). The owner stands on the ticket itself, so that its version is the only
-- arbiter of who was first.
ALTER TABLE ticket
  ADD COLUMN owner      VARCHAR(60) NULL COMMENT 'login of the one who is responsible by name',
  ADD COLUMN department VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'that leads',
  ADD KEY ticket_owner (owner, state, opened_at),
  ADD KEY ticket_department (department, state, opened_at);

-- Tickets that the machine has not looked at yet.
CREATE TABLE dispatch_queue (
  ticket BIGINT      NOT NULL PRIMARY KEY,
  due_at DATETIME(3) NOT NULL COMMENT 'not before',
  KEY dispatch_queue_due (due_at),
  CONSTRAINT dispatch_queue_ticket FOREIGN KEY (ticket) REFERENCES ticket (number) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Why a ticket is with its owner, or with nobody: the last reason of the machine or of people.
CREATE TABLE dispatch_reason (
  ticket     BIGINT        NOT NULL PRIMARY KEY,
  code       VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  arguments  TEXT          NOT NULL COMMENT 'a JSON array of strings',
  decided_at DATETIME(3)   NOT NULL,
  CONSTRAINT dispatch_reason_ticket FOREIGN KEY (ticket) REFERENCES ticket (number) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Everybody who was ever offered a ticket, and what he did with it.
CREATE TABLE assignment (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket     BIGINT      NOT NULL,
  worker     VARCHAR(60) NOT NULL COMMENT 'login',
  department VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  state      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'offered, accepted, refused, replaced, done',
  hand_over  BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'the owner stays the owner until it is accepted',
  offered_at DATETIME(3) NOT NULL,
  since      DATETIME(3) NOT NULL,
  arrived_at DATETIME(3) NULL,
  KEY assignment_ticket (ticket, id),
  KEY assignment_worker (worker, state, ticket),
  CONSTRAINT assignment_ticket_fk FOREIGN KEY (ticket) REFERENCES ticket (number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What helping departments and third parties have to do for a ticket; each once.
CREATE TABLE task (
  id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version    BIGINT        NOT NULL DEFAULT 0,
  ticket     BIGINT        NOT NULL,
  party_kind VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'department, third-party',
  party      VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state      VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'open, accepted, done, refused',
  opened_at  DATETIME(3)   NOT NULL,
  since      DATETIME(3)   NOT NULL,
  due_at     DATETIME(3)   NOT NULL,
  worker     VARCHAR(60)   NULL COMMENT 'who accepted it',
  words      VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'what was done, or why it was refused',
  UNIQUE KEY task_once (ticket, party_kind, party),
  KEY task_party (party_kind, party, state, due_at),
  CONSTRAINT task_ticket FOREIGN KEY (ticket) REFERENCES ticket (number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
