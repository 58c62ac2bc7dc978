package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.deadline.calendar.Frame;
import java.util.List;

/**
 * What of a resident matters for when she is phoned.
 *
 * @param old whether only the narrower hours hold for her
 * @param preferred when she wants to be phoned, on any day; empty for whenever it is allowed
 */
public record Callee(boolean old, List<Frame> preferred) {
  /** Of whom nothing is known. */
  public static final Callee ANYBODY = new Callee(false, List.of());

  public Callee {
    preferred = List.copyOf(preferred);
  }

  /** At any hour that is allowed: the hour she names overrules those she usually wants. */
  public Callee atAnyHour() {
    return new Callee(old, List.of());
  }
}
