-- Import of an older system's data: each file is staged row by row, checked, and entered by whichever node is free.
ALTER TABLE resident
  ADD COLUMN external_id VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'what an older system calls her',
  ADD UNIQUE KEY resident_external (external_id),
  ADD KEY resident_name (name);

-- The console looks for the last digits of a number.
ALTER TABLE resident_phone
  ADD COLUMN tail VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin AS (RIGHT(number, 4)) STORED,
  ADD KEY resident_phone_tail (tail);

CREATE TABLE import_run (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  file_name      VARCHAR(200) NOT NULL,
  source         VARCHAR(40)  NOT NULL COMMENT 'the older system, where the rows do not name it',
  state          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'reading, checking, checked, entering, done, failed',
  all_or_nothing BOOLEAN      NOT NULL DEFAULT FALSE,
  node           VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'where the file lies while it is read',
  started_by     VARCHAR(60)  NOT NULL,
  created_at     DATETIME(3)  NOT NULL,
  changed_at     DATETIME(3)  NOT NULL,
  failure        VARCHAR(60)  NOT NULL DEFAULT '' COMMENT 'a code and what it is about: too-large 50',
  rows_read      INT          NOT NULL DEFAULT 0,
  rows_done      INT          NOT NULL DEFAULT 0 COMMENT 'of the stage that it is in',
  sums_before    MEDIUMTEXT   NOT NULL COMMENT 'JSON: counts of the whole database before the check',
  sums_after     MEDIUMTEXT   NOT NULL COMMENT 'JSON: the same after it was entered',
  KEY import_run_state (state, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE import_row (
  run_id   BIGINT      NOT NULL,
  position INT         NOT NULL COMMENT 'sheets in the order they depend on each other, then rows',
  sheet    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  row_no   INT         NOT NULL,
  cells    MEDIUMTEXT  NOT NULL COMMENT 'JSON: column code to text',
  action   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'add, change, same, refused',
  estate   VARCHAR(60) NOT NULL DEFAULT '',
  category VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  done     BOOLEAN     NOT NULL DEFAULT FALSE,
  PRIMARY KEY (run_id, position),
  CONSTRAINT import_row_run FOREIGN KEY (run_id) REFERENCES import_run (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE import_fault (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  run_id      BIGINT       NOT NULL,
  from_file   BOOLEAN      NOT NULL COMMENT 'found while reading: a new check leaves it',
  notice      BOOLEAN      NOT NULL COMMENT 'told, but no row is refused for it',
  sheet       VARCHAR(60)  NOT NULL,
  row_no      INT          NOT NULL COMMENT '0: the sheet as a whole',
  column_name VARCHAR(60)  NOT NULL DEFAULT '',
  letter      VARCHAR(3)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  value       VARCHAR(200) NOT NULL DEFAULT '',
  code        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  argument    VARCHAR(200) NOT NULL DEFAULT '',
  KEY import_fault_run (run_id, id),
  CONSTRAINT import_fault_run_fk FOREIGN KEY (run_id) REFERENCES import_run (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- One import at a time, on whichever node; who dies loses it when the lease is over.
CREATE TABLE import_lock (
  id     TINYINT     NOT NULL PRIMARY KEY,
  holder VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  until  DATETIME(3) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO import_lock (id, holder, until) VALUES (1, '', '2000-01-01');
