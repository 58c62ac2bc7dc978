package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.caller.call.CallRecord;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.instance.Instance;
import cn.wuye.hotline.caller.script.Phone;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.script.Step;
import cn.wuye.hotline.caller.sound.PromptBook;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call while application and database are dead: Asterisk alone rings who is on duty. */
final class EmergencyAlone {
  private static final Pattern FIRST = Pattern.compile("(?m)^number1\\s*=\\s*([0-9+]+)");
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Instance instance;
  private final Hotline hotline;

  EmergencyAlone(Instance instance, Hotline hotline) {
    this.instance = instance;
    this.hotline = hotline;
  }

  /** Whether the caller and the person on duty hear each other. */
  boolean rings() throws Exception {
    Optional<String> number = onDuty();
    if (number.isEmpty()) {
      Progress.tell("Asterisk's own on-duty list is empty");
      return false;
    }
    new Disaster(instance, 0).kill("application");
    instance.run("database", "stop");
    Progress.tell("application and database are dead; an emergency call is placed");
    String phone = number.get();
    Script script =
        new Script(
            Path.of("emergency-alone"),
            Optional.of("13719999999"),
            Script.DEFAULT_VOICE,
            OptionalDouble.empty(),
            Map.of(phone, new Phone.Answers(Duration.ofSeconds(1), "我是值班工程师请讲")),
            List.of(
                new Step.HearsPhone(1, 1, phone, PATIENCE),
                new Step.Says(2, 2, "电梯里有人被困住了", Optional.empty(), false, Optional.empty()),
                new Step.HeardByPhone(3, 3, phone, PATIENCE),
                new Step.HangsUp(4, 4)));
    PromptBook prompts =
        PromptBook.load(hotline.prompts(), PromptCatalogue.shipped(hotline.company()));
    try (Switchboard board = Switchboard.open(hotline, prompts, List.of(script))) {
      CallRecord call = board.call(script).play();
      call.problem().ifPresent(why -> Progress.tell("the emergency call: " + why));
      return call.followed();
    }
  }

  private Optional<String> onDuty() throws IOException {
    Path list = instance.home().resolve("asterisk/etc/on-duty.conf");
    Matcher first = FIRST.matcher(Files.exists(list) ? Files.readString(list) : "");
    return first.find() ? Optional.of(first.group(1)) : Optional.empty();
  }
}
