package cn.wuye.hotline.backend.message.callback;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a body that is signed: those of the address are signed as part of it. */
final class SignedForm {
  private SignedForm() {}

  static Map<String, String> of(HttpServletRequest request, String query) {
    Map<String, String> form = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> form.put(name, values[values.length - 1]));
    for (String pair : query.split("&")) {
      form.remove(URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8));
    }
    return form;
  }
}
