package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.user.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a page that is a phone speaks SIP: on the console's own origin, with its session and its
 * certificate, so that Asterisk's own port is open to nobody but this application.
 */
@Controller
class SipLineController {
  private static final String PATH = "/console/desk/sip";

  private final SipAccounts accounts;
  private final BrowserPhones phones;
  private final URI asterisk;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  SipLineController(SipAccounts accounts, BrowserPhones phones, DeskProperties properties) {
    this.accounts = accounts;
    this.phones = phones;
    this.asterisk = URI.create(properties.sipUrl());
  }

  /**
   * @param page made by the page when it was loaded
   */
  @GetMapping(PATH)
  void line(
      @RequestParam(defaultValue = "") String page,
      @RequestHeader(name = "Origin", required = false) @Nullable String origin,
      HttpServletRequest request,
      HttpServletResponse response,
      @AuthenticationPrincipal SignedInUser me)
      throws IOException, DeploymentException {
    if (!sameOrigin(origin, request) || !page.matches("[A-Za-z0-9-]{1,40}")) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    if (accounts.of(me).isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Object container = request.getServletContext().getAttribute(ServerContainer.class.getName());
    if (!(container instanceof ServerContainer sockets)) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    SipLine line =
        new SipLine(
            client,
            asterisk,
            () -> phones.opened(me.id(), page),
            () -> phones.closed(me.id(), page));
    sockets.upgradeHttpToWebSocket(
        request,
        response,
        ServerEndpointConfig.Builder.create(SipLine.class, PATH)
            .subprotocols(List.of("sip"))
            .configurator(new Given(line))
            .build(),
        Map.of());
  }

  /** Another site's page may not use the session of whoever looks at it. */
  private static boolean sameOrigin(@Nullable String origin, HttpServletRequest request) {
    try {
      return origin != null
          && request.getServerName().equalsIgnoreCase(URI.create(origin).getHost());
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  /** Each line has an endpoint of its own, made beforehand. */
  private static final class Given extends ServerEndpointConfig.Configurator {
    private final SipLine line;

    Given(SipLine line) {
      this.line = line;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(line);
    }
  }
}
