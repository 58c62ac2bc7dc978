package cn.wuye.hotline.ivr.speech.remote;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * An engine on servers of its own.
 *
 * @param name what it is called in the settings, in logs and in transcripts
 * @param servers addresses that all do the same, {@code ws://host:port} or {@code wss://…}; at
 *     least one
 * @param constrained whether choices are sent as a grammar; for vosk-server with a model that takes
 *     one (dynamic graph)
 * @param mostAtOnce how many utterances one server takes at once, 1–1000; beyond it this node
 *     recognises
 * @param connect how long a connection may take, 50 ms – 10 s
 * @param answer how long the text of a living call may take after the end of an utterance, 100 ms –
 *     10 s; never more than 0.6 of what the dialog grants
 * @param rest how long a server that failed is left alone, doubled with each failure, 100 ms – 1 h
 * @param longestRest the longest of these, {@code rest} – 1 h
 */
public record RemoteSettings(
    String name,
    SpeechProtocol protocol,
    List<URI> servers,
    boolean constrained,
    int mostAtOnce,
    Duration connect,
    Duration answer,
    Duration rest,
    Duration longestRest) {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * @throws IllegalArgumentException when a value is not allowed; the message names it
   */
  public RemoteSettings {
    servers = List.copyOf(servers);
    require(!name.isBlank(), "an engine has no name");
    require(!servers.isEmpty(), name + ".servers: at least one address is needed");
    for (URI server : servers) {
      boolean scheme = "ws".equals(server.getScheme()) || "wss".equals(server.getScheme());
      require(
          scheme && server.getHost() != null && server.getPort() > 0,
          name + ".servers: must be ws://host:port or wss://host:port, not " + server);
      require(server.getUserInfo() == null, name + ".servers: no user or password in an address");
    }
    require(
        new HashSet<>(servers).size() == servers.size(),
        name + ".servers: an address stands there twice");
    require(
        mostAtOnce >= 1 && mostAtOnce <= 1000,
        name + ".most-at-once must be 1-1000, not " + mostAtOnce);
    within(name + ".connect", connect, Duration.ofMillis(50), TEN_SECONDS);
    within(name + ".answer", answer, Duration.ofMillis(100), TEN_SECONDS);
    within(name + ".rest", rest, Duration.ofMillis(100), HOUR);
    within(name + ".longest-rest", longestRest, rest, HOUR);
    require(
        !constrained || protocol == SpeechProtocol.VOSK_SERVER,
        name + ".grammar: only vosk-server takes a grammar");
  }

  private static void within(String what, Duration value, Duration least, Duration most) {
    require(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        "%s must be %d-%d ms, not %d"
            .formatted(what, least.toMillis(), most.toMillis(), value.toMillis()));
  }

  private static void require(boolean right, String otherwise) {
    if (!right) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
