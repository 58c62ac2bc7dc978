package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.router.control.ListenMode;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a supervisor does with the call of an agent whose phone is at this node. Who may, and that
 * it is written down, is seen to where she asks for it.
 */
@Component
public class CallSteps {
  private static final Logger LOG = LoggerFactory.getLogger(CallSteps.class);
  private static final Duration RING = Duration.ofSeconds(30);

  /** A phone that is not there or is busy says so within this time. */
  private static final Duration SOON = Duration.ofMillis(1500);

  private final DeskTelephone telephone;

  CallSteps(DeskTelephone telephone) {
    this.telephone = telephone;
  }

  /**
   * Rings a phone that then listens in; one that does so already goes on in the other way.
   *
   * @param agent extension of who talks
   * @param call the caller's channel
   * @param phone extension of who listens
   * @return {@link DeskOutcome#DONE} also while it rings; {@link DeskOutcome#NO_PHONE} when it
   *     cannot be rung
   */
  public DeskOutcome listen(String agent, String call, String phone, ListenMode mode) {
    return tried(
        () ->
            telephone
                .leg(device(agent), call)
                .map(heard -> listen(heard, device(phone), mode))
                .orElse(DeskOutcome.NO_CALL));
  }

  private DeskOutcome listen(String heard, String device, ListenMode mode) {
    Optional<String> listener = telephone.listener(device);
    if (listener.filter(telephone::up).isPresent()) {
      telephone.listen(listener.get(), heard, mode);
      return DeskOutcome.DONE;
    }
    listener.ifPresent(telephone::hangUp);
    return rung(
        telephone.ringListener(ListenMode.PREFIX + UUID.randomUUID(), device, heard, mode, RING));
  }

  /** Listens no more; {@link DeskOutcome#NOT_NOW} when it did not. */
  public DeskOutcome leave(String phone) {
    return tried(
        () -> {
          Optional<String> listener = telephone.listener(device(phone));
          listener.ifPresent(telephone::hangUp);
          return listener.isPresent() ? DeskOutcome.DONE : DeskOutcome.NOT_NOW;
        });
  }

  private static DeskOutcome rung(Ring ring) {
    RingOutcome soon =
        ring.outcome()
            .copy()
            .completeOnTimeout(RingOutcome.ANSWERED, SOON.toMillis(), TimeUnit.MILLISECONDS)
            .join();
    return soon == RingOutcome.ANSWERED ? DeskOutcome.DONE : DeskOutcome.NO_PHONE;
  }

  private static String device(String extension) {
    return new DeskPhone(extension, false).device();
  }

  private static DeskOutcome tried(Supplier<DeskOutcome> step) {
    try {
      return step.get();
    } catch (TelephoneAway e) {
      LOG.warn("a supervisor's step was not done: {}", e.getMessage());
      return DeskOutcome.AWAY;
    }
  }
}
