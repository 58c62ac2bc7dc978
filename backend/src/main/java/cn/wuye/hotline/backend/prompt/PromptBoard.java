package cn.wuye.hotline.backend.prompt;

import cn.wuye.hotline.ivr.prompt.Fault;
import cn.wuye.hotline.ivr.prompt.RecordSheet;
import cn.wuye.hotline.ivr.prompt.VoiceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What of the catalogue is recorded in which set, and by whom the rest is said. */
public final class PromptBoard {
  private final RecordSheet sheet;
  private final Map<VoiceSet, Map<String, PromptRecording>> sets;

  public PromptBoard(RecordSheet sheet, List<PromptRecording> recordings) {
    this.sheet = sheet;
    this.sets =
        recordings.stream()
            .collect(
                Collectors.groupingBy(
                    PromptRecording::set,
                    TreeMap::new,
                    Collectors.toMap(PromptRecording::key, Function.identity())));
  }

  /** The sets that have recordings. */
  public List<VoiceSet> sets() {
    return List.copyOf(sets.keySet());
  }

  /** All prompts of a set; of an estate's set its greeting and what else it has. */
  public List<PromptLine> lines(VoiceSet set) {
    Map<String, PromptRecording> recorded = sets.getOrDefault(set, Map.of());
    List<PromptLine> lines = new ArrayList<>();
    RecordSheet own = sheet.in(set);
    for (RecordSheet.Line line : own.lines()) {
      boolean belongs = !set.isEstate() || own.greetings().contains(line);
      Optional<PromptRecording> recording = Optional.ofNullable(recorded.get(line.key()));
      if (belongs || recording.isPresent()) {
        lines.add(new PromptLine(line, state(set, line, recording), recording));
      }
    }
    return lines;
  }

  private PromptState state(
      VoiceSet set, RecordSheet.Line line, Optional<PromptRecording> recording) {
    if (recording.isPresent()) {
      return current(recording, line) ? PromptState.RECORDED : PromptState.TEXT_CHANGED;
    }
    Map<String, PromptRecording> byDefault = sets.getOrDefault(VoiceSet.DEFAULT, Map.of());
    boolean standsIn =
        !set.equals(VoiceSet.DEFAULT)
            && current(Optional.ofNullable(byDefault.get(line.key())), line);
    return standsIn ? PromptState.DEFAULT_SET : PromptState.SYNTHESISED;
  }

  private static boolean current(Optional<PromptRecording> recording, RecordSheet.Line line) {
    return recording
        .map(PromptRecording::words)
        .filter(words -> words.equals(line.words()) || words.equals(line.piece().text()))
        .isPresent();
  }

  /** One prompt of a set; empty when the catalogue has no such piece, or nothing to say in it. */
  public Optional<PromptLine> line(VoiceSet set, String key) {
    return sheet.in(set).lines().stream()
        .filter(line -> line.key().equals(key))
        .findFirst()
        .map(
            line -> {
              Optional<PromptRecording> own =
                  Optional.ofNullable(sets.getOrDefault(set, Map.of()).get(key));
              return new PromptLine(line, state(set, line, own), own);
            });
  }

  /**
   * What is wrong with a set: prompts that nobody has recorded, or not well, or not these words.
   */
  public List<Wrong> check(VoiceSet set) {
    List<Wrong> wrong = new ArrayList<>();
    for (PromptLine line : lines(set)) {
      if (line.recording().isEmpty()) {
        wrong.add(new Wrong(line, "missing"));
      } else if (line.state() == PromptState.TEXT_CHANGED) {
        wrong.add(new Wrong(line, "text-changed"));
      }
      for (Fault fault : line.recording().map(PromptRecording::faults).orElse(List.of())) {
        wrong.add(new Wrong(line, fault.code()));
      }
    }
    return wrong;
  }

  /**
   * Something wrong.
   *
   * @param what {@code missing}, {@code text-changed} or the code of a {@link Fault}
   */
  public record Wrong(PromptLine line, String what) {}
}
