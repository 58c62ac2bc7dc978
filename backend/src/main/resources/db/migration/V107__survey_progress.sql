-- What the survey screen asks again and again (package survey.progress): what is due next and was called before, what was called
-- today, what was settled in a period, and what the dissatisfied said.
ALTER TABLE survey
  ADD KEY survey_due (state, due_at, attempts),
  ADD KEY survey_ended (settled_at),
  ADD KEY survey_dissatisfied (dissatisfied, settled_at);

ALTER TABLE survey_attempt
  ADD KEY survey_attempt_placed (placed_at);
