package cn.wuye.hotline.backend.message.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpMailTest {
  private static final OutgoingText MESSAGE =
      new OutgoingText(42, 1, "wang@example.cn", "派单：10000017 电梯故障", "您好，\n\n电梯又坏了🛗。");

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void open() {
    server.start();
    server.setUser("hotline", "secret");
  }

  @AfterEach
  void close() {
    server.stop();
  }

  private static MailProperties settings(int port, String tls) {
    return new MailProperties(
        "127.0.0.1", port, "hotline", "secret", "hotline@example.cn", tls, Duration.ofSeconds(2));
  }

  private SendResult send(OutgoingText message) {
    return new SmtpMail(settings(server.getSmtp().getPort(), "none")).send(message);
  }

  @Test
  void aMailArrivesWithItsWords() throws Exception {
    assertThat(send(MESSAGE)).isEqualTo(new SendResult.Accepted("<hotline-42@example.cn>"));

    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo(MESSAGE.subject());
    assertThat(mail.getContent().toString().replace("\r\n", "\n").strip())
        .isEqualTo(MESSAGE.text());
    assertThat(mail.getFrom()[0]).hasToString("hotline@example.cn");
    assertThat(mail.getAllRecipients()[0]).hasToString("wang@example.cn");
  }

  @Test
  void aMailThatIsSentTwiceHasOneId() throws Exception {
    send(MESSAGE);
    send(new OutgoingText(42, 2, MESSAGE.to(), MESSAGE.subject(), MESSAGE.text()));

    assertThat(server.getReceivedMessages())
        .extracting(MimeMessage::getMessageID)
        .containsExactly("<hotline-42@example.cn>", "<hotline-42@example.cn>");
  }

  @Test
  void whatIsNoAddressIsRefused() {
    assertThat(send(new OutgoingText(42, 1, "no address", "s", "t")))
        .isInstanceOf(SendResult.Refused.class);
  }

  @Test
  void aServerThatIsAwayOrWithoutTlsIsTriedAgainLater() {
    int port = server.getSmtp().getPort();
    assertThat(new SmtpMail(settings(port, "starttls")).send(MESSAGE))
        .isInstanceOf(SendResult.Failed.class);
    assertThat(server.getReceivedMessages()).isEmpty();

    server.stop();
    assertThat(new SmtpMail(settings(port, "none")).send(MESSAGE))
        .isInstanceOf(SendResult.Failed.class);
  }

  @Test
  void anAddressThatTheServerDoesNotKnowIsRefusedForGoodAndAFullMailboxIsNot() throws IOException {
    assertThat(answered("550 5.1.1 no such user wang@example.cn"))
        .isInstanceOfSatisfying(
            SendResult.Refused.class,
            refused -> assertThat(refused.why()).doesNotContain("wang@example.cn"));
    assertThat(answered("452 4.2.2 mailbox full")).isInstanceOf(SendResult.Failed.class);
  }

  @Test
  void aServerThatAnswersInTimeEachTimeButNeverEndsHoldsNobody() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server =
          new Thread(
              () -> {
                try (Socket socket = listener.accept()) {
                  while (!Thread.currentThread().isInterrupted()) {
                    socket.getOutputStream().write("220-wait\r\n".getBytes(US_ASCII));
                    socket.getOutputStream().flush();
                    Thread.sleep(100);
                  }
                } catch (IOException | InterruptedException gone) {
                  assertThat(gone).isNotNull();
                }
              });
      server.start();
      long start = System.nanoTime();

      assertThat(
              new SmtpMail(settings(listener.getLocalPort(), "none"), Duration.ofMillis(700))
                  .send(MESSAGE))
          .isInstanceOfSatisfying(
              SendResult.Failed.class,
              failed -> assertThat(failed.why()).contains("not sent within"));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      server.interrupt();
    }
  }

  /** A server that answers RCPT so; GreenMail knows everybody. */
  private static SendResult answered(String rcpt) throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server =
          new Thread(
              () -> {
                try (Socket socket = listener.accept()) {
                  talk(socket, rcpt);
                } catch (IOException gone) {
                  assertThat(gone).isNotNull();
                }
              });
      server.start();
      return new SmtpMail(
              new MailProperties(
                  "127.0.0.1",
                  listener.getLocalPort(),
                  "",
                  "",
                  "hotline@example.cn",
                  "none",
                  Duration.ofSeconds(2)))
          .send(MESSAGE);
    }
  }

  private static void talk(Socket socket, String rcpt) throws IOException {
    var in =
        new java.io.BufferedReader(
            new java.io.InputStreamReader(socket.getInputStream(), US_ASCII));
    var out = socket.getOutputStream();
    out.write("220 test\r\n".getBytes(US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String answer = line.startsWith("RCPT") ? rcpt : line.startsWith("QUIT") ? "221 x" : "250 ok";
      out.write((answer + "\r\n").getBytes(US_ASCII));
    }
  }
}
