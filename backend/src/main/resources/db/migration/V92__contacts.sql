-- How a member of staff is reached.
CREATE TABLE staff_contact (
  user_id  BIGINT       NOT NULL PRIMARY KEY,
  mobile   VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  email    VARCHAR(190) NOT NULL DEFAULT '',
  language VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'zh',
  CONSTRAINT staff_contact_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- How a resident wishes to be told; who has no row wishes nothing in particular.
CREATE TABLE resident_contact (
  resident_id BIGINT       NOT NULL PRIMARY KEY,
  email       VARCHAR(190) NOT NULL DEFAULT '',
  language    VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'zh',
  opted_out   BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'gets emergencies only',
  CONSTRAINT resident_contact_resident FOREIGN KEY (resident_id) REFERENCES resident (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
