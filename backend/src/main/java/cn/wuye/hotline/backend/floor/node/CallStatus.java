package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.floor.CallOrder.Outcome;
import org.springframework.http.HttpStatus;

/** How a node tells another one what came of an order: by the status of its answer. */
final class CallStatus {
  private CallStatus() {}

  static HttpStatus of(Outcome outcome) {
    return switch (outcome) {
      case DONE -> HttpStatus.NO_CONTENT;
      case OVER -> HttpStatus.GONE;
      case NO_ANSWER -> HttpStatus.FAILED_DEPENDENCY;
      case REFUSED, NO_SEAT, ELSEWHERE -> HttpStatus.CONFLICT;
      case AWAY -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }

  /** What a status says; anything unknown is nothing that was done. */
  static Outcome outcome(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    if (known == HttpStatus.NO_CONTENT) {
      return Outcome.DONE;
    }
    if (known == HttpStatus.GONE) {
      return Outcome.OVER;
    }
    if (known == HttpStatus.FAILED_DEPENDENCY) {
      return Outcome.NO_ANSWER;
    }
    return known == HttpStatus.CONFLICT ? Outcome.REFUSED : Outcome.AWAY;
  }
}
