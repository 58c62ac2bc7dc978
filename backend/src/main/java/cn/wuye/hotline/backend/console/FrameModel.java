package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.user.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What the frame around every page of the console shows. */
@ControllerAdvice(basePackageClasses = FrameModel.class)
class FrameModel {

  @ModelAttribute("me")
  @Nullable SignedInUser me(@AuthenticationPrincipal @Nullable SignedInUser user) {
    return user;
  }

  /** The same page in the other language. */
  @ModelAttribute("otherLanguage")
  String otherLanguage(HttpServletRequest request, Locale locale) {
    String other = locale.getLanguage().equals("en") ? "zh" : "en";
    return UriComponentsBuilder.fromPath(request.getRequestURI())
        .query(request.getQueryString())
        .replaceQueryParam("lang", other)
        .build()
        .toUriString();
  }
}
