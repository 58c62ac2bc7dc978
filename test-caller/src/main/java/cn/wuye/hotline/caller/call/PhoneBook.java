package cn.wuye.hotline.caller.call;

import cn.wuye.hotline.caller.line.Line;
import cn.wuye.hotline.caller.script.Phone;
import cn.wuye.hotline.caller.sound.Voice;
import cn.wuye.hotline.ivr.audiosocket.AudioSocketServer;
import cn.wuye.hotline.ivr.audiosocket.CallThreads;
import cn.wuye.hotline.router.ami.AmiCommands;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asteriskjava.manager.action.DbDelAction;
import org.asteriskjava.manager.action.DbPutAction;
import org.asteriskjava.manager.action.ManagerAction;

/** The test phones of a run: known to Asterisk's dialplan as long as this is open. */
public final class PhoneBook implements AutoCloseable {
  private static final String FAMILY = "test-phone";
  private static final String DELAYS = "test-phone-delay";

  private final AmiCommands ami;
  private final Voice voice;
  private final Map<String, Phone> phones;
  private final Map<String, List<PhoneCall>> calls = new ConcurrentHashMap<>();
  private final List<AudioSocketServer> servers = new ArrayList<>();

  /** Makes the phones known. */
  public PhoneBook(AmiCommands ami, Voice voice, Map<String, Phone> phones) throws IOException {
    this.ami = ami;
    this.voice = voice;
    this.phones = Map.copyOf(phones);
    publish();
  }

  /** Tells Asterisk of the phones; again after a restart, which keeps them anyway. */
  private void publish() throws IOException {
    for (Map.Entry<String, Phone> entry : phones.entrySet()) {
      String number = entry.getKey();
      calls.put(number, new CopyOnWriteArrayList<>());
      if (entry.getValue() instanceof Phone.Refuses refuses) {
        enter(number, refuses);
      } else if (entry.getValue() instanceof Phone.Answers answers) {
        answer(number, answers);
      }
    }
  }

  private void answer(String number, Phone.Answers answers) throws IOException {
    short[] sentence = answers.says().isEmpty() ? new short[0] : voice.speak(answers.says());
    AudioSocketServer server = new AudioSocketServer(new InetSocketAddress("127.0.0.1", 0));
    servers.add(server);
    server.takeOthers(
        stream -> {
          Line line = new Line(stream, null);
          PhoneCall call = new PhoneCall(line, sentence);
          calls(number).add(call);
          CallThreads.named("phone-").newThread(call::talk).start();
          line.run();
        });
    enter(number, answers, server);
  }

  /** Makes a phone known whose sound that server carries. */
  void enter(String number, Phone.Answers answers, AudioSocketServer server) throws IOException {
    tell(new DbPutAction(FAMILY, number, "127.0.0.1:" + server.address().getPort()));
    tell(
        new DbPutAction(
            DELAYS, number, String.valueOf(answers.answersAfter().toMillis() / 1000.0)));
  }

  /** Makes a phone known that nobody answers. */
  void enter(String number, Phone.Refuses refuses) throws IOException {
    tell(new DbPutAction(FAMILY, number, refuses.how()));
  }

  /** The phone is known no more. */
  void remove(String number) {
    ami.send(new DbDelAction(FAMILY, number)).exceptionally(e -> null);
    ami.send(new DbDelAction(DELAYS, number)).exceptionally(e -> null);
  }

  /** Every time that phone was answered. */
  public List<PhoneCall> calls(String number) {
    return calls.computeIfAbsent(number, n -> new CopyOnWriteArrayList<>());
  }

  /** Every time any of them was answered. */
  public Map<String, List<PhoneCall>> calls() {
    return Map.copyOf(calls);
  }

  private void tell(ManagerAction action) throws IOException {
    try {
      ami.send(action).get(5, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("Asterisk did not take the test phone: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    for (String number : phones.keySet()) {
      remove(number);
      calls(number).forEach(PhoneCall::hangUp);
    }
    servers.forEach(AudioSocketServer::close);
  }
}
