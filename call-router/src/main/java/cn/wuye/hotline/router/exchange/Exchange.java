package cn.wuye.hotline.router.exchange;

import cn.wuye.hotline.router.ami.AmiCommands;
import cn.wuye.hotline.router.ami.AmiListener;
import cn.wuye.hotline.router.ami.AmiStatus;
import cn.wuye.hotline.router.exchange.ExchangeFacts.Line;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.asteriskjava.manager.action.CoreSettingsAction;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.RegistryEvent;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what Asterisk says of itself. {@link #refresh} asks; what it tells unasked is heard. The
 * lists of PJSIP would need the right {@code system}; the state of a device does not.
 */
public final class Exchange implements AmiListener {
  /** The carrier's endpoint. */
  public static final String CARRIER = "carrier";

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private final AmiCommands ami;
  private final Clock clock;
  private volatile ExchangeFacts facts = ExchangeFacts.UNKNOWN;

  public Exchange(AmiCommands ami, Clock clock) {
    this.ami = ami;
    this.clock = clock;
  }

  public ExchangeFacts facts() {
    return facts;
  }

  /** Asks and waits for the answers; does nothing without a connection. */
  public void refresh() {
    if (!ami.connected()) {
      return;
    }
    try {
      String version = value(ami.send(new CoreSettingsAction()).join(), "AsteriskVersion");
      String state =
          value(ami.send(new GetVarAction("DEVICE_STATE(PJSIP/" + CARRIER + ")")).join(), "Value");
      set(
          f ->
              new ExchangeFacts(
                  Optional.of(version).filter(v -> !v.isEmpty()),
                  f.startedAt(),
                  line(state),
                  f.registration()));
    } catch (CompletionException e) {
      LOG.info("Asterisk did not say how it is ({}); asked again later", e.getMessage());
    }
  }

  private static Line line(String deviceState) {
    return switch (deviceState) {
      case "INVALID" -> Line.NONE;
      case "UNAVAILABLE" -> Line.SILENT;
      case "", "UNKNOWN" -> Line.UNKNOWN;
      default -> Line.ANSWERS;
    };
  }

  private static String value(ManagerResponse answer, String name) {
    @Nullable String value = answer.getAttribute(name);
    return value == null ? "" : value;
  }

  @Override
  public void onEvent(ManagerEvent event) {
    if (event instanceof FullyBootedEvent booted && booted.getUptime() != null) {
      Optional<Instant> started = Optional.of(clock.instant().minusSeconds(booted.getUptime()));
      set(f -> new ExchangeFacts(f.version(), started, f.carrier(), f.registration()));
    } else if (event instanceof RegistryEvent registry && registry.getStatus() != null) {
      Optional<String> news = Optional.of(registry.getStatus());
      set(f -> new ExchangeFacts(f.version(), f.startedAt(), f.carrier(), news));
    }
  }

  @Override
  public void onStatus(AmiStatus status) {
    if (!status.up()) {
      set(f -> ExchangeFacts.UNKNOWN);
    }
  }

  private synchronized void set(UnaryOperator<ExchangeFacts> change) {
    facts = change.apply(facts);
  }
}
