package cn.wuye.hotline.ivr.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.intent.EmergencyWords;
import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Transcriber;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import cn.wuye.hotline.ivr.speech.vosk.Clips.Clip;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Real Vosk with the Chinese test model on spoken sentences, where the shared folder is there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChineseModelIT {
  private static final Duration LONG = Duration.ofSeconds(60);
  private Optional<SpeechRecognizer> speech = Optional.empty();
  private List<Clip> clips = List.of();

  @BeforeAll
  void open() throws IOException {
    Optional<Path> model = Clips.chineseModel();
    if (model.isEmpty()) {
      System.out.println(
          "NOT RUN: the Chinese test model and its clips; HOTLINE_SHARED names no folder with them");
      return;
    }
    clips = Clips.read(Clips.shared().orElseThrow().resolve("speech")).all();
    speech = Optional.of(Vosk.open(VoskSettings.of(model)));
  }

  @AfterAll
  void close() {
    speech.ifPresent(SpeechRecognizer::close);
  }

  private static Recognized hear(SpeechRecognizer speech, Vocabulary vocabulary, byte[] pcm) {
    try (Recognition recognition = speech.begin(vocabulary, partial -> {}).orElseThrow()) {
      for (int at = 0; at < pcm.length; at += 320) {
        recognition.accept(Arrays.copyOfRange(pcm, at, Math.min(pcm.length, at + 320)));
      }
      return recognition.finish(LONG);
    }
  }

  @Test
  void freeRecognition() {
    speech.ifPresent(
        vosk -> {
          double cpu = Cpu.seconds();
          long right =
              clips.stream()
                  .filter(clip -> text(vosk, new Vocabulary.Free(), clip).equals(clip.text()))
                  .count();
          report("free", right, cpu);
          assertThat(right).isGreaterThanOrEqualTo(85);
        });
  }

  @Test
  void aChoiceAmongAllSentences() {
    speech.ifPresent(
        vosk -> {
          Vocabulary all = new Vocabulary.Phrases(clips.stream().map(Clip::text).toList());
          assertThat(vosk.unspellable(all)).isEmpty();
          double cpu = Cpu.seconds();
          long right = clips.stream().filter(c -> text(vosk, all, c).equals(c.text())).count();
          report("grammar of all", right, cpu);
          assertThat(right).isGreaterThanOrEqualTo(105);
        });
  }

  /** Half of the sentences are the grammar, the other half must be nothing. */
  @Test
  void halfOfTheSpeechIsOutOfGrammar() {
    speech.ifPresent(
        vosk -> {
          int right = 0;
          int wrong = 0;
          int falselyAccepted = 0;
          for (int half = 0; half < 2; half++) {
            List<String> phrases = new ArrayList<>();
            for (int i = half; i < clips.size(); i += 2) {
              phrases.add(clips.get(i).text());
            }
            for (Clip clip : clips) {
              String heard = text(vosk, new Vocabulary.Phrases(phrases), clip);
              boolean inside = phrases.contains(clip.text());
              right += inside && heard.equals(clip.text()) ? 1 : 0;
              wrong += inside && !heard.isEmpty() && !heard.equals(clip.text()) ? 1 : 0;
              // 三号楼 within 三号楼的电梯又坏了 was really said.
              boolean said = clip.text().contains(heard);
              falselyAccepted += !inside && !heard.isEmpty() && !said ? 1 : 0;
            }
          }
          System.out.printf(
              "half in grammar: %d of %d right, %d wrong, %d of %d others falsely accepted%n",
              right, clips.size(), wrong, falselyAccepted, clips.size());
          assertThat(right).isGreaterThanOrEqualTo(100);
          assertThat(wrong).isLessThanOrEqualTo(2);
          assertThat(falselyAccepted).isLessThanOrEqualTo(3);
        });
  }

  @Test
  void emergencyWordsAreSpottedWithinASecondAndRarelyElsewhere() throws Exception {
    if (speech.isEmpty()) {
      return;
    }
    EmergencyWords words = EmergencyWords.shipped();
    double cpu = Cpu.seconds();
    int found = 0;
    int alarms = 0;
    try (Spotter spotter = new Spotter(Clips.chineseModel().orElseThrow(), words)) {
      cpu = Cpu.seconds();
      for (Clip clip : clips) {
        Spotter.Spotted spotted = spotter.listen(clip.pcm());
        if (clip.emergency()) {
          System.out.println(clip.text() + ": " + spotted);
          assertThat(spotted.word()).as(clip.text()).isNotEmpty();
          assertThat(spotted.secondsAfterWord()).as(clip.text()).isLessThan(1);
          found++;
        } else if (!spotted.word().isEmpty()) {
          System.out.println("false alarm: " + clip.text() + " -> " + spotted);
          alarms++;
        }
      }
    }
    System.out.printf(
        "spotter: %d emergencies found, %d false alarms in %d other sentences%n",
        found, alarms, clips.size() - found);
    report("spotter", found, cpu);
    assertThat(alarms).isLessThanOrEqualTo(3);
  }

  @Test
  void aRecordingIsWrittenDown() throws Exception {
    if (speech.isEmpty()) {
      return;
    }
    byte[] lift = clips.get(0).pcm();
    byte[] recording = new byte[lift.length * 2 + 64_000];
    System.arraycopy(lift, 0, recording, 0, lift.length);
    System.arraycopy(lift, 0, recording, lift.length + 64_000, lift.length);
    Recognized heard = new Transcriber(speech.get()).transcribe(recording).orElseThrow();
    assertThat(heard.text()).isEqualTo("电梯坏了，电梯坏了");
  }

  /** Her husband talks into it, as loud as she: it is what one of them says, or nothing. */
  @Test
  void ofTwoWhoTalkAtOnceOneIsUnderstoodOrNone() {
    speech.ifPresent(
        vosk -> {
          Vocabulary all = new Vocabulary.Phrases(clips.stream().map(Clip::text).toList());
          List<String> others = new ArrayList<>();
          int understood = 0;
          for (int i = 0; i + 13 < clips.size(); i += 4) {
            Clip one = clips.get(i);
            Clip other = clips.get(i + 13);
            String heard = Clips.plain(hear(vosk, all, mixed(one.pcm(), other.pcm())).text());
            boolean either = one.text().contains(heard) || other.text().contains(heard);
            understood += either && !heard.isEmpty() ? 1 : 0;
            if (!either) {
              others.add(one.text() + " + " + other.text() + ": " + heard);
            }
          }
          System.out.printf(
              "two at once: one understood %d times, others %s%n", understood, others);
          assertThat(others).hasSizeLessThanOrEqualTo(2);
        });
  }

  private static byte[] mixed(byte[] one, byte[] other) {
    short[] a = Pcm.samples(one);
    short[] b = Pcm.samples(other);
    short[] both = Arrays.copyOf(a, Math.max(a.length, b.length));
    for (int i = 0; i < both.length; i++) {
      int sum = both[i] / 2 + (i < b.length ? b[i] / 2 : 0);
      both[i] = (short) sum;
    }
    return Pcm.bytes(both);
  }

  /** Somebody holds the telephone to a radio, or is put on hold: neither a no nor a complaint. */
  @Test
  void halfAMinuteOfMusicIsNothing() {
    speech.ifPresent(
        vosk -> {
          byte[] music = Chords.seconds(30);
          Vocabulary answers = new Vocabulary.Phrases(Commands.shipped().yesAndNo());
          Recognized answer = follow(vosk, answers, music);
          Recognized freely = follow(vosk, new Vocabulary.Free(), music);
          System.out.println("music: " + answer + ", " + freely);
          assertThat(answer).isEqualTo(Recognized.NOTHING);
          assertThat(freely).isEqualTo(Recognized.NOTHING);
        });
  }

  /** A second at a time: what is given much faster than it is decoded is left out. */
  private static Recognized follow(SpeechRecognizer speech, Vocabulary vocabulary, byte[] pcm) {
    int second = 2 * Pcm.RATE;
    try (Recognition recognition = speech.begin(vocabulary, partial -> {}).orElseThrow()) {
      for (int at = 0; at < pcm.length; at += second) {
        Duration before = speech.figures().sound();
        recognition.accept(Arrays.copyOfRange(pcm, at, Math.min(pcm.length, at + second)));
        await()
            .atMost(LONG)
            .pollInterval(Duration.ofMillis(5))
            .until(() -> speech.figures().sound().minus(before).toMillis() >= 500);
      }
      return recognition.finish(LONG);
    }
  }

  /** All addresses of a large estate beside all sentences. */
  @Test
  void twoThousandPhrasesAreAChoiceLikeAnyOther() {
    speech.ifPresent(
        vosk -> {
          List<String> phrases = new ArrayList<>(clips.stream().map(Clip::text).toList());
          IntStream.range(0, 2_000 - phrases.size())
              .mapToObj(
                  i -> (i / 100 + 1) + "号楼" + (i % 100 / 10 + 1) + "单元" + (101 + i % 10) + "室")
              .forEach(phrases::add);
          Vocabulary all = new Vocabulary.Phrases(phrases);
          List<Clip> some = IntStream.range(0, 25).mapToObj(i -> clips.get(i * 4)).toList();
          long right = some.stream().filter(c -> text(vosk, all, c).equals(c.text())).count();
          System.out.printf(
              "2,000 phrases (%d cannot be spelled): %d of %d right%n",
              vosk.unspellable(all).size(), right, some.size());
          assertThat(right).isGreaterThanOrEqualTo(22);
        });
  }

  private static String text(SpeechRecognizer speech, Vocabulary vocabulary, Clip clip) {
    return Clips.plain(hear(speech, vocabulary, clip.pcm()).text());
  }

  private void report(String what, long right, double cpuBefore) {
    double seconds = clips.stream().mapToDouble(Clip::seconds).sum();
    System.out.printf(
        "%s: %d of %d, %.3f processor seconds a second of speech%n",
        what, right, clips.size(), (Cpu.seconds() - cpuBefore) / seconds);
  }
}
