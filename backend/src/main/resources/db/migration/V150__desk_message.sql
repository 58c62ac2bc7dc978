-- What supervisors write to agents: on the agent's page until she has read it (packages desk, floor.step; docs/live.md).
CREATE TABLE desk_message (
  id      BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id BIGINT       NOT NULL COMMENT 'for whom',
  sender  VARCHAR(120) NOT NULL COMMENT 'name as she reads it',
  body    VARCHAR(200) NOT NULL,
  sent_at DATETIME(3)  NOT NULL,
  read_at DATETIME(3)  NULL COMMENT 'when she said so',
  KEY desk_message_user (user_id, read_at),
  KEY desk_message_sent (sent_at),
  CONSTRAINT desk_message_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
