package cn.wuye.hotline.backend.user;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Requests of members of staff in tests: in Chinese, with what forms carry against forgery. */
public final class StaffRequests {
  private StaffRequests() {}

  /** What is answered. */
  public static MockHttpServletResponse send(
      MockMvc mvc, MockHttpServletRequestBuilder request, SignedInUser who) throws Exception {
    MockHttpServletResponse response =
        mvc.perform(request.header("Accept-Language", "zh").with(user(who)).with(csrf()))
            .andReturn()
            .getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }

  /** The page or text at this path. */
  public static String body(MockMvc mvc, String path, SignedInUser who) throws Exception {
    return new String(send(mvc, get(path), who).getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
