package cn.wuye.hotline.backend.floor.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NodeTokenTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_772_330_400);
  private static final String TARGET = "/node/floor/stream";

  private final NodeToken token = new NodeToken("the secret of the cluster");
  private final String code = token.code("node-1", "node-2", NOW.getEpochSecond(), "GET", TARGET);

  private boolean valid(String from, String to, String method, String target, Instant now) {
    String at = Long.toString(NOW.getEpochSecond());
    return token.valid(from, to, at, method, target, code, now);
  }

  @Test
  void aRequestOfAnotherNodeIsBelievedForAWhile() {
    assertThat(code).matches("[0-9a-f]{64}");
    assertThat(valid("node-1", "node-2", "GET", TARGET, NOW)).isTrue();
    assertThat(valid("node-1", "node-2", "GET", TARGET, NOW.plusSeconds(120))).isTrue();
    assertThat(valid("node-1", "node-2", "GET", TARGET, NOW.minusSeconds(120))).isTrue();
    assertThat(valid("node-1", "node-2", "GET", TARGET, NOW.plusSeconds(121))).isFalse();
  }

  @Test
  void theCodeIsOfNoUseForAnythingElse() {
    assertThat(valid("node-3", "node-2", "GET", TARGET, NOW)).isFalse();
    assertThat(valid("node-1", "node-3", "GET", TARGET, NOW)).isFalse();
    assertThat(valid("node-1", "node-2", "POST", TARGET, NOW)).isFalse();
    assertThat(valid("node-1", "node-2", "GET", TARGET + "?reason=x", NOW)).isFalse();
    assertThat(valid("node-2", "node-2", "GET", TARGET, NOW)).isFalse();
  }

  @Test
  void withoutTheSameSecretNobodyIsBelieved() {
    String at = Long.toString(NOW.getEpochSecond());
    NodeToken other = new NodeToken("another");

    assertThat(other.valid("node-1", "node-2", at, "GET", TARGET, code, NOW)).isFalse();
    assertThat(new NodeToken("").possible()).isFalse();
    assertThat(new NodeToken("").valid("node-1", "node-2", at, "GET", TARGET, "", NOW)).isFalse();
    for (String wrong : new String[] {"", "x", "-1", "99999999999999999999"}) {
      assertThat(token.valid("node-1", "node-2", wrong, "GET", TARGET, code, NOW)).isFalse();
    }
  }
}
