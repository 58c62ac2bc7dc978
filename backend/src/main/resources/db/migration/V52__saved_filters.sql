CREATE TABLE saved_filter (
  id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  owner_id   BIGINT        NOT NULL,
  name       VARCHAR(20)   NOT NULL,
  query      VARCHAR(1500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the address after the question mark, encoded',
  shared     BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'everybody sees it',
  created_at DATETIME(3)   NOT NULL,
  UNIQUE KEY saved_filter_name (owner_id, name),
  KEY saved_filter_shared (shared, name),
  CONSTRAINT saved_filter_owner FOREIGN KEY (owner_id) REFERENCES app_user (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What a user begins with.
CREATE TABLE saved_filter_default (
  user_id   BIGINT NOT NULL PRIMARY KEY,
  filter_id BIGINT NOT NULL,
  CONSTRAINT saved_filter_default_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
  CONSTRAINT saved_filter_default_filter FOREIGN KEY (filter_id) REFERENCES saved_filter (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
