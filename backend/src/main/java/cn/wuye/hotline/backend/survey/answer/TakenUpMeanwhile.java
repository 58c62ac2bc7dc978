package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Tickets;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What staff have done with a ticket while its resident is asked about it. */
@Component
class TakenUpMeanwhile {
  private static final Logger log = LoggerFactory.getLogger(TakenUpMeanwhile.class);

  /** She is on the phone and waits. */
  private static final Duration PATIENCE = Duration.ofMillis(800);

  private final SurveyRows surveys;
  private final Tickets tickets;
  private final DatabaseGate gate;

  TakenUpMeanwhile(SurveyRows surveys, Tickets tickets, DatabaseGate gate) {
    this.surveys = surveys;
    this.tickets = tickets;
    this.gate = gate;
  }

  /** Where the ticket stands now of a survey that was withdrawn; empty of any other. */
  Optional<State> withdrawn(long survey) {
    try {
      return gate.run(
          PATIENCE,
          () ->
              surveys
                  .find(survey)
                  .filter(found -> found.state() == SurveyState.WITHDRAWN)
                  .flatMap(found -> tickets.find(found.ticket(), EstateScope.ALL))
                  .map(Ticket::state));
    } catch (DatabaseAwayException away) {
      log.info("survey {}: how its ticket stands is not known: {}", survey, away.getMessage());
      return Optional.empty();
    }
  }
}
