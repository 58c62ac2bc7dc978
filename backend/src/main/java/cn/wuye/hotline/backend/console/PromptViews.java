package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.prompt.PromptBoard;
import cn.wuye.hotline.backend.prompt.PromptLine;
import cn.wuye.hotline.backend.prompt.PromptRecording;
import cn.wuye.hotline.backend.prompt.PromptState;
import cn.wuye.hotline.ivr.prompt.VoiceSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Prompts and voice sets in words. */
@Component
class PromptViews {
  /** The dialects that a set is most often recorded in; others are offered once they have one. */
  private static final List<String> DIALECTS =
      List.of("cmn", "cmn-sc", "yue", "wuu", "nan", "hak", "hsn", "gan");

  private final Choices choices;
  private final Labels labels;

  PromptViews(Choices choices, Labels labels) {
    this.choices = choices;
    this.labels = labels;
  }

  /**
   * A prompt in the list.
   *
   * @param standard the Mandarin words, where the text is a dialect's; else empty
   * @param tone of the badge
   * @param about length, who recorded it and when; empty when it is synthesised
   * @param version changes with the sound, for the browser
   * @param own whether there is a recording that can be removed
   */
  record Row(
      int number,
      String key,
      String text,
      String standard,
      String tone,
      String state,
      String about,
      String version,
      boolean own) {}

  /** The sets to choose from: dialects, estates, and whatever else has recordings. */
  List<Choice> sets(PromptBoard board, VoiceSet present) {
    Map<String, String> names = new LinkedHashMap<>();
    DIALECTS.forEach(code -> names.put(code, labels.name("dialect", code)));
    choices
        .estates(EstateScope.ALL)
        .forEach(
            estate ->
                names.put(
                    "estate-" + estate.value(), labels.text("prompts.set.estate", estate.text())));
    board.sets().forEach(set -> names.putIfAbsent(set.code(), labels.name("dialect", set.code())));
    names.putIfAbsent(present.code(), labels.name("dialect", present.code()));
    return names.entrySet().stream()
        .map(each -> new Choice(each.getKey(), each.getValue()))
        .toList();
  }

  List<Choice> states() {
    return choices.of("prompts.state", PromptState.class);
  }

  List<Row> rows(PromptBoard board, VoiceSet set, PromptFilter filter) {
    return board.lines(set).stream()
        .filter(line -> filter.state().isEmpty() || line.state().code().equals(filter.state()))
        .filter(
            line ->
                Stream.of(line.key(), line.text(), line.standard())
                    .anyMatch(text -> text.contains(filter.q())))
        .map(this::row)
        .toList();
  }

  private Row row(PromptLine line) {
    String tone =
        switch (line.state()) {
          case RECORDED -> "ok";
          case TEXT_CHANGED -> "warn";
          case DEFAULT_SET -> "info";
          case SYNTHESISED -> "plain";
        };
    return new Row(
        line.line().number(),
        line.key(),
        line.text(),
        line.standard(),
        tone,
        labels.name("prompts.state", line.state()),
        line.recording().map(this::about).orElse(""),
        line.recording().map(PromptRecording::sha256).orElse(line.state().code()),
        line.recording().isPresent());
  }

  private String about(PromptRecording recording) {
    return labels.text(
        recording.byAPerson() ? "prompts.about" : "prompts.about.machine",
        "%.1f".formatted(recording.length().toMillis() / 1000.0),
        recording.by(),
        labels.time(recording.at()),
        recording.source());
  }
}
