package cn.wuye.hotline.backend.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/**
 * Nothing is handed from one request to the next by way of the session. Looking for it would ask
 * the database for the session on every request, style sheets included, which then could not be
 * served while the database is away.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class NoFlashMaps extends AbstractFlashMapManager {

  @Override
  protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
    return null;
  }

  @Override
  protected void updateFlashMaps(
      List<FlashMap> flashMaps, HttpServletRequest request, HttpServletResponse response) {
    // Reached only by a redirect with flash attributes, which no controller here makes.
    throw new UnsupportedOperationException("redirects carry what they need in their address");
  }
}
