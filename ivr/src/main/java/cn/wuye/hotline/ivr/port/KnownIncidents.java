package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.intent.Place;
import java.util.Optional;

/**
 * What is known to go on where a caller lives, so that she hears of it before she has to tell it.
 * Never throws because of the database: a call goes on as if nothing were known.
 */
public interface KnownIncidents {
  /** Knows of nothing. */
  KnownIncidents NONE =
      new KnownIncidents() {
        @Override
        public Optional<KnownIncident> at(Place place) {
          return Optional.empty();
        }

        @Override
        public void heard(CallId call, KnownIncident incident) {
          // There is nothing to hear of.
        }
      };

  /**
   * The latest that goes on at a place. Answers within 1 s; empty also while the database is away.
   */
  Optional<KnownIncident> at(Place place);

  /**
   * A call hears of it. Returns at once; noted as far as that is possible, because what the call
   * was told stands in its turns, too.
   */
  void heard(CallId call, KnownIncident incident);
}
