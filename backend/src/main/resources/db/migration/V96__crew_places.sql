-- Where members of the crews have said that they are (package dispatch.place): one place each, forgotten after the shift.
CREATE TABLE crew_place (
  user_id   BIGINT      NOT NULL PRIMARY KEY,
  estate_id BIGINT      NOT NULL,
  building  VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'empty: somewhere in the estate',
  said_at   DATETIME(3) NOT NULL,
  KEY crew_place_said (said_at),
  CONSTRAINT crew_place_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
  CONSTRAINT crew_place_estate FOREIGN KEY (estate_id) REFERENCES estate (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
