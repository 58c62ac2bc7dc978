-- A message that was not sent and that somebody has looked after another way: it is no trouble any more.
ALTER TABLE outgoing_message
  ADD aside_at   DATETIME(3)  NULL,
  ADD aside_by   VARCHAR(60)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '' COMMENT 'login',
  ADD aside_note VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what was done instead';
