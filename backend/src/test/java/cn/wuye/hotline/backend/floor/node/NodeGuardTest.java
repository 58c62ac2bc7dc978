package cn.wuye.hotline.backend.floor.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;

class NodeGuardTest {
  private static final String TARGET = "/node/floor/agents/1001/pause";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T02:00:00Z"));
  private final NodeToken token = new NodeToken("secret");
  private final NodeGuard guard =
      new NodeGuard(token, new HotlineProperties("node-2", Path.of(".")), clock);

  private MockHttpServletRequest request(String reason) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", TARGET);
    request.setQueryString("reason=" + reason);
    long at = clock.instant().getEpochSecond();
    request.addHeader(NodeToken.FROM, "node-1");
    request.addHeader(NodeToken.AT, Long.toString(at));
    request.addHeader(
        NodeToken.CODE, token.code("node-1", "node-2", at, "POST", TARGET + "?reason=meal"));
    return request;
  }

  @Test
  void anotherNodeIsLetInWithWhatItAsksForAndNothingElse() {
    assertThat(guard.require(request("meal"))).isEqualTo("node-1");
    assertThatThrownBy(() -> guard.require(request("training")))
        .isInstanceOf(ResponseStatusException.class);
  }

  @Test
  void whoComesLateOrWithoutACodeFindsNothing() {
    MockHttpServletRequest late = request("meal");
    clock.pass(Duration.ofMinutes(3));

    assertThatThrownBy(() -> guard.require(late))
        .isInstanceOfSatisfying(
            ResponseStatusException.class,
            refused -> assertThat(refused.getStatusCode().value()).isEqualTo(404));
    assertThatThrownBy(() -> guard.require(new MockHttpServletRequest("GET", "/node/floor/stream")))
        .isInstanceOf(ResponseStatusException.class);
  }
}
