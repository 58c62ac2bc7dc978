-- Personal access tokens for the API. The secret itself is nowhere: only its digest. A revoked one stays, so that what
-- was done with it can be traced.
CREATE TABLE access_token (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id      BIGINT       NOT NULL,
  name         VARCHAR(60)  NOT NULL COMMENT 'what its owner uses it for',
  prefix       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'its beginning, to tell it from others',
  secret_hash  CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256, hexadecimal',
  scopes       VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'codes separated by spaces',
  created_at   DATETIME(3)  NOT NULL,
  expires_at   DATETIME(3)  NOT NULL,
  last_used_at DATETIME(3)  NULL COMMENT 'to the minute',
  revoked_at   DATETIME(3)  NULL,
  UNIQUE KEY access_token_secret (secret_hash),
  KEY access_token_user (user_id, created_at),
  CONSTRAINT access_token_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
