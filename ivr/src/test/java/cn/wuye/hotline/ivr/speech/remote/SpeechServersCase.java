package cn.wuye.hotline.ivr.speech.remote;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;

/** Speech servers, a node behind them, and somebody who speaks. */
abstract class SpeechServersCase {
  static final Vocabulary FREE = new Vocabulary.Free();
  static final Vocabulary MENU = new Vocabulary.Phrases(List.of("报修", "投诉", "转人工"));
  static final Duration BUDGET = Duration.ofMillis(2500);

  /** The first connection of a JVM takes its time on a busy machine. */
  static final Duration CONNECT = Duration.ofSeconds(10);

  private static final int FRAME = 320;

  /** How long a server may take; more where none is slow on purpose and only the machine may be. */
  Duration answer = Duration.ofMillis(1400);

  Duration budget = BUDGET;
  final NodeSpeech node = new NodeSpeech();
  final AtomicLong nanos = new AtomicLong(1);
  final List<String> partials = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> servers = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable server : servers) {
      server.close();
    }
  }

  TestSpeechServer vosk() {
    return started(new TestSpeechServer(VoskSide::new));
  }

  TestSpeechServer funAsr(boolean python, String tags) {
    return started(new TestSpeechServer(() -> new FunAsrSide(python, tags)));
  }

  <T extends AutoCloseable> T started(T server) {
    servers.add(server);
    return server;
  }

  RemoteEngine engine(SpeechProtocol protocol, URI... addresses) {
    return engine(protocol, false, 10, addresses);
  }

  RemoteEngine engine(
      SpeechProtocol protocol, boolean constrained, int mostAtOnce, URI... addresses) {
    return engine(protocol, constrained, mostAtOnce, CONNECT, answer, addresses);
  }

  RemoteEngine engine(
      SpeechProtocol protocol,
      boolean constrained,
      int mostAtOnce,
      Duration connect,
      Duration answer,
      URI... addresses) {
    return new RemoteEngine(
        new RemoteSettings(
            "test",
            protocol,
            List.of(addresses),
            constrained,
            mostAtOnce,
            connect,
            answer,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60)),
        nanos::get);
  }

  Recognition begin(RemoteEngine engine, Vocabulary vocabulary) {
    return engine.begin(vocabulary, partials::add, node).orElseThrow();
  }

  /** As a call does it: frame by frame. */
  static void say(Recognition recognition, String text) {
    accept(recognition, Spoken.of(text), FRAME);
  }

  /**
   * Somebody who says no more until she is heard. Less than what is sent at once would wait for
   * what she says next; by frames it depends on the sender's thread whether such a rest is left.
   */
  static void sayAndWait(Recognition recognition, String text) {
    accept(recognition, Spoken.of(text), SoundQueue.SMALLEST);
  }

  private static void accept(Recognition recognition, byte[] pcm, int atOnce) {
    for (int at = 0; at < pcm.length; at += atOnce) {
      recognition.accept(Arrays.copyOfRange(pcm, at, at + atOnce));
    }
  }

  Recognized hears(RemoteEngine engine, Vocabulary vocabulary, String text) {
    try (Recognition recognition = begin(engine, vocabulary)) {
      say(recognition, text);
      return recognition.finish(budget);
    }
  }
}
