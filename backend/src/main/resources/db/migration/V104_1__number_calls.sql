-- Calls out, whatever for: so many to one number a day and in five minutes. Kept two days.
CREATE TABLE number_call (
  what      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'survey, message',
  thing     BIGINT      NOT NULL COMMENT 'which survey or message',
  claim     INT         NOT NULL COMMENT 'which call for it',
  number    CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keyed hash',
  called_at DATETIME(3) NOT NULL,
  PRIMARY KEY (what, thing, claim),
  KEY number_call_number (number, called_at),
  KEY number_call_old (called_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
