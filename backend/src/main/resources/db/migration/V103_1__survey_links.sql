-- Links that open a survey; what is kept of one opens nothing.
CREATE TABLE survey_link (
  token_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'SHA-256, hexadecimal',
  survey_id  BIGINT      NOT NULL,
  created_at DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  KEY survey_link_survey (survey_id),
  KEY survey_link_expires (expires_at),
  CONSTRAINT survey_link_survey_fk FOREIGN KEY (survey_id) REFERENCES survey (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
