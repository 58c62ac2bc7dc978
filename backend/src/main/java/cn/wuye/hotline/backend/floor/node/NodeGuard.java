package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.HotlineProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Lets in who is another node. */
@Component
class NodeGuard {
  private final NodeToken token;
  private final HotlineProperties here;
  private final Clock clock;

  NodeGuard(NodeToken token, HotlineProperties here, Clock clock) {
    this.token = token;
    this.here = here;
    this.clock = clock;
  }

  /**
   * The name of the node that asks.
   *
   * @throws ResponseStatusException when it is none: there is nothing here then
   */
  String require(HttpServletRequest request) {
    String from = text(request.getHeader(NodeToken.FROM));
    String query = request.getQueryString();
    String target = request.getRequestURI() + (query == null ? "" : "?" + query);
    if (!token.valid(
        from,
        here.nodeId(),
        text(request.getHeader(NodeToken.AT)),
        request.getMethod(),
        target,
        text(request.getHeader(NodeToken.CODE)),
        clock.instant())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return from;
  }

  private static String text(@Nullable String header) {
    return header == null ? "" : header;
  }
}
