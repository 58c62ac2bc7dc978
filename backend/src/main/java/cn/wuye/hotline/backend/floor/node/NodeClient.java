package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.HotlineProperties;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Asks other nodes, and proves to be one. */
@Component
class NodeClient {
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final NodeToken token;
  private final HotlineProperties here;
  private final Clock clock;

  NodeClient(NodeToken token, HotlineProperties here, Clock clock) {
    this.token = token;
    this.here = here;
    this.clock = clock;
  }

  /** Whether other nodes would believe this one. */
  boolean possible() {
    return token.possible();
  }

  /**
   * Sends a request without a body. Who asks gives up in time: a stream has no end, and from Java
   * 26 on a request's own time-out would end it.
   *
   * @param url of the node
   * @param target path and query
   */
  <T> CompletableFuture<HttpResponse<T>> send(
      String node, String url, String method, String target, BodyHandler<T> handler) {
    long at = clock.instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + target))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header(NodeToken.FROM, here.nodeId())
            .header(NodeToken.AT, Long.toString(at))
            .header(NodeToken.CODE, token.code(here.nodeId(), node, at, method, target))
            .build();
    return client.sendAsync(request, handler);
  }
}
