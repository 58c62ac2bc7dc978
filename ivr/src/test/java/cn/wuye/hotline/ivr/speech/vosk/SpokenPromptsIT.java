package cn.wuye.hotline.ivr.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.prompt.EspeakPrompts;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.Prompt.Fixed;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The prompts that are shipped, really synthesised; where there is a model of Chinese, listened to
 * as well.
 */
class SpokenPromptsIT {
  @TempDir Path folder;

  @Test
  void everyPromptIsSpokenInAFewSeconds() {
    EspeakPrompts prompts = EspeakPrompts.in(folder, Optional.empty());
    List<Fixed> all = PromptCatalogue.shipped("阳光物业").fixed();
    long start = System.nanoTime();
    assertThat(prompts.prepare(all)).as("prompts that espeak-ng could not say").isZero();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%d prompts made in %.1f s%n", all.size(), seconds);
    for (Fixed piece : all) {
      double length = prompts.pcm(new Prompt("", List.of(piece))).length / 16000.0;
      assertThat(length).as(piece.key()).isBetween(0.1, 25.0);
    }
    Optional<Path> model = Clips.chineseModel();
    if (model.isPresent()) {
      listen(prompts, all, model.get());
    } else {
      System.out.println(
          "NOT RUN: no model of Chinese in the shared folder, so nobody listened to the prompts");
    }
  }

  private static void listen(EspeakPrompts prompts, List<Fixed> all, Path model) {
    int right = 0;
    int characters = 0;
    try (SpeechRecognizer speech = Vosk.open(VoskSettings.of(Optional.of(model)))) {
      for (Fixed piece : all) {
        String words = piece.text().replaceAll("[^\\u4e00-\\u9fa5]", "");
        if (words.length() < 4) {
          continue;
        }
        String heard = hear(speech, prompts.pcm(new Prompt("", List.of(piece))));
        int common = commonCharacters(words, heard);
        if (common < words.length() * 0.6) {
          System.out.println("hard to understand: " + piece.text() + " -> " + heard);
        }
        right += common;
        characters += words.length();
      }
    }
    double share = (double) right / characters;
    System.out.printf("of the prompts' characters %.0f %% were understood%n", 100 * share);
    assertThat(share).isGreaterThan(0.6);
  }

  private static String hear(SpeechRecognizer speech, byte[] pcm) {
    try (Recognition recognition =
        speech.begin(new Vocabulary.Recording(), partial -> {}).orElseThrow()) {
      recognition.accept(pcm);
      Recognized heard = recognition.finish(Duration.ofSeconds(60));
      assertThat(heard.inTime()).isTrue();
      return heard.text();
    }
  }

  /** Length of the longest common subsequence. */
  private static int commonCharacters(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (char c : one.toCharArray()) {
      int diagonal = 0;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        row[j] = c == other.charAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
