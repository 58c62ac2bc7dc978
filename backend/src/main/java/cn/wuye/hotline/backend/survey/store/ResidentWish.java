package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.deadline.calendar.Frame;
import java.util.List;

/**
 * What a resident wishes of surveys.
 *
 * @param noSurveys she is not called for them; messages come as before
 * @param preferred when she wants to be called, on any day; empty for whenever it is allowed; at
 *     most {@value #MOST}
 */
public record ResidentWish(boolean noSurveys, List<Frame> preferred) {
  /** Most frames. */
  public static final int MOST = 10;

  /** Of who wishes nothing. */
  public static final ResidentWish NONE = new ResidentWish(false, List.of());

  public ResidentWish {
    preferred = List.copyOf(preferred);
    if (preferred.size() > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " frames, not " + preferred.size());
    }
  }
}
