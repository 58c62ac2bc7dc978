package cn.wuye.hotline.backend.message.channel;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * What the SDK sends by: one attempt with a time-out of its own, to whatever address stands in the
 * place of Twilio's (a proxy, a test). The SDK would try three times by itself, and would not say
 * what Retry-After told.
 */
final class TwilioTransport extends HttpClient {
  private final URI base;
  private final HttpExchange exchange;

  /**
   * @param base scheme, host and port: {@code https://api.twilio.com}
   */
  TwilioTransport(URI base, HttpExchange exchange) {
    this.base = base;
    this.exchange = exchange;
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    URI wanted = URI.create(request.constructURL().toString());
    String path = wanted.getRawPath();
    String query = wanted.getRawQuery();
    HttpRequest.Builder http =
        HttpRequest.newBuilder(base.resolve(query == null ? path : path + "?" + query))
            .header("Authorization", request.getAuthString())
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(
                request.getMethod().toString(),
                HttpRequest.BodyPublishers.ofString(request.encodeFormBody()));
    HttpResponse<String> answer = exchange.ask(http);
    return new Response(answer.body(), answer.statusCode());
  }
}
