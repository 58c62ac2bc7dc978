-- Photos of the crews. The picture itself is in the store that recordings are in; without the data (place, camera) that the
-- phone had put into it.
CREATE TABLE photo (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket      BIGINT       NOT NULL,
  storage_key VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bytes       BIGINT       NOT NULL,
  width       INT          NOT NULL,
  height      INT          NOT NULL,
  taken_by    VARCHAR(60)  NOT NULL COMMENT 'login',
  added_at    DATETIME(3)  NOT NULL,
  UNIQUE KEY photo_key (storage_key),
  KEY photo_ticket (ticket, id),
  CONSTRAINT photo_ticket_fk FOREIGN KEY (ticket) REFERENCES ticket (number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
