package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.message.Links;
import cn.wuye.hotline.backend.message.channel.Channels;
import cn.wuye.hotline.backend.message.channel.Masked;
import cn.wuye.hotline.backend.message.channel.MessageChannel;
import cn.wuye.hotline.backend.message.channel.OutgoingText;
import cn.wuye.hotline.backend.message.channel.SendResult;
import cn.wuye.hotline.backend.message.channel.WebhookChannel;
import cn.wuye.hotline.backend.message.template.Medium;
import cn.wuye.hotline.backend.message.template.MessageEvent;
import cn.wuye.hotline.backend.message.template.MessageTemplate;
import cn.wuye.hotline.backend.message.template.Templates;
import cn.wuye.hotline.backend.message.voice.VoiceProperties;
import cn.wuye.hotline.backend.persistence.Coded;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sends what is due, one message after the other. Between the provider's answer and the note of it
 * lies the only moment in which a node that dies lets a message be sent twice; none is lost.
 */
@Component
class Sender {
  /** So long other nodes, which may phone although this one does not, have the first go. */
  static final Duration UNCALLED = Duration.ofHours(1);

  private static final Logger log = LoggerFactory.getLogger(Sender.class);

  private final OutboxRows rows;
  private final Recipients recipients;
  private final Templates templates;
  private final Words words;
  private final Channels channels;
  private final WebhookChannel webhook;
  private final ObjectProvider<Links> links;
  private final OutboxProperties properties;
  private final VoiceProperties voice;
  private final Peace peace;
  private final Clock clock;

  Sender(
      OutboxRows rows,
      Recipients recipients,
      Templates templates,
      Words words,
      Channels channels,
      WebhookChannel webhook,
      ObjectProvider<Links> links,
      Pace pace,
      OutboxProperties properties,
      VoiceProperties voice,
      Clock clock) {
    this.rows = rows;
    this.recipients = recipients;
    this.templates = templates;
    this.words = words;
    this.channels = channels;
    this.webhook = webhook;
    this.links = links;
    this.properties = properties;
    this.voice = voice;
    this.peace = new Peace(rows, pace, properties, clock);
    this.clock = clock;
  }

  /** Sends the next that is due; false when none is. */
  boolean sendNext() {
    Optional<Claimed> next = rows.claim(properties.lease()).or(this::uncalled);
    next.ifPresent(this::sendOrLeave);
    return next.isPresent();
  }

  /** Where phoning is switched off: what waits for a call that nobody seems to make any more. */
  private Optional<Claimed> uncalled() {
    return voice.enabled() ? Optional.empty() : rows.claimCall(properties.lease(), UNCALLED, false);
  }

  private void sendOrLeave(Claimed message) {
    try {
      send(message);
    } catch (DataAccessException | TransactionException away) {
      throw away;
    } catch (RuntimeException ours) {
      // Whatever is wrong with this one must not keep the others from being sent.
      log.error("message {} ({}) waits for a person", message.id(), message.event(), ours);
      rows.settle(message, MessageState.DEAD, Reason.BROKEN, Masked.text(String.valueOf(ours)), "");
    }
  }

  private void send(Claimed message) {
    Optional<Recipient> recipient = recipients.of(message.to());
    if (recipient.isEmpty()) {
      unsendable(message, Reason.NOBODY);
      return;
    }
    if (recipient.get().optedOut() && !message.emergency()) {
      rows.settle(message, MessageState.UNWANTED, Reason.OPTED_OUT, "", "");
      return;
    }
    if (message.way() == Way.VOICE && !recipient.get().resident()) {
      // Phoning was switched off meanwhile; staff have it in writing by a message of its own.
      unsendable(message, Reason.NO_CHANNEL);
      return;
    }
    if (byPhone(message, recipient.get())) {
      rows.send(message, Way.VOICE);
      return;
    }
    if (recipient.get().addresses().isEmpty()) {
      unsendable(message, Reason.NO_ADDRESS);
      return;
    }
    Optional<MessageChannel> channel = channel(recipient.get());
    if (channel.isEmpty()) {
      unsendable(message, Reason.NO_CHANNEL);
      return;
    }
    Optional<MessageTemplate> template = template(message, recipient.get(), channel.get());
    if (template.isEmpty() && channel.get() != webhook) {
      unsendable(message, Reason.NO_TEMPLATE);
      return;
    }
    send(message, recipient.get(), channel.get(), template);
  }

