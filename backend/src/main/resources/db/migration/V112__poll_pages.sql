-- Polls that are answered on a page.
ALTER TABLE poll
  ADD COLUMN channel VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'phone' COMMENT 'phone, page, both';

ALTER TABLE poll_resident
  ADD COLUMN invited_at DATETIME(3) NULL COMMENT 'when the message with the link was put into the outbox';

-- Links that open a poll for one resident; what is kept of one opens nothing.
CREATE TABLE poll_link (
  token_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'SHA-256, hexadecimal',
  asked_id   BIGINT      NOT NULL COMMENT 'poll_resident',
  created_at DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  KEY poll_link_asked (asked_id),
  KEY poll_link_expires (expires_at),
  CONSTRAINT poll_link_asked_fk FOREIGN KEY (asked_id) REFERENCES poll_resident (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
