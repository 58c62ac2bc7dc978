-- The caller is known: residents' ages, consent, calls that add to a ticket, repeats, and who may ask for progress how often.
ALTER TABLE estate
  ADD COLUMN person_from_age SMALLINT NULL COMMENT 'residents of this age or older are rung through to a person; null: off';

ALTER TABLE resident
  ADD COLUMN birth_year SMALLINT NULL,
  ADD COLUMN consent_at DATETIME(3) NULL COMMENT 'when she agreed on the phone to be remembered',
  ADD COLUMN consent_source VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'call:<call id>; null: entered by staff',
  ADD UNIQUE KEY resident_consent_source (consent_source);

-- Who does not want to be remembered: nothing but a keyed hash of the number.
CREATE TABLE unremembered_number (
  number_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  refused_at  DATETIME(3) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- A later call about a ticket that was open already. One call adds to one ticket, and then has none of its own.
CREATE TABLE call_addition (
  call_id          VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  ticket           BIGINT        NOT NULL,
  text             VARCHAR(4000) NOT NULL,
  unfinished       BOOLEAN       NOT NULL,
  needs_transcript BOOLEAN       NOT NULL,
  called_at        DATETIME(3)   NOT NULL,
  KEY call_addition_ticket (ticket, called_at),
  KEY call_addition_needs_transcript (needs_transcript, called_at),
  CONSTRAINT call_addition_ticket_fk FOREIGN KEY (ticket) REFERENCES ticket (number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

ALTER TABLE ticket
  ADD COLUMN repeat_of BIGINT NULL COMMENT 'the same thing again, after that ticket was solved',
  ADD KEY ticket_repeat_of (repeat_of),
  ADD CONSTRAINT ticket_repeat_of_fk FOREIGN KEY (repeat_of) REFERENCES ticket (number);

-- A second call about the same thing is looked for by dwelling; by number there is an index already.
CREATE INDEX ticket_dwelling ON ticket (estate_id, building, unit, room, opened_at);

-- Ticket numbers asked for in vain or by strangers; old rows are removed by those that come.
CREATE TABLE progress_guess (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  guesser    CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'a keyed hash of the number',
  guessed_at DATETIME(3) NOT NULL,
  KEY progress_guess_guesser (guesser, guessed_at),
  KEY progress_guess_at (guessed_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
