package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.Call;
import java.util.Optional;

/**
 * Surveys that residents were phoned for in vain and may answer when they phone back. Never throws
 * because of the database: a call goes on as if nobody had been phoned.
 */
@FunctionalInterface
public interface MissedSurveys {
  /** Nobody was phoned. */
  MissedSurveys NONE = call -> Optional.empty();

  /**
   * What the caller's number was phoned for within the last day, if that still waits for her
   * answer. Answers within 2 s; empty also while the database is away.
   */
  Optional<MissedSurvey> of(Call call);
}
