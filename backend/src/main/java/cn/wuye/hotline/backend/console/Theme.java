package cn.wuye.hotline.backend.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The colours: as the system wants, light, or dark. In a cookie, so that no page flashes. */
enum Theme {
  AUTO,
  LIGHT,
  DARK;

  static final String COOKIE = "HOTLINE_THEME";

  /** The user's choice; {@link #AUTO} without one. */
  static Theme of(HttpServletRequest request) {
    // The filter may be asked before any cookie was sent.
    Cookie @Nullable [] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(COOKIE)) {
          return of(cookie.getValue());
        }
      }
    }
    return AUTO;
  }

  /** The theme of a code; {@link #AUTO} for what is none. */
  static Theme of(String code) {
    return switch (code) {
      case "light" -> LIGHT;
      case "dark" -> DARK;
      default -> AUTO;
    };
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the switch goes on to. */
  Theme next() {
    return values()[(ordinal() + 1) % values().length];
  }
}
