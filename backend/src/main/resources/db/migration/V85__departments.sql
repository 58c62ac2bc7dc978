-- Who is responsible for what, and who works when (package dispatch.staff). What is shipped is that of
-- resources/dispatch/matrix.yml; a test compares the two.
CREATE TABLE department (
  code     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  version  BIGINT      NOT NULL DEFAULT 0,
  zh       VARCHAR(60) NOT NULL,
  en       VARCHAR(60) NOT NULL,
  position INT         NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE third_party (
  code    VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  version BIGINT       NOT NULL DEFAULT 0,
  name    VARCHAR(60)  NOT NULL,
  phone   VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  email   VARCHAR(120) NOT NULL DEFAULT '',
  reserve VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the company that is asked when this one refuses',
  CONSTRAINT third_party_reserve FOREIGN KEY (reserve) REFERENCES third_party (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE responsibility (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version     BIGINT      NOT NULL DEFAULT 0,
  category    VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subcategory VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'empty: all of the category',
  estate_id   BIGINT      NOT NULL DEFAULT 0 COMMENT '0: all estates; never null, so that the key below holds',
  lead_by     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  third_party VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
  UNIQUE KEY responsibility_once (category, subcategory, estate_id),
  CONSTRAINT responsibility_category FOREIGN KEY (category) REFERENCES category (code),
  CONSTRAINT responsibility_lead FOREIGN KEY (lead_by) REFERENCES department (code),
  CONSTRAINT responsibility_party FOREIGN KEY (third_party) REFERENCES third_party (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE responsibility_helper (
  responsibility_id BIGINT      NOT NULL,
  position          INT         NOT NULL,
  department        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (responsibility_id, position),
  CONSTRAINT responsibility_helper_row FOREIGN KEY (responsibility_id) REFERENCES responsibility (id) ON DELETE CASCADE,
  CONSTRAINT responsibility_helper_department FOREIGN KEY (department) REFERENCES department (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE crew_member (
  user_id       BIGINT       NOT NULL PRIMARY KEY,
  version       BIGINT       NOT NULL DEFAULT 0,
  department    VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  leads         BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'leads the department: hears of what is late',
  skills        VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'codes of (sub-)categories separated by spaces; empty: all of the department',
  on_duty_until DATETIME(3)  NULL COMMENT 'on duty until then, whatever the plan says',
  KEY crew_member_department (department),
  CONSTRAINT crew_member_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
  CONSTRAINT crew_member_department_fk FOREIGN KEY (department) REFERENCES department (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE crew_shift (
  user_id     BIGINT NOT NULL,
  position    INT    NOT NULL,
  weekday     INT    NOT NULL COMMENT '1 Monday … 7 Sunday',
  from_minute INT    NOT NULL COMMENT 'of the day, 0–1439',
  to_minute   INT    NOT NULL COMMENT '1–1440; not after from_minute: ends on the next day',
  PRIMARY KEY (user_id, position),
  CONSTRAINT crew_shift_member FOREIGN KEY (user_id) REFERENCES crew_member (user_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

INSERT INTO department (code, zh, en, position) VALUES
  ('engineering', '工程部', 'Engineering', 1),
  ('customer-service', '客服部', 'Customer service', 2),
  ('environment', '环境部', 'Environment', 3),
  ('security', '安保部', 'Security', 4),
  ('finance', '财务部', 'Finance', 5),
  ('management', '项目经理', 'Project management', 6);

INSERT INTO responsibility (id, category, subcategory, lead_by) VALUES
  (1, 'facilities', '', 'engineering'),
  (2, 'staff', '', 'customer-service'),
  (3, 'environment', '', 'environment'),
  (4, 'security', '', 'security'),
  (5, 'fees', '', 'finance'),
  (6, 'neighbour', '', 'customer-service'),
  (7, 'neighbour', 'leak', 'engineering'),
  (8, 'other', '', 'customer-service');

INSERT INTO responsibility_helper (responsibility_id, position, department) VALUES
  (1, 0, 'customer-service'),
  (2, 0, 'management'),
  (3, 0, 'customer-service'),
  (4, 0, 'engineering'),
  (5, 0, 'customer-service'),
  (6, 0, 'security'),
  (7, 0, 'customer-service'),
  (7, 1, 'security');
