package cn.wuye.hotline.router.exchange;

import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.AmiException;
import cn.wuye.hotline.router.ami.AmiListener;
import cn.wuye.hotline.router.ami.AmiStatus;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.asteriskjava.manager.action.CoreSettingsAction;
import org.asteriskjava.manager.action.PJSipShowContactsAction;
import org.asteriskjava.manager.event.ContactList;
import org.asteriskjava.manager.event.ContactStatusEnum;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.RegistryEvent;
import org.asteriskjava.manager.response.CoreSettingsResponse;
import org.asteriskjava.manager.response.ManagerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what Asterisk says of itself. {@link #refresh} asks; what it tells unasked is heard. */
public final class Exchange implements AmiListener {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private final AmiConnection ami;
  private final Clock clock;
  private volatile ExchangeFacts facts = ExchangeFacts.UNKNOWN;

  public Exchange(AmiConnection ami, Clock clock) {
    this.ami = ami;
    this.clock = clock;
  }

  public ExchangeFacts facts() {
    return facts;
  }

  /** Asks for version and contacts and waits for the answers; does nothing without a connection. */
  public void refresh() {
    if (!ami.connected()) {
      return;
    }
    try {
      Optional<String> version = version();
      List<Contact> contacts =
          ami.list(new PJSipShowContactsAction()).stream()
              .filter(ContactList.class::isInstance)
              .map(event -> contact((ContactList) event))
              .toList();
      set(f -> new ExchangeFacts(version, f.startedAt(), contacts, f.registration()));
    } catch (AmiException | CompletionException e) {
      LOG.info("Asterisk did not say how its lines are ({}); asked again later", e.getMessage());
    }
  }

  private Optional<String> version() {
    ManagerResponse answer = ami.send(new CoreSettingsAction()).join();
    return answer instanceof CoreSettingsResponse settings
        ? Optional.ofNullable(settings.getAsteriskVersion())
        : Optional.ofNullable(answer.getAttribute("AsteriskVersion"));
  }

  @Override
  public void onEvent(ManagerEvent event) {
    if (event instanceof FullyBootedEvent booted && booted.getUptime() != null) {
      Optional<java.time.Instant> started =
          Optional.of(clock.instant().minusSeconds(booted.getUptime()));
      set(f -> new ExchangeFacts(f.version(), started, f.contacts(), f.registration()));
    } else if (event instanceof RegistryEvent registry && registry.getStatus() != null) {
      set(
          f ->
              new ExchangeFacts(
                  f.version(), f.startedAt(), f.contacts(), Optional.of(registry.getStatus())));
    }
  }

  @Override
  public void onStatus(AmiStatus status) {
    if (!status.up()) {
      facts = ExchangeFacts.UNKNOWN;
    }
  }

  private synchronized void set(UnaryOperator<ExchangeFacts> change) {
    facts = change.apply(facts);
  }

  private static Contact contact(ContactList event) {
    ContactStatusEnum status = event.getStatus();
    Contact.Reach reach =
        status == ContactStatusEnum.REACHABLE
            ? Contact.Reach.ANSWERS
            : status == ContactStatusEnum.UNREACHABLE
                ? Contact.Reach.SILENT
                : Contact.Reach.UNKNOWN;
    String endpoint = event.getEndpoint();
    return new Contact(endpoint == null ? "" : endpoint, reach);
  }
}
