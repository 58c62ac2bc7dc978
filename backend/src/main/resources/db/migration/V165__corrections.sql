-- What staff say was said in a call where the machine heard something else (package call; docs/dialects.md).
CREATE TABLE turn_correction (
  call_id      VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position     INT           NOT NULL COMMENT 'of the turn',
  dialect      VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'in which the caller was heard; empty: not known',
  heard        VARCHAR(2000) NOT NULL,
  said         VARCHAR(2000) NOT NULL,
  corrected_by VARCHAR(60)   NOT NULL COMMENT 'login',
  corrected_at DATETIME(3)   NOT NULL,
  PRIMARY KEY (call_id, position),
  KEY turn_correction_newest (corrected_at),
  CONSTRAINT turn_correction_call FOREIGN KEY (call_id) REFERENCES call_record (call_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Proposed mishearings that an administrator does not want (package wording).
CREATE TABLE misheard_refusal (
  heard      VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  phrase     VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'of the lexicon',
  refused_by VARCHAR(60) NOT NULL COMMENT 'login',
  refused_at DATETIME(3) NOT NULL,
  PRIMARY KEY (heard, phrase)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
