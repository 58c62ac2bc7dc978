package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.desk.CallSteps;
import cn.wuye.hotline.backend.desk.DeskOutcome;
import cn.wuye.hotline.backend.floor.CallOrder;
import cn.wuye.hotline.backend.floor.CallOrder.Outcome;
import cn.wuye.hotline.router.control.ListenMode;
import java.util.function.UnaryOperator;

/** Does a supervisor's steps with the calls of this node. */
final class OwnCalls {
  private final CallSteps steps;
  private final UnaryOperator<String> talks;

  /**
   * @param talks the caller's channel by the device that talks with her; empty for none
   */
  OwnCalls(CallSteps steps, UnaryOperator<String> talks) {
    this.steps = steps;
    this.talks = talks;
  }

  Outcome run(CallOrder order) {
    // What was shown may be over, and another caller there of whom nobody has asked.
    if (order.kind() != CallOrder.Kind.LEAVE
        && !talks.apply("PJSIP/" + order.agent()).equals(order.call())) {
      return Outcome.OVER;
    }
    return told(
        switch (order.kind()) {
          case LISTEN -> listen(order, ListenMode.LISTEN);
          case WHISPER -> listen(order, ListenMode.WHISPER);
          case BARGE -> listen(order, ListenMode.BARGE);
          case TAKE_OVER -> steps.takeOver(order.agent(), order.call(), order.phone());
          case HANG_UP -> steps.hangUp(order.agent(), order.call());
          case LEAVE -> steps.leave(order.phone());
        });
  }

  private DeskOutcome listen(CallOrder order, ListenMode mode) {
    return steps.listen(order.agent(), order.call(), order.phone(), mode);
  }

  private static Outcome told(DeskOutcome outcome) {
    return switch (outcome) {
      case DONE -> Outcome.DONE;
      case NO_CALL -> Outcome.OVER;
      case NO_PHONE -> Outcome.NO_ANSWER;
      case AWAY -> Outcome.AWAY;
      default -> Outcome.REFUSED;
    };
  }
}
