package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.survey.CallOutcome;
import java.util.Optional;
import java.util.function.Predicate;

/** What a call came to by what was said in it. */
public final class Upshot {
  private Upshot() {}

  /**
   * How the call ended.
   *
   * @param answered whether anything was said in it that counts as an answer
   * @param said what was said in it
   * @return empty when nothing was
   */
  public static Optional<CallOutcome> of(boolean answered, Predicate<Item> said) {
    if (answered) {
      return Optional.of(CallOutcome.ANSWERED);
    }
    if (said.test(Item.DECLINED)) {
      return Optional.of(CallOutcome.DECLINED);
    }
    if (said.test(Item.STRANGER)) {
      return Optional.of(CallOutcome.STRANGER);
    }
    if (said.test(Item.POSTPONED)) {
      return Optional.of(CallOutcome.POSTPONED);
    }
    return said.test(Item.NOBODY) ? Optional.of(CallOutcome.MACHINE) : Optional.empty();
  }
}
