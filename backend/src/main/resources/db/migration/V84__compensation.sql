-- Service recovery (package compensation): proposed on a ticket, decided by role and limit.
CREATE TABLE compensation (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version     BIGINT       NOT NULL DEFAULT 0,
  ticket      BIGINT       NOT NULL,
  kind        VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'fee, voucher, other',
  cents       BIGINT       NOT NULL COMMENT 'what it is worth, hundredths of a yuan',
  reason      VARCHAR(500) NOT NULL,
  state       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'proposed, approved, rejected, withdrawn',
  proposed_by VARCHAR(60)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'login',
  proposed_at DATETIME(3)  NOT NULL,
  decided_by  VARCHAR(60)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'login',
  decided_at  DATETIME(3)  NULL,
  words       VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'why it was rejected',
  KEY compensation_ticket (ticket, id),
  KEY compensation_state (state, proposed_at),
  KEY compensation_decided (decided_at),
  CONSTRAINT compensation_ticket_fk FOREIGN KEY (ticket) REFERENCES ticket (number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Up to which worth a role may approve; a role that does not stand here approves nothing.
CREATE TABLE compensation_limit (
  role  VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  cents BIGINT      NULL COMMENT 'null: any'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO compensation_limit (role, cents) VALUES ('dispatcher', 20000), ('manager', 200000), ('admin', NULL);
