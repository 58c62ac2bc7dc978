package cn.wuye.hotline.ivr.speech.remote;

import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import cn.wuye.hotline.ivr.speech.grammar.Grammar;
import cn.wuye.hotline.ivr.speech.grammar.Grammars;
import cn.wuye.hotline.ivr.speech.grammar.KnownGrammars;
import cn.wuye.hotline.ivr.speech.grammar.ModelWords;
import java.net.http.HttpClient;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** An engine on several servers, the least busy of which takes the next utterance. Thread-safe. */
public final class RemoteEngine {
  private final RemoteSettings settings;
  private final HttpClient client;
  private final List<SpeechServer> servers;

  /** Its vocabulary is not known; single characters are in every Chinese one. */
  private final KnownGrammars grammars =
      new KnownGrammars(
          new Grammars(word -> word.length() == 1 || word.equals(ModelWords.GARBAGE)));

  public RemoteEngine(RemoteSettings settings) {
    this(settings, System::nanoTime);
  }

  /**
   * @param nanos time that only goes forward, by which failed servers rest
   */
  RemoteEngine(RemoteSettings settings, LongSupplier nanos) {
    this.settings = settings;
    this.client = HttpClient.newBuilder().connectTimeout(settings.connect()).build();
    this.servers =
        settings.servers().stream()
            .map(
                address ->
                    new SpeechServer(
                        address,
                        settings.mostAtOnce(),
                        settings.rest(),
                        settings.longestRest(),
                        nanos))
            .toList();
  }

  /**
   * Begins to listen. Whatever the servers cannot do, {@code local} does, also in mid-utterance.
   *
   * @param vocabulary no spotter: that stays on this node
   * @return empty when neither can
   */
  Optional<Recognition> begin(
      Vocabulary vocabulary, Consumer<String> onPartial, SpeechRecognizer local) {
    return begin(
            vocabulary, onPartial, SpeechServer::take, () -> local.begin(vocabulary, onPartial))
        .or(() -> local.begin(vocabulary, onPartial).map(StandIn::new));
  }

  /** The same without anybody who stands in: what a server cannot do is not in time. */
  Optional<Recognition> beginAlone(Vocabulary vocabulary) {
    return begin(vocabulary, partial -> {}, SpeechServer::takeSpare, Optional::empty);
  }

  private Optional<Recognition> begin(
      Vocabulary vocabulary,
      Consumer<String> onPartial,
      Predicate<SpeechServer> taking,
      Supplier<Optional<Recognition>> standIn) {
    Grammar grammar = grammars.of(vocabulary).orElse(null);
    Optional<SpeechServer> server = grammar == null ? Optional.empty() : take(taking);
    if (grammar == null || server.isEmpty()) {
      return Optional.empty();
    }
    Listening listening =
        new Listening(
            settings,
            vocabulary instanceof Vocabulary.Recording,
            grammar.running(),
            () -> settings.protocol().exchange(grammar, settings.constrained()),
            onPartial,
            standIn);
    return Optional.of(new RemoteRecognition(this, listening, server.get()));
  }

  /** The least busy of those that may be used. */
  Optional<SpeechServer> take() {
    return take(SpeechServer::take);
  }

  private Optional<SpeechServer> take(Predicate<SpeechServer> taking) {
    return servers.stream()
        .sorted(Comparator.comparingInt(SpeechServer::open))
        .filter(taking)
        .findFirst();
  }

  ServerStream open(Listening listening, SpeechServer server) {
    ServerStream stream =
        new ServerStream(
            listening.exchange().get(), listening.mostWaiting(), listening.onPartial());
    stream.connect(client, server.address(), settings.connect());
    return stream;
  }

  /** For people: protocol and name. */
  String name() {
    return settings.protocol().title() + " " + settings.name();
  }

  /** Whether one of its servers is well as far as is known. */
  boolean healthy() {
    return servers.stream().anyMatch(SpeechServer::healthy);
  }

  /** Utterances on its servers now. */
  int open() {
    return servers.stream().mapToInt(SpeechServer::open).sum();
  }

  /** For people: engine, servers, how they are. */
  String description() {
    return servers.stream()
        .map(server -> server.address() + " " + server.state())
        .collect(Collectors.joining("，", name() + "：", ""));
  }
}
