-- The equipment register (package equipment): what complaints hang on.
CREATE TABLE equipment (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  version         BIGINT       NOT NULL DEFAULT 0,
  estate_id       BIGINT       NOT NULL,
  building        VARCHAR(60)  NOT NULL DEFAULT '' COMMENT 'empty: of the estate as a whole',
  kind            VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'lift, pump, door, other',
  code            VARCHAR(40)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'as it stands on the thing itself',
  name            VARCHAR(60)  NOT NULL,
  installed_on    DATE         NULL,
  maintainer      VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  plan            VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'how it is maintained, in words',
  last_service_on DATE         NULL,
  UNIQUE KEY equipment_code (estate_id, code),
  KEY equipment_place (estate_id, building, kind),
  CONSTRAINT equipment_estate FOREIGN KEY (estate_id) REFERENCES estate (id),
  CONSTRAINT equipment_maintainer FOREIGN KEY (maintainer) REFERENCES third_party (code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- What a ticket is about; at most one thing.
CREATE TABLE equipment_ticket (
  ticket     BIGINT      NOT NULL PRIMARY KEY,
  equipment  BIGINT      NOT NULL,
  automatic  BOOLEAN     NOT NULL COMMENT 'chosen by the machine: goes with the ticket''s place',
  preventive BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'a work order of the register itself, no complaint',
  linked_at  DATETIME(3) NOT NULL,
  KEY equipment_ticket_equipment (equipment, ticket),
  CONSTRAINT equipment_ticket_ticket FOREIGN KEY (ticket) REFERENCES ticket (number),
  CONSTRAINT equipment_ticket_equipment_fk FOREIGN KEY (equipment) REFERENCES equipment (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- A preventive work order that is proposed; the key lets one of each thing be open at a time, whichever node proposes.
CREATE TABLE equipment_proposal (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  equipment   BIGINT       NOT NULL,
  cause       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'complaints, age',
  complaints  INT          NOT NULL COMMENT 'how many there were',
  days        INT          NOT NULL COMMENT 'within how many',
  proposed_at DATETIME(3)  NOT NULL,
  open_mark   TINYINT      NULL COMMENT '1 while open, else null',
  state       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'open, ordered, dismissed',
  ticket      BIGINT       NULL COMMENT 'the work order',
  decided_by  VARCHAR(60)  NULL COMMENT 'login',
  decided_at  DATETIME(3)  NULL,
  reason      VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'why it was dismissed',
  UNIQUE KEY equipment_proposal_open (equipment, open_mark),
  KEY equipment_proposal_state (state, proposed_at),
  CONSTRAINT equipment_proposal_equipment FOREIGN KEY (equipment) REFERENCES equipment (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
