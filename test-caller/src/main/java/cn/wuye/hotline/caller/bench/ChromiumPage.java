package cn.wuye.hotline.caller.bench;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One page of a Chromium of its own, by the DevTools protocol: no more of it than opening a page
 * and asking it something.
 */
public final class ChromiumPage implements AutoCloseable {
  private static final int ALT = 1;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final Child browser;
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger number = new AtomicInteger();

  /**
   * @param work a folder for its profile and its log
   */
  ChromiumPage(Path work) throws IOException, InterruptedException {
    this(work, List.of());
  }

  private ChromiumPage(Path work, List<String> more) throws IOException, InterruptedException {
    Path installed = Path.of(System.getenv().getOrDefault("HOTLINE_CHROMIUM", "/usr/bin/chromium"));
    if (!Files.isExecutable(installed)) {
      throw new IOException(
          "there is no Chromium at "
              + installed
              + ": install the package 'chromium', or set HOTLINE_CHROMIUM to where it is");
    }
    int port = Child.freePort();
    List<String> command = new ArrayList<>();
    command.add(installed.toString());
    command.addAll(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--remote-debugging-port=" + port,
            "--remote-allow-origins=*",
            "--user-data-dir=" + work.resolve("chromium")));
    command.addAll(more);
    command.add("about:blank");
    browser = Child.serving(port, work.resolve("chromium.log"), command);
    try {
      socket =
          http.newWebSocketBuilder()
              .connectTimeout(TIMEOUT)
              .buildAsync(URI.create(page(port)), new Answers())
              .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | IOException e) {
      browser.close();
      throw new IOException("Chromium cannot be asked: " + e.getMessage(), e);
    }
  }

  /**
   * One that may use a microphone, and talks with servers on this machine.
   *
   * @param work a folder for its profile and its log
   * @param said a WAV that the microphone hears again and again
   * @throws IOException when there is no Chromium, with what to install, or it does not start
   */
  public static ChromiumPage withMicrophone(Path work, Path said)
      throws IOException, InterruptedException {
    return new ChromiumPage(
        work,
        List.of(
            "--autoplay-policy=no-user-gesture-required",
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            "--use-file-for-fake-audio-capture=" + said.toAbsolutePath(),
            "--allow-loopback-in-peer-connection"));
  }

  private String page(int port) throws IOException, InterruptedException {
    String pages =
        http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                    .timeout(TIMEOUT)
                    .build(),
                BodyHandlers.ofString())
            .body();
    for (JsonNode each : JsonMapper.shared().readTree(pages)) {
      if (each.path("type").asString("").equals("page")) {
        return each.path("webSocketDebuggerUrl").asString("");
      }
    }
    throw new IOException("Chromium has no page");
  }

  /** Lets the page be signed in at an address. */
  public void signIn(ConsoleSession session) throws IOException, InterruptedException {
    for (HttpCookie cookie : session.cookies()) {
      ask(
          "Network.setCookie",
          Map.of(
              "name", cookie.getName(),
              "value", cookie.getValue(),
              "url", session.base().toString()));
    }
  }

  public void open(URI address) throws IOException, InterruptedException {
    ask("Page.navigate", Map.of("url", address.toString()));
  }

  /** What an expression gives: a text; of what is none, the text {@code undefined}. */
  public String evaluate(String expression) throws IOException, InterruptedException {
    JsonNode answer =
        ask("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    return answer.path("result").path("result").path("value").asString("undefined");
  }

  /** Presses Alt and a letter, {@code A} to {@code Z}. */
  public void pressAlt(char letter) throws IOException, InterruptedException {
    for (String type : List.of("rawKeyDown", "keyUp")) {
      ask(
          "Input.dispatchKeyEvent",
          Map.of(
              "type",
              type,
              "modifiers",
              ALT,
              "code",
              "Key" + letter,
              "key",
              String.valueOf(Character.toLowerCase(letter)),
              "windowsVirtualKeyCode",
              (int) letter));
    }
  }

  /** CPU-seconds of the browser's first process. */
  double cpu() throws IOException {
    return browser.cpu();
  }

  private JsonNode ask(String method, Map<String, Object> parameters)
      throws IOException, InterruptedException {
    int id = number.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    String text =
        JsonMapper.shared()
            .writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    try {
      synchronized (socket) {
        // A text may only be sent when the one before has gone.
        socket.sendText(text, true).get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      }
      return answer.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(method + " was not answered", e);
    } finally {
      waiting.remove(id);
    }
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonNode message = JsonMapper.shared().readTree(text.toString());
        text.setLength(0);
        CompletableFuture<JsonNode> answer = waiting.get(message.path("id").asInt(0));
        if (answer != null) {
          answer.complete(message);
        }
      }
      from.request(1);
      return null;
    }
  }

  @Override
  public void close() {
    socket.abort();
    browser.close();
  }
}
