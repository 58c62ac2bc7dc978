package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.message.channel.Masked;
import cn.wuye.hotline.backend.message.contact.Mobile;
import cn.wuye.hotline.backend.message.template.Medium;
import cn.wuye.hotline.backend.message.template.MessageTemplate;
import cn.wuye.hotline.backend.message.template.Templates;
import cn.wuye.hotline.backend.message.voice.CallEnd;
import cn.wuye.hotline.backend.message.voice.Telephone;
import cn.wuye.hotline.backend.message.voice.VoiceCall;
import cn.wuye.hotline.backend.message.voice.VoiceProperties;
import cn.wuye.hotline.backend.outbound.CallLimits;
import cn.wuye.hotline.backend.outbound.NumberCalls;
import cn.wuye.hotline.backend.outbound.PhoneUse;
import cn.wuye.hotline.backend.outbound.PhonesInUse;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Phones people, one after the other. The lease of a message is longer than its call can be: a node
 * that dies in the middle is followed by another, which phones again.
 */
@Component
class Phoning {
  /** It rings for a minute at most, and is talked for three. */
  static final Duration LEASE = Duration.ofMinutes(5);

  /** Nobody can hear an address. */
  private static final String NO_LINK = "";

  private static final Logger log = LoggerFactory.getLogger(Phoning.class);
  private static final Duration IN_CALL = Duration.ofSeconds(15);

  private final OutboxRows rows;
  private final Recipients recipients;
  private final Templates templates;
  private final Words words;
  private final CallLimits limits;
  private final PhonesInUse phones;
  private final NumberCalls calls;
  private final CallEnds ends;
  private final Peace peace;
  private final ZoneId zone;
  private final Transactions transactions;
  private final ObjectProvider<Telephone> telephones;
  private final VoiceProperties voice;
  private final Clock clock;

  Phoning(
      OutboxRows rows,
      Recipients recipients,
      Templates templates,
      Words words,
      PhonesInUse phones,
      CallLimits limits,
      NumberCalls calls,
      CallEnds ends,
      Pace pace,
      OutboxProperties properties,
      ObjectProvider<Telephone> telephones,
      VoiceProperties voice,
      Transactions transactions,
      Clock clock) {
    this.rows = rows;
    this.recipients = recipients;
    this.templates = templates;
    this.words = words;
    this.phones = phones;
    this.limits = limits;
    this.calls = calls;
    this.ends = ends;
    this.peace = new Peace(rows, pace, properties, clock);
    this.zone = properties.zone();
    this.transactions = transactions;
    this.telephones = telephones;
    this.voice = voice;
    this.clock = clock;
  }

  /**
   * Makes the next call that is due, to its end.
   *
   * @param emergencies nothing else
   * @return false when none is due
   */
  boolean phoneNext(boolean emergencies) {
    Telephone telephone = telephones.getIfAvailable();
    if (telephone == null) {
      return false;
    }
    Duration later = telephone.ready() ? Duration.ZERO : voice.othersFirst();
    Optional<Claimed> next = rows.claimCall(LEASE, later, emergencies);
    next.ifPresent(message -> phoneOrLeave(message, telephone));
    return next.isPresent();
  }

  private void phoneOrLeave(Claimed message, Telephone telephone) {
    try {
      phone(message, telephone);
    } catch (DataAccessException | TransactionException away) {
      throw away;
    } catch (RuntimeException ours) {
      // Whatever is wrong with this one must not keep the others from being phoned.
      log.error("message {} ({}) waits for a person", message.id(), message.event(), ours);
      ends.broken(message, Masked.text(String.valueOf(ours)));
    }
  }

  private void phone(Claimed message, Telephone telephone) {
    Optional<Recipient> recipient = recipients.of(message.to());
    if (recipient.isEmpty()) {
      rows.settle(message, MessageState.UNSENDABLE, Reason.NOBODY, "", "");
    } else if (recipient.get().optedOut() && !message.emergency()) {
      rows.settle(message, MessageState.UNWANTED, Reason.OPTED_OUT, "", "");
    } else if (!ends.needed(message)) {
      rows.settle(message, MessageState.UNWANTED, Reason.NOT_NEEDED, "", "");
    } else {
      PhoneNumber number = recipient.get().phone();
      Optional<MessageTemplate> template = templates.spoken(message.event());
      if (number == null || template.isEmpty()) {
        ends.impossible(
            message, recipient.get(), number == null ? Reason.NO_ADDRESS : Reason.NO_TEMPLATE);
      } else {
        phone(message, recipient.get(), number, template.get(), telephone);
      }
    }
  }

  private void phone(
      Claimed message,
      Recipient recipient,
      PhoneNumber number,
      MessageTemplate template,
      Telephone telephone) {
    if (recipient.resident()
        && !message.emergency()
        && (calledOften(message, number)
            || peace.mustWait(message, Mobile.international(number).orElse(number.digits())))) {
      return;
    }
    PhoneUse use = PhoneUse.message(message.id(), message.claim());
    if (!taken(number, use)) {
      rows.postpone(message, Reason.IN_CALL, clock.instant().plus(IN_CALL), "");
      return;
    }
    boolean called = false;
    try {
      String body = words.of(message, template, NO_LINK).body();
      if (rows.attempt(message, Medium.VOICE, number.masked(), "", body)) {
        CallEnd end = call(message, number, body, telephone);
        called = end != CallEnd.UNAVAILABLE;
        ends.settle(message, recipient, end);
      }
    } finally {
      phones.release(number, use);
      if (!called) {
        calls.notMade(use);
      }
    }
  }

  /** Whether the number has had all the calls that it may have for now; emergencies never ask. */
  private boolean calledOften(Claimed message, PhoneNumber number) {
    Instant now = Utc.now(clock);
    Instant next = limits.next(now, calls.of(number, now), zone);
    if (next.isAfter(now)) {
      rows.postpone(message, Reason.CALLED_OFTEN, next, "");
    }
    return next.isAfter(now);
  }

  /** What is taken is counted. */
  private boolean taken(PhoneNumber number, PhoneUse use) {
    return transactions.run(
        () -> {
          Instant now = Utc.now(clock);
          boolean taken = phones.take(number, use, now, now.plus(LEASE));
          if (taken) {
            calls.called(number, use, now);
          }
          return taken;
        });
  }

  private CallEnd call(Claimed message, PhoneNumber number, String body, Telephone telephone) {
    if (!telephone.ready()) {
      return CallEnd.UNAVAILABLE;
    }
    log.info("message {} ({}): phoning {}", message.id(), message.event(), number);
    return telephone.phone(
        new VoiceCall(
            message.id() + "-" + message.claim(),
            number,
            body,
            ends.ask(message),
            voice.ring(),
            () -> ends.confirm(message)));
  }
}
