-- Tickets that have to do with each other (package related): which were put together, which never are, which wait to be compared.
-- Who carries on stands on the ticket itself (duplicate_of); here stands what is needed to take a merge back.
CREATE TABLE ticket_merge (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket       BIGINT      NOT NULL,
  survivor     BIGINT      NOT NULL,
  state_before VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  merged_at    DATETIME(3) NOT NULL,
  merged_by    VARCHAR(80) NOT NULL COMMENT 'user:<name>, system:<part>',
  undone_at    DATETIME(3) NULL,
  undone_by    VARCHAR(80) NULL,
  KEY ticket_merge_ticket (ticket, undone_at),
  KEY ticket_merge_survivor (survivor, undone_at),
  CONSTRAINT ticket_merge_ticket_fk FOREIGN KEY (ticket) REFERENCES ticket (number),
  CONSTRAINT ticket_merge_survivor_fk FOREIGN KEY (survivor) REFERENCES ticket (number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What was merged before can be taken back, too; where it stood then is known to its timeline alone.
INSERT INTO ticket_merge (ticket, survivor, state_before, merged_at, merged_by)
  SELECT number, duplicate_of, 'accepted', state_since, 'system:migration'
  FROM ticket WHERE state = 'duplicate' AND duplicate_of IS NOT NULL;

-- Two tickets that somebody has said are not the same: the machine leaves them apart.
CREATE TABLE ticket_distinct (
  lower_number  BIGINT      NOT NULL,
  higher_number BIGINT      NOT NULL,
  decided_at    DATETIME(3) NOT NULL,
  decided_by    VARCHAR(80) NOT NULL,
  PRIMARY KEY (lower_number, higher_number),
  KEY ticket_distinct_higher (higher_number),
  CONSTRAINT ticket_distinct_lower_fk FOREIGN KEY (lower_number) REFERENCES ticket (number) ON DELETE CASCADE,
  CONSTRAINT ticket_distinct_higher_fk FOREIGN KEY (higher_number) REFERENCES ticket (number) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Tickets that the machine has not compared with others yet.
CREATE TABLE relation_queue (
  ticket BIGINT      NOT NULL PRIMARY KEY,
  due_at DATETIME(3) NOT NULL COMMENT 'not before',
  KEY relation_queue_due (due_at),
  CONSTRAINT relation_queue_ticket FOREIGN KEY (ticket) REFERENCES ticket (number) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
