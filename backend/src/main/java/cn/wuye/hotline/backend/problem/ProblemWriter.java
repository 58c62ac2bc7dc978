package cn.wuye.hotline.backend.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as RFC 9457 says, in Chinese unless the client prefers English. */
@Component
public class ProblemWriter {
  private static final List<Locale> LANGUAGES =
      List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH);

  private final MessageSource messages;
  private final JsonMapper json;

  ProblemWriter(MessageSource messages, JsonMapper json) {
    this.messages = messages;
    this.json = json;
  }

  /** Answers with the problem, if nothing was answered yet. */
  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    Locale locale = locale(request);
    response.setStatus(problem.status().value());
    problem.headers().forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
    response
        .getWriter()
        .write(json.writeValueAsString(describe(problem, request.getRequestURI(), locale)));
    response.flushBuffer();
  }

  /**
   * A problem as it is told, member by member.
   *
   * @param instance the path of the request
   */
  public Map<String, Object> describe(Problem problem, String instance, Locale locale) {
    Map<String, Object> body = new LinkedHashMap<>();
    String key = "problem." + problem.code();
    body.put("type", "urn:hotline:problem:" + problem.code());
    body.put("title", text(key + ".title", List.of(), locale));
    body.put("status", problem.status().value());
    body.put("detail", text(key + ".detail", problem.arguments(), locale));
    body.put("instance", instance);
    if (!problem.fields().isEmpty()) {
      body.put(
          "errors",
          problem.fields().stream()
              .map(
                  field ->
                      Map.of(
                          "field",
                          field.field(),
                          "code",
                          field.code(),
                          "message",
                          text("problem.field." + field.code(), field.arguments(), locale)))
              .toList());
    }
    body.putAll(problem.members());
    return body;
  }

  private String text(String key, List<Object> arguments, Locale locale) {
    // As strings: 4000 must not be shown as 4,000, nor a ticket number as 1,000,005.
    Object[] strings = arguments.stream().map(String::valueOf).toArray();
    return messages.getMessage(key, strings, locale);
  }

  private static Locale locale(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    if (header == null) {
      return Locale.SIMPLIFIED_CHINESE;
    }
    try {
      Locale wanted = Locale.lookup(Locale.LanguageRange.parse(header), LANGUAGES);
      return Locale.ENGLISH.equals(wanted) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    } catch (IllegalArgumentException unreadable) {
      return Locale.SIMPLIFIED_CHINESE;
    }
  }
}
