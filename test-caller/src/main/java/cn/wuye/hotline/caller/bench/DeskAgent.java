package cn.wuye.hotline.caller.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An agent at her page, as her browser asks it. */
public final class DeskAgent {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern TARGET =
      Pattern.compile("<option value=\"([a-z-]+:[0-9a-f]+)\"[^>]*>([^<]*)");

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final ConsoleSession session;
  private String token = "";

  public DeskAgent(ConsoleSession session) {
    this.session = session;
  }

  /** Sits down at a telephone and takes calls. */
  public void sit(String phone) throws IOException, InterruptedException {
    Matcher found = TOKEN.matcher(get("/console/desk"));
    if (!found.find()) {
      throw new IOException("the desk has no form token");
    }
    token = found.group(1);
    post("/console/desk/sit", "phone=" + phone);
  }

  /** Hands the caller on to anybody, unasked; whether there was somebody. */
  boolean handOn(Random random) throws IOException, InterruptedException {
    return handOn("", random);
  }

  /**
   * Hands the caller on, unasked; whether there was somebody.
   *
   * @param name what the page calls whom she wants; anybody, when it is empty
   */
  public boolean handOn(String name, Random random) throws IOException, InterruptedException {
    Matcher found = TARGET.matcher(get("/console/desk?part=line"));
    List<String> targets = new ArrayList<>();
    while (found.find()) {
      if (found.group(2).contains(name)) {
        targets.add(found.group(1));
      }
    }
    if (targets.isEmpty()) {
      return false;
    }
    String target = targets.get(random.nextInt(targets.size()));
    post(
        "/console/desk/hand-on",
        "how=now&target=" + URLEncoder.encode(target, StandardCharsets.UTF_8));
    return true;
  }

  /** What one of her pages shows. */
  public String page(String path) throws IOException, InterruptedException {
    return get(path);
  }

  /** Presses a button of the call: {@code pause-recording}, {@code hold} … */
  public void act(String button) throws IOException, InterruptedException {
    post("/console/desk/do", "act=" + button);
  }

  private String get(String path) throws IOException, InterruptedException {
    return body(request(path).build());
  }

  private void post(String path, String form) throws IOException, InterruptedException {
    body(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    form + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(session.base().resolve(path))
        .timeout(TIMEOUT)
        .header("Cookie", session.header());
  }

  private String body(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(request.uri().getPath() + " answers " + answer.statusCode());
    }
    return answer.body();
  }
}
