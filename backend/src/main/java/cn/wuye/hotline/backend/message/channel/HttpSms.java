package cn.wuye.hotline.backend.message.channel;

import cn.wuye.hotline.backend.message.template.Medium;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SMS by any provider that takes one HTTP request, as {@link SmsProperties.Http} describes it. */
final class HttpSms implements MessageChannel {
  private static final String CONTENT_TYPE = "content-type";
  private static final String JSON = "application/json; charset=utf-8";

  private final SmsProperties.Http settings;
  private final HttpExchange exchange;
  private final JsonMapper json;
  private final Map<String, String> headers = new LinkedHashMap<>();

  HttpSms(SmsProperties.Http settings, HttpExchange exchange, JsonMapper json) {
    this.settings = settings;
    this.exchange = exchange;
    this.json = json;
    headers.put(CONTENT_TYPE, JSON);
    for (String line : settings.headers().split("\\R| \\| ")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
  }

  @Override
  public Medium medium() {
    return Medium.SMS;
  }

  @Override
  public SendResult send(OutgoingText message) {
    try {
      return taken(exchange.ask(request(message)));
    } catch (HttpExchange.NotTaken notTaken) {
      return notTaken.result();
    }
  }

  private HttpRequest.Builder request(OutgoingText message) {
    boolean form =
        headers.getOrDefault(CONTENT_TYPE, JSON).startsWith("application/x-www-form-urlencoded");
    UnaryOperator<String> escape = form ? HttpSms::encoded : this::quoted;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(filled(settings.url(), message, HttpSms::encoded)));
    headers.forEach(
        (name, value) -> request.header(name, filled(value, message, HttpSms::encoded)));
    return settings.method().equals("GET")
        ? request.GET()
        : request.method(
            settings.method(),
            HttpRequest.BodyPublishers.ofString(filled(settings.body(), message, escape)));
  }

  private SendResult taken(HttpResponse<String> answer) {
    JsonNode told = read(answer.body());
    if (!settings.successField().isEmpty()
        && !told.at(settings.successField()).asString("").equals(settings.successValue())) {
      // Which of its codes are for good only the provider knows: all are tried again.
      return new SendResult.Failed(
          Masked.text("not taken: " + answer.body().replaceAll("\\s+", " ")), null);
    }
    return new SendResult.Accepted(
        settings.idField().isEmpty() ? "" : told.at(settings.idField()).asString(""));
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body.isBlank() ? "{}" : body);
    } catch (JacksonException noJson) {
      return json.createObjectNode();
    }
  }

  private static String filled(
      String template, OutgoingText message, UnaryOperator<String> escape) {
    return template
        .replace("{to}", escape.apply(message.to().replaceFirst("^\\+86", "")))
        .replace("{e164}", escape.apply(message.to()))
        .replace("{id}", escape.apply("hotline-" + message.id()))
        .replace("{text}", escape.apply(message.text()));
  }

  private String quoted(String value) {
    String literal = json.writeValueAsString(value);
    return literal.substring(1, literal.length() - 1);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
