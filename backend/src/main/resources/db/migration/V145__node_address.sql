-- Where the other nodes reach a node, to be told what goes on there (package floor.node; docs/live.md).
CREATE TABLE node_address (
  node    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  url     VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'http(s)://HOST[:PORT]',
  told_at DATETIME(3)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
