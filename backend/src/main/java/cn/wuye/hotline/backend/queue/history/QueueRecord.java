package cn.wuye.hotline.backend.queue.history;

import cn.wuye.hotline.router.live.QueueHappening;
import cn.wuye.hotline.router.live.QueueHappening.Answered;
import cn.wuye.hotline.router.live.QueueHappening.Ended;
import cn.wuye.hotline.router.live.QueueHappening.Joined;
import cn.wuye.hotline.router.live.QueueHappening.Left;
import cn.wuye.hotline.router.live.QueueHappening.MemberGone;
import cn.wuye.hotline.router.live.QueueHappening.MemberSeen;
import cn.wuye.hotline.router.live.QueueHappening.PauseChanged;
import cn.wuye.hotline.router.live.QueueHappening.Rung;
import cn.wuye.hotline.router.live.QueueHappening.RungInVain;
import cn.wuye.hotline.router.live.QueueHappening.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of the history.
 *
 * @param call empty for what is about an agent alone
 * @param device empty for what is about a caller alone
 * @param lasted how long she waited or they talked
 * @param detail who ended the talk, or why the pause
 */
record QueueRecord(
    Instant at,
    String kind,
    String queue,
    String call,
    String device,
    Duration lasted,
    String detail) {
  private static final int LONGEST_QUEUE = 40;
  private static final int LONGEST_CALL = 64;
  private static final int LONGEST_DEVICE = 80;
  private static final int LONGEST_DETAIL = 60;

  /** Names that were given by hand in Asterisk must not keep the rest from being written. */
  QueueRecord {
    queue = cut(ascii(queue), LONGEST_QUEUE);
    call = cut(ascii(call), LONGEST_CALL);
    device = cut(ascii(device), LONGEST_DEVICE);
    detail = cut(detail, LONGEST_DETAIL);
  }

  private static String ascii(String text) {
    return text.replaceAll("[^\\x20-\\x7e]", "?");
  }

  private static String cut(String text, int most) {
    return text.substring(0, Math.min(text.length(), most));
  }

  /** Empty for what is no history: a phone that is in use elsewhere, say. */
  static Optional<QueueRecord> of(QueueHappening happening, Instant at) {
    if (happening instanceof Joined joined) {
      return caller(at, "joined", joined.queue(), joined.call(), Duration.ZERO);
    }
    if (happening instanceof Left left) {
      return caller(at, "left", left.queue(), left.call(), Duration.ZERO);
    }
    if (happening instanceof Unanswered unanswered) {
      return caller(at, "unanswered", unanswered.queue(), unanswered.call(), unanswered.waited());
    }
    if (happening instanceof Rung rung) {
      return both(at, "rung", rung.queue(), rung.call(), rung.device(), Duration.ZERO, "");
    }
    if (happening instanceof RungInVain vain) {
      return both(at, "rung-in-vain", vain.queue(), vain.call(), vain.device(), Duration.ZERO, "");
    }
    if (happening instanceof Answered answered) {
      return both(
          at,
          "answered",
          answered.queue(),
          answered.call(),
          answered.device(),
          answered.waited(),
          "");
    }
    if (happening instanceof Ended ended) {
      return both(
          at,
          "ended",
          ended.queue(),
          ended.call(),
          ended.device(),
          ended.talked(),
          ended.reason());
    }
    if (happening instanceof PauseChanged changed) {
      return both(
          at,
          changed.member().pause().isPresent() ? "paused" : "resumed",
          changed.queue(),
          "",
          changed.member().device(),
          Duration.ZERO,
          changed.member().pause().orElse(""));
    }
    if (happening instanceof MemberSeen seen && seen.fresh()) {
      return both(at, "signed-in", seen.queue(), "", seen.member().device(), Duration.ZERO, "");
    }
    if (happening instanceof MemberGone gone) {
      return both(at, "signed-out", gone.queue(), "", gone.device(), Duration.ZERO, "");
    }
    return Optional.empty();
  }

  private static Optional<QueueRecord> caller(
      Instant at, String kind, String queue, String call, Duration lasted) {
    return both(at, kind, queue, call, "", lasted, "");
  }

  private static Optional<QueueRecord> both(
      Instant at,
      String kind,
      String queue,
      String call,
      String device,
      Duration lasted,
      String detail) {
    return Optional.of(new QueueRecord(at, kind, queue, call, device, lasted, detail));
  }
}
