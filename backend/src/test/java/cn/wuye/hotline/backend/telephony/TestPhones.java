package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.ivr.audiosocket.AudioSocketServer;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.channel.LiveChannels;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Originator;
import cn.wuye.hotline.router.originate.Ring;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asteriskjava.manager.action.DbPutAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PlayDtmfAction;
import org.awaitility.Awaitility;

/** Telephones around a real Asterisk, reached over SIP and RTP. */
public final class TestPhones implements AutoCloseable {
  private static final String HOTLINE = "4001234567";
  private static final String PHONES = "test-phone";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final AmiConnection ami;
  private final LiveChannels channels = new LiveChannels(Clock.systemUTC());
  private final Originator originator;
  private final List<AudioSocketServer> servers = new ArrayList<>();
  private String caller = "";

  public TestPhones(RealAsterisk asterisk) {
    ami = asterisk.callers();
    originator = new Originator(ami, timer);
    ami.addListener(channels);
    ami.addListener(originator);
    ami.start();
    Awaitility.await("AMI").atMost(PATIENCE).until(ami::connected);
  }

  private AudioSocketServer server() throws IOException {
    AudioSocketServer server =
        new AudioSocketServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    servers.add(server);
    return server;
  }

  private static String address(AudioSocketServer server) {
    return "127.0.0.1:" + server.address().getPort();
  }

  /** Calls the hotline; returns when it has answered. */
  public TestPhone dial(String from) throws Exception {
    AudioSocketServer server = server();
    UUID id = UUID.randomUUID();
    CompletableFuture<TestPhone> answered = new CompletableFuture<>();
    server.takeOthers(
        stream -> {
          TestPhone phone = new TestPhone(stream);
          answered.complete(phone);
          stream.listen(phone);
        });
    Ring ring =
        originator.originate(
            new OriginateRequest(
                "PJSIP/" + HOTLINE + "@loop",
                "test-caller",
                "s",
                from,
                PATIENCE,
                Map.of("CALLER_UUID", id.toString(), "CALLER_ADDRESS", address(server))));
    caller = ring.channelId();
    ring.outcome().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return answered.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** A phone that answers when it is rung. */
  public CompletableFuture<TestPhone> answering(String number) throws IOException {
    AudioSocketServer server = server();
    CompletableFuture<TestPhone> answered = new CompletableFuture<>();
    server.takeOthers(
        stream -> {
          TestPhone phone = new TestPhone(stream);
          answered.complete(phone);
          stream.listen(phone);
        });
    tell(new DbPutAction(PHONES, number, address(server)));
    return answered;
  }

  /** A phone that is always busy. */
  public void busy(String number) throws IOException {
    tell(new DbPutAction(PHONES, number, "busy"));
  }

  /** Whoever has answered the phone with this number presses a key. */
  public void press(String number, char key) throws IOException {
    String channel =
        channels.snapshot().stream()
            .filter(each -> each.extension().equals(number))
            .map(LiveChannel::name)
            .filter(name -> name.startsWith("PJSIP/"))
            .findFirst()
            .orElseThrow(() -> new IOException("nobody talks at that phone"));
    pressOn(channel, key);
  }

  /** Whoever dialled last presses a key. */
  public void pressAsCaller(char key) throws IOException {
    pressOn(caller, key);
  }

  private void pressOn(String channel, char key) throws IOException {
    PlayDtmfAction press = new PlayDtmfAction(channel, String.valueOf(key));
    press.setDuration(80);
    tell(press);
  }

  private void tell(ManagerAction action) throws IOException {
    try {
      ami.send(action).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(action.getAction() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    servers.forEach(AudioSocketServer::close);
    ami.close();
    timer.shutdownNow();
  }
}
