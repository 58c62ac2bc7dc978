-- One cause that many people report (package related.incident). The head is a ticket; those who reported it are merged into it.
CREATE TABLE incident (
  ticket       BIGINT       NOT NULL PRIMARY KEY COMMENT 'the head; the incident lasts while its work does',
  version      BIGINT       NOT NULL DEFAULT 0,
  estate_id    BIGINT       NOT NULL,
  announcement VARCHAR(60)  NOT NULL COMMENT 'as callers hear it: 3号楼停电',
  expected_end DATETIME(3)  NULL,
  declared_at  DATETIME(3)  NOT NULL,
  declared_by  VARCHAR(80)  NOT NULL,
  KEY incident_estate (estate_id),
  CONSTRAINT incident_ticket FOREIGN KEY (ticket) REFERENCES ticket (number) ON DELETE CASCADE,
  CONSTRAINT incident_estate_fk FOREIGN KEY (estate_id) REFERENCES estate (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Where callers hear of it; none: in the whole estate.
CREATE TABLE incident_building (
  ticket   BIGINT      NOT NULL,
  building VARCHAR(60) NOT NULL,
  PRIMARY KEY (ticket, building),
  CONSTRAINT incident_building_incident FOREIGN KEY (ticket) REFERENCES incident (ticket) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Calls that heard of it.
CREATE TABLE incident_heard (
  ticket   BIGINT      NOT NULL,
  call_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  heard_at DATETIME(3) NOT NULL,
  PRIMARY KEY (ticket, call_id),
  CONSTRAINT incident_heard_incident FOREIGN KEY (ticket) REFERENCES incident (ticket) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Several like reports that may have one cause: the machine asks, a person decides. One at a time for a place and a category.
CREATE TABLE incident_proposal (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  open_key    VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'place and category while it is undecided',
  estate_id   BIGINT       NOT NULL,
  building    VARCHAR(60)  NOT NULL,
  category    VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subcategory VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since       DATETIME(3)  NOT NULL COMMENT 'reports from then on',
  proposed_at DATETIME(3)  NOT NULL,
  decided_at  DATETIME(3)  NULL,
  decided_by  VARCHAR(80)  NULL,
  ticket      BIGINT       NULL COMMENT 'the head; null: it was not one',
  UNIQUE KEY incident_proposal_once (open_key),
  KEY incident_proposal_estate (estate_id, building, decided_at),
  CONSTRAINT incident_proposal_estate_fk FOREIGN KEY (estate_id) REFERENCES estate (id),
  CONSTRAINT incident_proposal_ticket FOREIGN KEY (ticket) REFERENCES ticket (number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
