-- When a queue is staffed, and what a supervisor does with it by hand (packages queue, queue.edit; docs/queues.md).
ALTER TABLE call_queue
  ADD COLUMN home_node      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'the node that places its call-backs first; empty: any',
  ADD COLUMN shut           BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'closed by hand, until it is opened by hand',
  ADD COLUMN storm          VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'auto' COMMENT 'auto, on, off: whether a call-back is offered at once',
  ADD COLUMN announcement   VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what callers hear first in a storm; empty: nothing',
  ADD COLUMN abandoned_back BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'who gives up waiting is phoned back without having asked';

-- None: open at every hour of every day.
CREATE TABLE call_queue_hours (
  queue_code  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  weekday     TINYINT     NOT NULL COMMENT '1 Monday - 7 Sunday',
  from_minute SMALLINT    NOT NULL COMMENT 'of the day, 0-1439',
  to_minute   SMALLINT    NOT NULL COMMENT 'excluded, 1-1440',
  PRIMARY KEY (queue_code, weekday, from_minute),
  CONSTRAINT call_queue_hours_queue FOREIGN KEY (queue_code) REFERENCES call_queue (code) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Dates that differ from the week: holidays and make-up working days.
CREATE TABLE call_queue_day (
  queue_code  VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day         DATE        NOT NULL,
  from_minute SMALLINT    NOT NULL,
  to_minute   SMALLINT    NOT NULL COMMENT 'as from_minute: closed on that day',
  PRIMARY KEY (queue_code, day, from_minute),
  CONSTRAINT call_queue_day_queue FOREIGN KEY (queue_code) REFERENCES call_queue (code) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
