package cn.wuye.hotline.backend.message.channel;

import cn.wuye.hotline.backend.message.template.Medium;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.util.Optional;

/**
 * SMS by Twilio. It knows no idempotency key for messages; what it tells of an attempt whose answer
 * was lost comes by the call-back, which names the message and the attempt.
 */
final class TwilioSms implements MessageChannel {
  private final SmsProperties.Twilio settings;
  private final TwilioRestClient client;

  TwilioSms(SmsProperties.Twilio settings, HttpExchange exchange) {
    this.settings = settings;
    this.client =
        new TwilioRestClient.Builder(settings.account(), settings.token())
            .httpClient(new TwilioTransport(URI.create(settings.url()), exchange))
            .build();
  }

  @Override
  public Medium medium() {
    return Medium.SMS;
  }

  @Override
  public SendResult send(OutgoingText message) {
    try {
      MessageCreator creator = creator(message);
      callback(message).ifPresent(creator::setStatusCallback);
      return new SendResult.Accepted(creator.create(client).getSid());
    } catch (HttpExchange.NotTaken notTaken) {
      return notTaken.result();
    } catch (TwilioException unreadable) {
      return new SendResult.Failed(Masked.text(String.valueOf(unreadable.getMessage())), null);
    }
  }

  private MessageCreator creator(OutgoingText message) {
    PhoneNumber to = new PhoneNumber(message.to());
    return settings.from().startsWith("MG")
        ? Message.creator(to, settings.from(), message.text())
        : Message.creator(to, new PhoneNumber(settings.from()), message.text());
  }

  private Optional<URI> callback(OutgoingText message) {
    return settings.publicUrl().isEmpty()
        ? Optional.empty()
        : Optional.of(
            URI.create(
                settings.publicUrl()
                    + TwilioCallbacks.PATH
                    + "?message="
                    + message.id()
                    + "&attempt="
                    + message.attempt()));
  }
}
