package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.health.Fact;
import cn.wuye.hotline.backend.health.NodeFacts;
import java.util.List;
import org.springframework.stereotype.Component;

/** What does not work as it should, in plain sentences, for the banner above the list. */
@Component
class Troubles {
  private final NodeFacts node;
  private final HealthSentences sentences;

  Troubles(NodeFacts node, HealthSentences sentences) {
    this.node = node;
    this.sentences = sentences;
  }

  List<String> inWords() {
    return node.latest().stream()
        .filter(fact -> fact.tone() != Fact.Tone.OK)
        .map(fact -> sentences.of(fact).sentence())
        .toList();
  }
}
