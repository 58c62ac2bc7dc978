package cn.wuye.hotline.backend.related.api;

import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.problem.ProblemException;
import cn.wuye.hotline.backend.related.incident.IncidentResult;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import org.springframework.http.HttpStatus;

/** How a wish about an incident ended, as HTTP. */
final class IncidentAnswers {
  private IncidentAnswers() {}

  /**
   * The incident's ticket.
   *
   * @throws ProblemException when the wish was not fulfilled
   */
  static TicketNumber done(IncidentResult result) {
    if (result instanceof IncidentResult.Done done) {
      return done.ticket();
    }
    throw problem(result, "ticket-unknown");
  }

  /**
   * @param unknown the problem of what is not there
   */
  static ProblemException problem(IncidentResult result, String unknown) {
    return result instanceof IncidentResult.Refused refused
        ? Problem.of(HttpStatus.CONFLICT, refused.why().code(), refused.what()).exception()
        : Problem.of(
                HttpStatus.NOT_FOUND,
                unknown,
                result instanceof IncidentResult.Unknown nobody ? nobody.what() : "")
            .exception();
  }
}
