-- What helpers have to do has a clock among those of its ticket (target 'help', occurrence = number), by the deadline rules; no
-- fixed time any more.
ALTER TABLE task
  ADD COLUMN number INT NOT NULL DEFAULT 0 COMMENT 'among those of the ticket, from 1, as they were opened' AFTER ticket;

UPDATE task k
  JOIN (SELECT id, ROW_NUMBER() OVER (PARTITION BY ticket ORDER BY id) AS n FROM task) o ON o.id = k.id
  SET k.number = o.n;

ALTER TABLE task
  DROP KEY task_party,
  ADD KEY task_party (party_kind, party, state, ticket),
  ADD UNIQUE KEY task_number (ticket, number),
  DROP COLUMN due_at,
  MODIFY COLUMN number INT NOT NULL COMMENT 'among those of the ticket, from 1, as they were opened';

-- The next look gives them to tickets whose tasks are still waited for.
UPDATE ticket_watch w
  SET w.look_at = UTC_TIMESTAMP(3)
  WHERE w.ticket IN (SELECT k.ticket FROM task k WHERE k.state IN ('open', 'accepted'));

ALTER TABLE assignment
  ADD COLUMN safe_at DATETIME(3) NULL COMMENT 'when he said that there is no danger any more';

-- What nobody could do is tried again from now on, and so is what waits already.
INSERT INTO dispatch_queue (ticket, due_at)
  SELECT r.ticket, UTC_TIMESTAMP(3) FROM dispatch_reason r
    JOIN ticket t ON t.number = r.ticket
    LEFT JOIN dispatch_queue q ON q.ticket = r.ticket
  WHERE r.code IN ('nobody-on-shift', 'nobody-with-skill', 'all-full', 'refused-by-all')
    AND t.owner IS NULL AND t.state IN ('new', 'accepted', 'dispatched', 'in-progress') AND q.ticket IS NULL;
