package cn.wuye.hotline.backend.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.jayway.jsonpath.JsonPath;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A client of the API. */
public final class Http {
  private final MockMvc mvc;
  private final HttpHeaders headers;

  public Http(MockMvc mvc, HttpHeaders headers) {
    this.mvc = mvc;
    this.headers = headers;
  }

  /** The same client, with one more header. */
  public Http with(String name, String value) {
    HttpHeaders more = new HttpHeaders(headers);
    more.set(name, value);
    return new Http(mvc, more);
  }

  public Reply get(String path) {
    return send(request(HttpMethod.GET, java.net.URI.create(path)));
  }

  public Reply post(String path, String json) {
    return send(
        request(HttpMethod.POST, java.net.URI.create(path))
            .contentType(MediaType.APPLICATION_JSON)
            .content(json));
  }

  public Reply patch(String path, String json) {
    return send(
        request(HttpMethod.PATCH, java.net.URI.create(path))
            .contentType(MediaType.APPLICATION_JSON)
            .content(json));
  }

  /** Anything else. */
  public Reply send(MockHttpServletRequestBuilder request) {
    try {
      return new Reply(mvc.perform(request.headers(headers)).andReturn().getResponse());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  public record Reply(MockHttpServletResponse response) {
    public int status() {
      return response.getStatus();
    }

    public String body() {
      return new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** What stands at a JSON path. */
    public <T> T at(String path) {
      return JsonPath.read(body(), path);
    }

    /** A header, or the empty string. */
    public String header(String name) {
      return String.valueOf(response.getHeader(name));
    }
  }
}
