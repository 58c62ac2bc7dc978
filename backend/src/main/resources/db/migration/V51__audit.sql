-- Append-only: the application needs INSERT and SELECT on it, neither UPDATE nor DELETE. Each entry holds the hash of the one
-- before it in its node's chain; every so many hold the latest hashes of the other nodes' chains, too (class AuditChain).
CREATE TABLE audit_entry (
  node          VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence      BIGINT        NOT NULL COMMENT '1, 2, 3 … without a gap',
  happened_at   DATETIME(3)   NOT NULL,
  actor         VARCHAR(80)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'user:<name>, system:<part>',
  action        VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject       VARCHAR(120)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'user:<name>, recording:<id> …',
  details       VARCHAR(4000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'a JSON object',
  anchors       VARCHAR(4000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'node sequence hash, one a line',
  previous_hash CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hash          CHAR(64)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (node, sequence),
  KEY audit_entry_at (happened_at, node, sequence),
  KEY audit_entry_actor (actor, happened_at, node, sequence),
  KEY audit_entry_action (action, happened_at, node, sequence),
  KEY audit_entry_subject (subject, happened_at, node, sequence)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- The end of each node's chain. A node waits for its own row alone.
CREATE TABLE audit_chain (
  node     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  sequence BIGINT      NOT NULL,
  hash     CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
