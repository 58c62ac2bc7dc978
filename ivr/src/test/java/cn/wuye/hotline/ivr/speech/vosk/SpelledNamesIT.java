package cn.wuye.hotline.ivr.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Names with characters that the Chinese test model does not know, with letters and with signs,
 * spoken by espeak-ng.
 */
class SpelledNamesIT {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final List<String> NAMES =
      List.of("珺悦府", "阳光花园", "翠湖家园", "A座", "B座", "D座", "12#", "Ⅱ期3栋", "さくら苑");

  @TempDir private Path folder;

  @Test
  void namesAreHeardAsTheyAreSaid() {
    Optional<Path> model = Clips.chineseModel();
    if (model.isEmpty()) {
      System.out.println("NOT RUN: the Chinese test model; HOTLINE_SHARED names no folder with it");
      return;
    }
    Espeaker espeak = new Espeaker(folder);
    try (SpeechRecognizer speech = Vosk.open(VoskSettings.of(model))) {
      Vocabulary all = new Vocabulary.Phrases(NAMES);

      assertThat(speech.unspellable(all)).containsExactly("さくら苑");
      assertThat(hear(speech, all, espeak.say("俊悦府"))).isEqualTo("珺悦府");
      assertThat(hear(speech, all, espeak.say("翠湖家园"))).isEqualTo("翠湖家园");
      assertThat(hear(speech, all, espeak.say("诶座"))).isEqualTo("A座");
      assertThat(hear(speech, all, espeak.say("必座"))).isEqualTo("B座");
      assertThat(hear(speech, all, espeak.say("十二号楼"))).isEqualTo("12#");
      assertThat(hear(speech, all, espeak.say("二期三栋"))).isEqualTo("Ⅱ期3栋");
      assertThat(hear(speech, all, espeak.say("我要报修"))).isEmpty();
    }
  }

  private static String hear(SpeechRecognizer speech, Vocabulary vocabulary, byte[] pcm) {
    try (Recognition recognition = speech.begin(vocabulary, partial -> {}).orElseThrow()) {
      recognition.accept(pcm);
      return recognition.finish(LONG).text();
    }
  }
}
