package cn.wuye.hotline.ivr.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One call by which a resident is asked about her ticket, or for what belongs to none. */
public interface SurveyCall {
  /** What it is about; without a ticket number it belongs to no ticket. */
  SurveyCase about();

  /**
   * What she said when she reported it, where she may be played it. Answers within a second and
   * never throws: what cannot be read in time is left out.
   */
  Optional<OwnVoice> ownVoice();

  /** What she is asked when it belongs to no ticket, in its order; else empty. */
  default List<AskedQuestion> questions() {
    return List.of();
  }

  /** Where her answers go. */
  SurveyAnswers answers();

  /**
   * The first moment, from the wanted one on, at which she may be phoned by the rules of hours.
   *
   * @return {@code wanted} itself when that is allowed
   */
  Instant allowed(Instant wanted);

  /** The call is over; after this nothing more comes. */
  void ended();
}
