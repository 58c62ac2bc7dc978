-- Points that an estate thanks with (package points). What an estate has no row for is as shipped: off, 10 points.
CREATE TABLE points_rule (
  estate_id BIGINT  NOT NULL PRIMARY KEY,
  used      BOOLEAN NOT NULL,
  amount    INT     NOT NULL COMMENT 'for a very satisfied answer',
  CONSTRAINT points_rule_estate FOREIGN KEY (estate_id) REFERENCES estate (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Append-only: the balance of a resident is the sum of her entries; what was wrong is corrected by one more.
CREATE TABLE points_ledger (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  once        VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'survey:<id>, form:<key>: the same is entered once',
  resident_id BIGINT       NULL COMMENT 'null: nobody is known who could have them; 0 points',
  ticket      BIGINT       NULL COMMENT 'that she was asked about',
  estate_id   BIGINT       NULL COMMENT 'of the ticket',
  points      INT          NOT NULL,
  reason      VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'of a correction',
  entered_by  VARCHAR(60)  NULL COMMENT 'login of a correction; null: the survey',
  at          DATETIME(3)  NOT NULL,
  UNIQUE KEY points_ledger_once (once),
  KEY points_ledger_resident (resident_id, id),
  KEY points_ledger_ticket (ticket),
  CONSTRAINT points_ledger_resident_fk FOREIGN KEY (resident_id) REFERENCES resident (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