  /** Whether she wants it read, and it can be. */
  private boolean byPhone(Claimed message, Recipient recipient) {
    return message.way() == Way.ANY
        && recipient.byPhone()
        && templates.spoken(message.event()).isPresent();
  }

  private void send(
      Claimed message,
      Recipient recipient,
      MessageChannel channel,
      Optional<MessageTemplate> template) {
    Medium medium = channel.medium();
    String address = Objects.requireNonNull(recipient.addresses().get(medium));
    if (recipient.resident() && !message.emergency() && peace.mustWait(message, address)) {
      return;
    }
    String link = link(message);
    Words.Written written =
        template
            .map(known -> words.of(message, known, link))
            .orElseGet(() -> words.payload(message, link));
    if (!rows.attempt(message, medium, Masked.text(address), written.subject(), written.kept())) {
      return;
    }
    settle(
        message,
        channel.send(
            new OutgoingText(
                message.id(), message.claim(), address, written.subject(), written.body())));
  }

  private String link(Claimed message) {
    return links
        .orderedStream()
        .flatMap(known -> known.link(message.to(), message.event(), message.ticket()).stream())
        .findFirst()
        .orElse("");
  }

  private void settle(Claimed message, SendResult result) {
    int attempts = message.attempts() + 1;
    if (result instanceof SendResult.Accepted accepted) {
      rows.settle(message, MessageState.SENT, null, "", accepted.providerId());
      log.info("message {} ({}) is with the provider", message.id(), message.event());
    } else if (result instanceof SendResult.Refused refused) {
      rows.settle(message, MessageState.DEAD, Reason.REFUSED, refused.why(), "");
      log.warn(
          "message {} ({}) was refused and waits for a person: {}",
          message.id(),
          message.event(),
          refused.why());
    } else if (result instanceof SendResult.Failed failed) {
      failed(message, attempts, failed);
    }
  }

  private void failed(Claimed message, int attempts, SendResult.Failed failed) {
    if (attempts >= properties.attempts()) {
      rows.settle(message, MessageState.DEAD, Reason.EXHAUSTED, failed.why(), "");
      log.warn(
          "message {} ({}) failed {} times and waits for a person: {}",
          message.id(),
          message.event(),
          attempts,
          failed.why());
      return;
    }
    Duration wait = BackOff.after(attempts, failed.retryAfter());
    rows.postpone(message, Reason.FAILED, clock.instant().plus(wait), failed.why());
    log.info(
        "message {} ({}) failed, attempt {} of {}; the next in {} s: {}",
        message.id(),
        message.event(),
        attempts,
        properties.attempts(),
        wait.toSeconds(),
        failed.why());
  }

  private void unsendable(Claimed message, Reason reason) {
    rows.settle(message, MessageState.UNSENDABLE, reason, "", "");
    log.debug("message {} ({}) cannot be sent: {}", message.id(), message.event(), reason.code());
  }

  private Optional<MessageChannel> channel(Recipient recipient) {
    return Stream.concat(channels.all().stream(), Stream.of(webhook))
        .filter(channel -> recipient.addresses().containsKey(channel.medium()))
        .findFirst();
  }

  private Optional<MessageTemplate> template(
      Claimed message, Recipient recipient, MessageChannel channel) {
    return Coded.find(MessageEvent.class, message.event())
        .flatMap(
            event ->
                templates.find(
                    new MessageTemplate.Key(event, channel.medium(), recipient.language())));
  }
}
