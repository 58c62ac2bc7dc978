package cn.wuye.hotline.caller.ticket;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens tickets through the API and solves them, as staff do: their residents are phoned then. */
public final class SolvedTickets {
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int CONFLICT = 409;

  /** Somebody else, or a job, may change the ticket meanwhile. */
  private static final int ATTEMPTS = 10;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();
  private final URI api;
  private final String authorization;
  private final AtomicInteger opened = new AtomicInteger();

  /**
   * @param authorization the header by which the API knows who asks
   */
  public SolvedTickets(URI api, String authorization) {
    this.api = api;
    this.authorization = authorization;
  }

  /**
   * A repair that somebody with this number reports.
   *
   * @return the ticket's number
   */
  public String open(String estate, String phone) throws IOException, InterruptedException {
    int n = opened.incrementAndGet();
    // Each from another dwelling: a repeat would be found and linked.
    String body =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "category",
                    "facilities",
                    "subcategory",
                    "lift",
                    "text",
                    "三号楼的电梯又坏了，第 " + n + " 次报修",
                    "place",
                    Map.of("estateId", estate, "building", "S" + n, "room", "" + n),
                    "reporter",
                    Map.of("name", "王女士", "phone", phone)));
    HttpResponse<String> answer = send(post("tickets", body));
    if (answer.statusCode() != 201) {
      throw unexpected(answer);
    }
    return read(answer).path("number").stringValue("");
  }

  /** Brings it to its solution. */
  public void solve(String number) throws IOException, InterruptedException {
    for (int i = 0; i < ATTEMPTS; i++) {
      JsonNode ticket = read(send(request("tickets/" + number).build()));
      String state = ticket.path("state").stringValue("");
      if (state.equals("solved")) {
        return;
      }
      String body =
          JsonMapper.shared()
              .writeValueAsString(
                  Map.of(
                      "version",
                      ticket.path("version").longValue(),
                      "verb",
                      state.equals("new") ? "accept" : "solve"));
      HttpResponse<String> answer = send(post("tickets/" + number + "/transitions", body));
      if (answer.statusCode() != 200 && answer.statusCode() != CONFLICT) {
        throw unexpected(answer);
      }
    }
    throw new IOException("ticket " + number + " is not solved after " + ATTEMPTS + " attempts");
  }

  private HttpRequest post(String path, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path))
        .timeout(ANSWER)
        .header("Authorization", authorization);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode read(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static IOException unexpected(HttpResponse<String> answer) {
    return new IOException(
        answer.request().uri() + " answers " + answer.statusCode() + ": " + answer.body());
  }
}
