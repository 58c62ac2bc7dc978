package cn.wuye.hotline.backend.console.floor;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.floor.Alarm;
import cn.wuye.hotline.backend.floor.Doing;
import cn.wuye.hotline.backend.floor.Standing;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.resident.DialectCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The words that the live page's script needs, in the language that the user reads. */
@Component
class FloorWords {
  /** Why a supervisor pauses an agent; codes. */
  static final List<String> REASONS =
      List.of("rest", "meal", "meeting", "training", "paperwork", "other");

  private static final List<String> OTHERS =
      List.of(
          "floor.none",
          "floor.percent",
          "floor.stopped",
          "floor.emergency",
          "floor.unknownEstate",
          "floor.unknownPhone",
          "floor.saidNothing",
          "floor.machine.says",
          "floor.noQueues",
          "floor.queue.shut",
          "floor.queue.stormy",
          "floor.handled",
          "floor.aht",
          "floor.steps",
          "floor.step.open",
          "floor.lent",
          "floor.stale",
          "floor.line.waiting",
          "floor.line.answered",
          "floor.sound.on",
          "floor.sound.off",
          "floor.step.sent",
          "floor.step.failed");

  private final Labels labels;
  private final JsonMapper json;

  FloorWords(Labels labels, JsonMapper json) {
    this.labels = labels;
    this.json = json;
  }

  /** All keys of the message bundle that the script asks for. */
  static List<String> keys() {
    List<String> keys = new ArrayList<>(OTHERS);
    keys.addAll(named("agent-doing", Doing.values()));
    keys.addAll(named("floor.standing", Standing.values()));
    keys.addAll(named("floor.alarm", Alarm.Kind.values()));
    REASONS.forEach(reason -> keys.add("floor.reason." + reason));
    keys.add("floor.reason.wrap-up");
    DialectCodes.ALL.forEach(dialect -> keys.add("dialect." + dialect));
    return keys;
  }

  /** As a JSON object. Arguments stay as {@code {0}}: the script fills them. */
  String json() {
    Map<String, String> words = new TreeMap<>();
    keys().forEach(key -> words.put(key, labels.text(key, "{0}", "{1}", "{2}")));
    return json.writeValueAsString(words);
  }

  private static List<String> named(String group, Coded... codes) {
    List<String> keys = new ArrayList<>();
    for (Coded code : codes) {
      keys.add(group + "." + code.code());
    }
    return keys;
  }
}
