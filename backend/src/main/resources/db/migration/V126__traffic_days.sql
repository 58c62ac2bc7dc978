-- What became of callers, summed by quarter of an hour and queue (package traffic.keep), for reports of months and forecasts, when the events
-- have long gone. Of a day that stands in traffic_day everything is known: a quarter without a row had no calls.
CREATE TABLE traffic_day (
  day     DATE        NOT NULL PRIMARY KEY COMMENT 'where the company is',
  kept_at DATETIME(3) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE queue_quarter (
  start_at          DATETIME(3) NOT NULL,
  queue_code        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day               DATE        NOT NULL,
  calls             BIGINT      NOT NULL COMMENT 'of which it was the first queue',
  offered           BIGINT      NOT NULL,
  still_waiting     BIGINT      NOT NULL,
  answered          BIGINT      NOT NULL,
  answered_in_time  BIGINT      NOT NULL,
  abandoned         BIGINT      NOT NULL,
  abandoned_short   BIGINT      NOT NULL,
  abandoned_in_time BIGINT      NOT NULL,
  left_by_key       BIGINT      NOT NULL,
  call_back_asked   BIGINT      NOT NULL,
  timed_out         BIGINT      NOT NULL,
  found_empty       BIGINT      NOT NULL,
  moved_on          BIGINT      NOT NULL,
  lost_sight        BIGINT      NOT NULL,
  wait_of_answered  BIGINT      NOT NULL COMMENT 'this and the following: ms',
  longest_wait      BIGINT      NOT NULL,
  talk              BIGINT      NOT NULL,
  on_hold           BIGINT      NOT NULL,
  wrap_up           BIGINT      NOT NULL,
  transferred       BIGINT      NOT NULL COMMENT 'talks',
  PRIMARY KEY (start_at, queue_code),
  KEY queue_quarter_day (day),
  CONSTRAINT queue_quarter_day_fk FOREIGN KEY (day) REFERENCES traffic_day (day) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
