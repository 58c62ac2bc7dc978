package cn.wuye.hotline.backend.console;

import java.util.List;
import org.springframework.stereotype.Component;

/** What does not work as it should, in plain sentences, for the banner above the list. */
@Component
class Troubles {
  private final HealthFacts health;

  Troubles(HealthFacts health) {
    this.health = health;
  }

  List<String> inWords() {
    return health.all().stream()
        .filter(fact -> fact.tone() != HealthFacts.Tone.OK)
        .map(HealthFacts.Fact::sentence)
        .toList();
  }
}
