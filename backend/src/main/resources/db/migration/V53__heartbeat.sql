-- Each node says every ten seconds that it lives and how it is; beaten_at is the database's own clock.
CREATE TABLE node_heartbeat (
  node       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  started_at DATETIME(3) NOT NULL,
  beaten_at  DATETIME(3) NOT NULL,
  stopped    BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'on purpose',
  facts      MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'JSON'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
