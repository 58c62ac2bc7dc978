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

  /** The colours of this page: {@code auto, light, dark}. */
  @ModelAttribute("theme")
  String theme(HttpServletRequest request) {
    return chosen(request).code();
  }

  /** What the switch of colours goes on to. */
  @ModelAttribute("nextTheme")
  String nextTheme(HttpServletRequest request) {
    return chosen(request).next().code();
  }

  /** The same page in other colours. */
  @ModelAttribute("otherTheme")
  String otherTheme(HttpServletRequest request) {
    return UriComponentsBuilder.fromPath(request.getRequestURI())
        .query(request.getQueryString())
        .replaceQueryParam(ThemeConfig.PARAMETER, chosen(request).next().code())
        .build()
        .toUriString();
  }

  private static Theme chosen(HttpServletRequest request) {
    String wanted = request.getParameter(ThemeConfig.PARAMETER);
    return wanted == null ? Theme.of(request) : Theme.of(wanted);
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
