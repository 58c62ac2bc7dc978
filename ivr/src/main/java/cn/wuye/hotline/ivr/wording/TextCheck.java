package cn.wuye.hotline.ivr.wording;

import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import cn.wuye.hotline.ivr.wording.Finding.Code;
import cn.wuye.hotline.ivr.wording.SettingsCheck.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks what is said. */
final class TextCheck {
  /** Who phones is not kept waiting longer. */
  static final Duration LONGEST_GREETING = Duration.ofSeconds(12);

  /** A notice to the estate comes on top. */
  static final Duration LONGEST_WITH_LINE = Duration.ofSeconds(20);

  private static final int LONGEST_TEXT = 200;
  private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");

  private final DialogSettings settings;
  private final Known known;
  private final PromptCatalogue shipped;
  private final List<Finding> findings = new ArrayList<>();

  TextCheck(DialogSettings settings, String company, Known known) {
    this.settings = settings;
    this.known = known;
    this.shipped = PromptCatalogue.shipped(company);
    settings.prompts().forEach(this::prompt);
    settings.estateLines().forEach(this::line);
    menu("ask-problem-keys", Wording.menu(settings).keys());
    menu(
        "ask-category",
        Wording.menu(settings).keys().stream().filter(KeyMenu.Key::category).toList());
  }

  List<Finding> findings() {
    return findings;
  }

  private void prompt(String key, String text) {
    String field = "prompts." + key;
    if (!EditablePrompts.has(shipped, key)) {
      findings.add(Finding.of(field, Code.PROMPT_UNKNOWN, key));
      return;
    }
    if (!length(field, text)) {
      return;
    }
    Set<String> wanted = slots(shipped.text(key));
    if (!wanted.equals(slots(text))) {
      findings.add(Finding.of(field, Code.SLOTS_DIFFER, String.join("", wanted)));
    }
    if (key.equals("greeting")) {
      greeting(field, shipped.named(text));
    }
  }

  private void greeting(String field, String text) {
    Duration takes = SpokenLength.of(SLOT.matcher(text).replaceAll(""));
    if (takes.compareTo(LONGEST_GREETING) > 0) {
      findings.add(
          Finding.of(field, Code.GREETING_TOO_LONG, LONGEST_GREETING.toSeconds(), seconds(takes)));
    }
    if (!text.contains("录音")) {
      findings.add(Finding.of(field, Code.GREETING_NO_RECORDING));
    }
    if (!text.contains("0")) {
      findings.add(Finding.of(field, Code.GREETING_NO_PERSON));
    }
  }

  private void line(String estate, String line) {
    String field = "estateLines." + estate;
    if (!length(field, line)) {
      return;
    }
    if (!slots(line).isEmpty()) {
      findings.add(Finding.of(field, Code.SLOTS_DIFFER, ""));
    }
    if (!known.estates().contains(estate)) {
      findings.add(Finding.of(field, Code.ESTATE_UNKNOWN));
    }
    String greeting =
        shipped.named(settings.prompts().getOrDefault("greeting", shipped.text("greeting")));
    Duration takes = SpokenLength.of(SLOT.matcher(greeting + line).replaceAll(""));
    if (takes.compareTo(LONGEST_WITH_LINE) > 0) {
      findings.add(
          Finding.of(field, Code.GREETING_TOO_LONG, LONGEST_WITH_LINE.toSeconds(), seconds(takes)));
    }
  }

  /** Own words for the menu must read out the keys as they are. */
  private void menu(String key, List<KeyMenu.Key> keys) {
    String own = settings.prompts().get(key);
    if (own != null) {
      for (KeyMenu.Key each : keys) {
        if (!own.contains("按" + each.key())) {
          findings.add(Finding.of("prompts." + key, Code.KEY_NOT_SPOKEN, each.key(), each.label()));
        }
      }
    }
  }

  private boolean length(String field, String text) {
    if (text.isBlank()) {
      findings.add(Finding.of(field, Code.TEXT_EMPTY));
      return false;
    }
    int length = text.codePointCount(0, text.length());
    if (length > LONGEST_TEXT) {
      findings.add(Finding.of(field, Code.TEXT_TOO_LONG, LONGEST_TEXT, length));
      return false;
    }
    return true;
  }

  private static Set<String> slots(String text) {
    return SLOT.matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(slot -> !slot.equals("{company}"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long seconds(Duration length) {
    return (length.toMillis() + 999) / 1000;
  }
}
