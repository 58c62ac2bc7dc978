package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.Transcript;
import cn.wuye.hotline.backend.recording.Utterance;
import cn.wuye.hotline.backend.recording.Utterance.Side;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts talks with agents into words. */
@Component
public class TalkViews {
  private final Labels labels;

  TalkViews(Labels labels) {
    this.labels = labels;
  }

  /**
   * What one side said in one go, in words.
   *
   * @param style hotline or caller
   * @param at when, since the recording began, "0:12"
   * @param second the same in seconds, "12.3"
   */
  public record UtteranceView(String style, String who, String at, String second, String text) {}

  /**
   * What was said in a recording.
   *
   * @param texts of its call
   * @return empty where it is no talk, or has no text yet
   */
  public List<UtteranceView> of(Recording recording, List<Transcript> texts) {
    return said(recording, texts).stream().map(this::view).toList();
  }

  /**
   * What the caller said to agents, as one text.
   *
   * @param recordings of her call
   * @param texts of her call
   * @return empty for nothing
   */
  public String callerWords(List<Recording> recordings, List<Transcript> texts) {
    return recordings.stream()
        .flatMap(recording -> said(recording, texts).stream())
        .filter(said -> said.side() == Side.CALLER)
        .map(Utterance::text)
        .collect(Collectors.joining("，"));
  }

  /** By the engine that heard it last. */
  private static List<Utterance> said(Recording recording, List<Transcript> texts) {
    return texts.stream()
        .filter(text -> text.recordingId() == recording.id() && !text.utterances().isEmpty())
        .max(Comparator.comparing(Transcript::createdAt))
        .map(Transcript::utterances)
        .orElse(List.of());
  }

  private UtteranceView view(Utterance said) {
    boolean agent = said.side() == Side.AGENT;
    return new UtteranceView(
        agent ? "hotline" : "caller",
        labels.text(agent ? "talk.agent" : "turn.caller"),
        labels.length(Duration.ofMillis(said.fromMs())),
        String.format(Locale.ROOT, "%.1f", said.fromMs() / 1000.0),
        said.text());
  }
}
