package cn.wuye.hotline.ivr.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.audio.ALaw;
import cn.wuye.hotline.ivr.audio.WavFile;
import cn.wuye.hotline.ivr.learning.LearnedPhrase;
import cn.wuye.hotline.ivr.learning.LearnedSpeech;
import cn.wuye.hotline.ivr.learning.LearningReport;
import cn.wuye.hotline.ivr.learning.SpellingLearner;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Phrases of a menu in Vietnamese, of which the Chinese test model has never heard a word: three
 * samples of each are learned from, four others are heard. Machines speak, in other voices, pitch,
 * tempo and noise; it says nothing about residents.
 */
class LearnedSpellingsIT {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String DIALECT = "nan";
  private static final int LEARNED_FROM = 3;
  private static final int SPOKEN = 7;
  private static final List<String> MENU = List.of("漏水", "停电", "停水", "垃圾", "停车", "人工");

  @TempDir Path folder;

  @Test
  void menuPhrasesOfAnUnknownLanguageAreHeardAfterThreeSamples() throws Exception {
    Optional<Path> model = Clips.chineseModel();
    if (model.isEmpty()) {
      System.out.println("NOT RUN: learned spellings; HOTLINE_SHARED names no folder with a model");
      return;
    }
    speak();
    try (SpeechRecognizer vosk = Vosk.open(VoskSettings.of(model))) {
      List<LearnedPhrase> learned = learn(vosk);
      Count before = count(vosk, List.of(), MENU, LEARNED_FROM + 1);
      Count after = count(vosk, learned, MENU, SPOKEN);
      List<LearnedPhrase> some = learned.subList(0, MENU.size() / 2);
      List<String> others = MENU.subList(MENU.size() / 2, MENU.size());
      Count foreign = count(vosk, some, others, LEARNED_FROM + 2);
      System.out.printf(
          "learned spellings: %s, without them %s; what was not learned: %s%n",
          after, before, foreign);

      assertThat(before.right()).as("without learning").isZero();
      assertThat(after.right())
          .as("right of %s", after)
          .isGreaterThanOrEqualTo((after.all() * 80 + 99) / 100);
      assertThat(after.wrong()).as("wrong of %s", after).isLessThanOrEqualTo(after.all() * 3 / 100);
      assertThat(foreign.right() + foreign.wrong()).as("accepted of %s", foreign).isZero();
    }
  }

  private List<LearnedPhrase> learn(SpeechRecognizer vosk) throws IOException {
    SpellingLearner learner = new SpellingLearner(vosk, Vosk.samples(vosk).orElseThrow());
    List<LearnedPhrase> learned = new ArrayList<>();
    for (String phrase : MENU) {
      List<byte[]> samples = new ArrayList<>();
      for (int i = 0; i < LEARNED_FROM; i++) {
        samples.add(sound(phrase, i));
      }
      LearningReport report = learner.learn(DIALECT, phrase, learned, samples);
      System.out.println(report);
      assertThat(report.heldBack().samples()).isEqualTo(LEARNED_FROM);
      assertThat(report.learned().spellings()).isNotEmpty();
      learned.add(report.learned());
    }
    return learned;
  }

  /**
   * How samples were heard that nothing was learned from.
   *
   * @param others what was heard instead, or nothing
   */
  private record Count(int all, int right, int wrong, List<String> others) {}

  /** What a caller who speaks it is heard to say at the menu. */
  private Count count(
      SpeechRecognizer vosk, List<LearnedPhrase> learned, List<String> said, int spoken)
      throws IOException {
    int right = 0;
    int wrong = 0;
    List<String> others = new ArrayList<>();
    SpeechRecognizer hers =
        new LearnedSpeech(vosk, () -> learned, call -> DIALECT).forDialect(DIALECT);
    for (String phrase : said) {
      for (int i = LEARNED_FROM; i < spoken; i++) {
        String heard = hear(hers, sound(phrase, i));
        if (heard.equals(phrase)) {
          right++;
        } else {
          wrong += heard.isEmpty() ? 0 : 1;
          others.add(phrase + " " + i + " → " + heard);
        }
      }
    }
    return new Count(said.size() * (spoken - LEARNED_FROM), right, wrong, others);
  }

  private static String hear(SpeechRecognizer recognizer, byte[] pcm) {
    try (Recognition recognition =
        recognizer.begin(new Vocabulary.Phrases(MENU), partial -> {}).orElseThrow()) {
      recognition.accept(pcm);
      return recognition.finish(LONG).text();
    }
  }

  private byte[] sound(String phrase, int number) throws IOException {
    return ALaw.thereAndBack(WavFile.read(folder.resolve(phrase + "-" + number + ".wav")));
  }

  private void speak() throws Exception {
    Process process =
        new ProcessBuilder("bash", "../eval/speech/make-foreign.sh", folder.toString())
            .inheritIO()
            .redirectInput(new File("/dev/null"))
            .start();
    boolean made = process.waitFor(1, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(made).as("it is made in time").isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
