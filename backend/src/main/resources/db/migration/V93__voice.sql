-- Messages by phone. What waits for a call is taken by other workers than what is written.
ALTER TABLE outgoing_message
  ADD COLUMN way   VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'voice: by phone; text: in writing; empty: as the addressee wishes',
  ADD COLUMN chain VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'key of the notice for which several people are phoned in turn',
  ADD KEY outgoing_message_chain (chain);

ALTER TABLE resident_contact
  ADD COLUMN by_phone BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'wants messages read to her';

-- Phones that are being called: never two calls to one number at once, on whatever nodes.
CREATE TABLE phone_in_use (
  number     CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'keyed hash',
  message_id BIGINT      NOT NULL,
  claim      INT         NOT NULL,
  until_at   DATETIME(3) NOT NULL COMMENT 'the lease of the call: who died with it holds the phone no longer'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
