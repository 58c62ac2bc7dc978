package cn.wuye.hotline.backend.message.channel;

import cn.wuye.hotline.backend.message.template.Medium;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * E-mail by SMTP. A mail that is sent twice has the same Message-ID, so that mailboxes show one.
 */
final class SmtpMail implements MessageChannel {
  /** Shorter than every lease of a message, however slowly a server answers step by step. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** Also those that nobody waits for any more: a server that stalls gets no more of them. */
  private static final int MOST_TALKS = 32;

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final MailProperties settings;
  private final Duration longest;
  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
  private final ExecutorService talks =
      new ThreadPoolExecutor(
          0, MOST_TALKS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), SmtpMail::thread);

  SmtpMail(MailProperties settings) {
    this(settings, LONGEST);
  }

  /**
   * @param longest how long a mail may take in all
   */
  SmtpMail(MailProperties settings, Duration longest) {
    this.settings = settings;
    this.longest = longest;
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    sender.setDefaultEncoding(UTF_8);
    if (!settings.user().isEmpty()) {
      sender.setUsername(settings.user());
      sender.setPassword(settings.password());
    }
    Properties properties = sender.getJavaMailProperties();
    String millis = Long.toString(settings.timeout().toMillis());
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
    properties.put("mail.smtp.starttls.enable", is("starttls"));
    properties.put("mail.smtp.starttls.required", is("starttls"));
    properties.put("mail.smtp.ssl.enable", is("tls"));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
  }

  private String is(String tls) {
    return Boolean.toString(settings.tls().equals(tls));
  }

  @Override
  public Medium medium() {
    return Medium.EMAIL;
  }

  private static Thread thread(Runnable talk) {
    Thread thread = new Thread(talk, "mail");
    thread.setDaemon(true);
    return thread;
  }

  /** The time-outs of the socket are for one step each; this one is for all of them. */
  @Override
  public SendResult send(OutgoingText message) {
    try {
      Future<SendResult> talk = talks.submit(() -> talk(message));
      try {
        return talk.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        talk.cancel(true);
      }
    } catch (RejectedExecutionException stalled) {
      return new SendResult.Failed(
          "the mail server answers none of " + MOST_TALKS + " mails", null);
    } catch (TimeoutException late) {
      return new SendResult.Failed("not sent within " + longest.toSeconds() + " s", null);
    } catch (ExecutionException failed) {
      return new SendResult.Failed(Masked.text(String.valueOf(failed.getCause())), null);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new SendResult.Failed("the application stops", null);
    }
  }

  private SendResult talk(OutgoingText message) {
    try {
      Mail mail = new Mail(sender.getSession(), id(message));
      MimeMessageHelper helper = new MimeMessageHelper(mail, UTF_8);
      helper.setFrom(settings.from());
      helper.setTo(message.to());
      helper.setSubject(message.subject());
      helper.setText(message.text());
      sender.send(mail);
      return new SendResult.Accepted(id(message));
    } catch (AddressException noAddress) {
      return new SendResult.Refused(Masked.text(String.valueOf(noAddress.getMessage())));
    } catch (MessagingException | MailException failed) {
      String why = Masked.text(String.valueOf(failed.getMessage()));
      return permanent(failed) ? new SendResult.Refused(why) : new SendResult.Failed(why, null);
    }
  }

  private String id(OutgoingText message) {
    String domain = settings.from().substring(settings.from().indexOf('@') + 1);
    return "<hotline-" + message.id() + "@" + domain + ">";
  }

  /** Whether the server named the address itself as what is wrong. */
  private static boolean permanent(Exception failed) {
    Iterable<Exception> causes =
        failed instanceof MailSendException several
            ? List.of(several.getMessageExceptions())
            : List.of(failed);
    for (Exception cause : causes) {
      for (@Nullable Throwable t = cause; t != null; t = t.getCause()) {
        if (t instanceof SendFailedException refused
            && refused.getInvalidAddresses() != null
            && refused.getInvalidAddresses().length > 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Keeps the Message-ID it is given. */
  private static final class Mail extends MimeMessage {
    private final String id;

    Mail(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
