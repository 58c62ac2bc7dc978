package cn.wuye.hotline.caller.ticket;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.caller.result.TicketView;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the hotline's API which ticket a call became. */
public final class TicketFinder {
  private static final Logger LOG = LoggerFactory.getLogger(TicketFinder.class);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration ASK_EVERY = Duration.ofMillis(300);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();
  private final URI api;
  private final String credentials;

  public TicketFinder(Hotline hotline) {
    this.api = hotline.api();
    this.credentials =
        Base64.getEncoder()
            .encodeToString(("admin:" + hotline.adminPassword()).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The ticket of the call with this SIP Call-ID.
   *
   * @param patience how long to ask again while there is none
   */
  public Optional<TicketView> find(String sipCallId, Duration patience) {
    if (sipCallId.isEmpty()) {
      return Optional.empty();
    }
    long deadline = System.nanoTime() + patience.toNanos();
    String trouble = "";
    do {
      try {
        Optional<JsonNode> call = callOf(sipCallId);
        String number = call.map(c -> text(c, "ticket")).orElse("");
        if (!number.isEmpty()) {
          return get("tickets/" + number).map(TicketFinder::view);
        }
        trouble = "";
      } catch (IOException | JacksonException e) {
        trouble = String.valueOf(e.getMessage());
      }
      LockSupport.parkNanos(ASK_EVERY.toNanos());
    } while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted());
    if (!trouble.isEmpty()) {
      LOG.warn("no ticket found: the API at {} does not answer ({})", api, trouble);
    }
    return Optional.empty();
  }

  /** The hotline's own record of a call. */
  public Optional<JsonNode> callOf(String sipCallId) throws IOException {
    return get("calls?sipCallId=" + URLEncoder.encode(sipCallId, StandardCharsets.UTF_8))
        .map(TicketFinder::items)
        .filter(items -> !items.isEmpty())
        .map(items -> items.get(0));
  }

  private static JsonNode items(JsonNode page) {
    return page.isArray() ? page : page.path("calls");
  }

  /** One resource of the API; empty when there is none. */
  public Optional<JsonNode> get(String path) throws IOException {
    HttpResponse<String> response = send(path, HttpResponse.BodyHandlers.ofString());
    return response.statusCode() == 404
        ? Optional.empty()
        : Optional.of(JsonMapper.shared().readTree(response.body()));
  }

  /** The bytes of a resource of the API. */
  public byte[] bytes(String path) throws IOException {
    return send(path, HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  private <T> HttpResponse<T> send(String path, HttpResponse.BodyHandler<T> body)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(api.resolve(path))
            .timeout(ANSWER)
            .header("Authorization", "Basic " + credentials)
            .build();
    try {
      HttpResponse<T> response = http.send(request, body);
      int status = response.statusCode();
      if (status != 200 && status != 404) {
        throw new IOException("GET " + path.replaceAll("\\?.*", "") + " gave " + status);
      }
      return response;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static TicketView view(JsonNode ticket) {
    return new TicketView(
        text(ticket, "number"),
        text(ticket, "channel"),
        text(ticket, "kind"),
        text(ticket, "category"),
        text(ticket, "subcategory"),
        text(ticket, "urgency"),
        place(ticket.path("place")),
        text(ticket, "state"),
        text(ticket, "text"));
  }

  private static String place(JsonNode place) {
    return place.isString() ? place.stringValue("") : place.path("display").stringValue("");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).stringValue("");
  }
}
