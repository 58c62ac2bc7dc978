package cn.wuye.hotline.backend.floor.node;

import static cn.wuye.hotline.backend.floor.SampleFloor.NOW;
import static cn.wuye.hotline.backend.floor.SampleFloor.caller;
import static cn.wuye.hotline.backend.floor.SampleFloor.machine;
import static cn.wuye.hotline.backend.floor.SampleFloor.part;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.floor.Agent;
import cn.wuye.hotline.backend.floor.Changes;
import cn.wuye.hotline.backend.floor.Doing;
import cn.wuye.hotline.backend.floor.NodePart;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PartItemsTest {
  private static final Agent AGENT =
      new Agent(
          "1001",
          Doing.TALKING,
          NOW.minusMillis(1),
          NOW.plusSeconds(9),
          "",
          List.of("sun"),
          new Agent.Talk("7.1", "sun", "1"));
  private static final NodePart PART =
      part(
          "node-1",
          List.of(caller("1.1", "sun", "1", 5)),
          List.of(AGENT),
          List.of(machine("1.2", "1", 3)));

  private final PartItems items = new PartItems(JsonMapper.shared());

  @Test
  void aPartArrivesAsItWasSent() {
    Map<String, Object> sent = PartItems.of(PART);

    String text = items.text(Changes.between(Map.of(), sent));

    assertThat(text).doesNotContain("\n");
    assertThat(PartItems.part("node-1", items.read(text).applied(Map.of()))).contains(PART);
  }

  @Test
  void changesArriveAndWhoIsGoneIsGone() {
    NodePart later = part("node-1", List.of(), List.of(AGENT));
    String text = items.text(Changes.between(PartItems.of(PART), PartItems.of(later)));

    assertThat(text).doesNotContain("1001");
    assertThat(PartItems.part("node-1", items.read(text).applied(PartItems.of(PART))))
        .contains(later);
  }

  @Test
  void aNodeSpeaksForItselfAloneAndMayKnowMore() {
    String text =
        "{\"put\":{\"node\":{\"node\":\"node-9\",\"seen\":true,\"since\":\"2026-03-02T01:00:00Z\","
            + "\"later\":1},\"z:new\":{\"x\":1}},\"gone\":[\"c:7\"],\"more\":{}}";

    Map<String, Object> read = items.read(text).applied(Map.of());

    assertThat(PartItems.part("node-1", read)).map(NodePart::node).contains("node-1");
    assertThat(PartItems.part("node-1", Map.of())).isEmpty();
  }
}
