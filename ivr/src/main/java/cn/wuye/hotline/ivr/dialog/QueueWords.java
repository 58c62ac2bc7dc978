package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.port.QueueMove.Choice;
import cn.wuye.hotline.ivr.port.QueueMove.Why;
import cn.wuye.hotline.ivr.port.QueueStanding;
import cn.wuye.hotline.ivr.port.QueueWait;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What one caller hears while she waits for a person. Only what helps is said, nothing twice. */
final class QueueWords {
  private static final int COMFORTS = 12;
  private static final Duration COMFORT_AGAIN = Duration.ofMinutes(10);
  private static final Prompt NOTHING = new Prompt("", List.of());

  private final Scene scene;
  private final QueueWait wait;
  private final Map<String, Duration> comforted = new HashMap<>();
  private int beforeSaid = Integer.MAX_VALUE;
  private int minutesSaid;
  private boolean announced;

  QueueWords(Scene scene, QueueWait wait) {
    this.scene = scene;
    this.wait = wait;
  }

  /** Before she waits for the first time. */
  Prompt beginning() {
    return scene.sayings().say("queue-waiting").then(standing());
  }

  /** Before the question what she wants. */
  Prompt before(Choice choice) {
    Prompt reason = reason(choice);
    return choice.waiting() ? reason.then(standing()).then(comfort()) : reason;
  }

  /** Why she is asked; what was announced once is not announced again. */
  Prompt reason(Choice choice) {
    Prompt why =
        choice.why() == Why.TIME
            ? NOTHING
            : scene
                .sayings()
                .say(
                    switch (choice.why()) {
                      case STORM -> "queue-storm";
                      case CLOSED -> "queue-closed";
                      case NOBODY, TIME -> "queue-nobody";
                    });
    if (announced || choice.announcement().isEmpty()) {
      return why;
    }
    announced = true;
    return new Prompt("queue-announcement", List.of(choice.announcement().get())).then(why);
  }

  /** Her place when it is better than what she has heard, and the time that is left. */
  private Prompt standing() {
    QueueStanding now = wait.standing(minutesSaid);
    Prompt said = NOTHING;
    if (now.before() < beforeSaid) {
      beforeSaid = now.before();
      said = scene.sayings().queuePlace(now.before());
    }
    if (now.minutes().isPresent()) {
      minutesSaid = now.minutes().getAsInt();
      said = said.then(scene.sayings().queueMinutes(minutesSaid));
    }
    return said;
  }

  /** One that she has not heard for ten minutes; nothing when she has heard all. */
  private Prompt comfort() {
    Duration now = wait.since();
    Optional<String> key =
        IntStream.rangeClosed(1, COMFORTS)
            .mapToObj(number -> "queue-comfort-" + number)
            .filter(each -> unheard(each, now))
            .findFirst();
    key.ifPresent(each -> comforted.put(each, now));
    return key.map(scene.sayings()::say).orElse(NOTHING);
  }

  private boolean unheard(String key, Duration now) {
    Duration last = comforted.get(key);
    return last == null || now.minus(last).compareTo(COMFORT_AGAIN) >= 0;
  }
}
