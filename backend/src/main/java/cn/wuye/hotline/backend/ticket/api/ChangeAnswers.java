package cn.wuye.hotline.backend.ticket.api;

import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.problem.Problem.FieldProblem;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.Invalidity;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Verb;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** How a wish ended, as HTTP. */
public final class ChangeAnswers {
  private ChangeAnswers() {}

  /**
   * The ticket as it is after the wish.
   *
   * @param seen the version that the client had seen
   * @throws cn.wuye.hotline.backend.problem.ProblemException when it was not fulfilled
   */
  public static Ticket done(ChangeResult result, long seen) {
    if (result instanceof ChangeResult.Done done) {
      return done.ticket();
    }
    throw problem(result, seen).exception();
  }

  static Problem unknown(Object number) {
    return Problem.of(HttpStatus.NOT_FOUND, "ticket-unknown", number);
  }

  static Problem invalid(ChangeResult.Invalid invalid) {
    List<ChangeResult.Possible> possible = invalid.possible();
    return Problem.ofFields(
        List.of(
            FieldProblem.of(
                field(invalid.reason()),
                invalid.reason().code(),
                invalid.value(),
                named(possible, ChangeResult.Possible::zh, "、"),
                named(possible, ChangeResult.Possible::en, ", "))));
  }

  /** Each with its code, which is what a client has to send. */
  private static String named(
      List<ChangeResult.Possible> possible,
      Function<ChangeResult.Possible, String> name,
      String between) {
    return possible.stream()
        .map(each -> each.code() + " (" + name.apply(each) + ")")
        .collect(Collectors.joining(between));
  }

  private static Problem problem(ChangeResult result, long seen) {
    if (result instanceof ChangeResult.Stale stale) {
      TicketNumber number = stale.now().number();
      long version = stale.now().version();
      return Problem.of(HttpStatus.CONFLICT, "ticket-changed", seen, number, version)
          .with("version", version)
          .with("changes", stale.since().stream().map(EventView::of).toList());
    }
    if (result instanceof ChangeResult.Refused refused) {
      return refused(refused);
    }
    if (result instanceof ChangeResult.Invalid invalid) {
      return invalid(invalid);
    }
    return unknown(((ChangeResult.Unknown) result).number());
  }

  private static Problem refused(ChangeResult.Refused refused) {
    List<String> possible = refused.possible().stream().map(Verb::code).toList();
    return Problem.of(
            HttpStatus.CONFLICT,
            "transition-refused",
            refused.now().number(),
            refused.now().state().code(),
            refused.verb().code(),
            possible.stream().collect(Collectors.joining(", ")))
        .with("state", refused.now().state())
        .with("possible", possible);
  }

  private static String field(Invalidity reason) {
    return switch (reason) {
      case UNKNOWN_CATEGORY, CATEGORY_NOT_OFFERED -> "category";
      case UNKNOWN_ESTATE -> "place.estateId";
      case UNKNOWN_RESIDENT -> "reporter.residentId";
      case UNKNOWN_SURVIVOR,
          CIRCULAR_DUPLICATE,
          SURVIVOR_MISSING,
          SURVIVOR_OVER,
          LESS_URGENT_SURVIVOR ->
          "duplicateOf";
      case DUTY_REASON_MISSING -> "dutyReason";
    };
  }
}
