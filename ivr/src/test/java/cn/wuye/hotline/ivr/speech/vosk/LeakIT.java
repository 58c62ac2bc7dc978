package cn.wuye.hotline.ivr.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import cn.wuye.hotline.ivr.speech.vosk.Clips.Clip;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Five hundred recognitions leave nothing behind. */
class LeakIT {
  private static final int ROUND = 100;

  @Test
  void fiveHundredRecognitionsLeaveNothingBehind() throws Exception {
    Optional<Path> model = Clips.chineseModel();
    if (model.isEmpty()) {
      System.out.println(
          "NOT RUN: 500 recognitions; the shared folder with the Chinese test model is missing");
      return;
    }
    List<Clip> clips = Clips.read(Clips.shared().orElseThrow().resolve("speech")).all();
    try (SpeechRecognizer speech = Vosk.open(VoskSettings.of(model))) {
      round(speech, clips);
      int recognisers = speech.status().created();
      long files = Cpu.openFiles();
      int threads = Cpu.threads();
      long memory = Cpu.memory();
      long heap = Cpu.heap();
      for (int i = 0; i < 5; i++) {
        round(speech, clips);
      }
      System.out.printf(
          "500 recognitions: recognisers %d -> %d, files %d -> %d, threads %d -> %d, memory %d -> %d MB,"
              + " heap %d -> %d MB%n",
          recognisers,
          speech.status().created(),
          files,
          Cpu.openFiles(),
          threads,
          Cpu.threads(),
          memory,
          Cpu.memory(),
          heap,
          Cpu.heap());
      assertThat(speech.status().created()).isLessThanOrEqualTo(recognisers);
      assertThat(Cpu.openFiles()).isLessThanOrEqualTo(files + 3);
      assertThat(Cpu.threads()).isLessThanOrEqualTo(threads + 3);
      assertThat(Cpu.memory()).isLessThan(memory + 60);
      assertThat(Cpu.heap()).isLessThan(heap + 10);
    }
  }

  /**
   * A hundred calls, five at a time: heard to the end, given up in time, or hung up in mid-word.
   */
  private static void round(SpeechRecognizer speech, List<Clip> clips) {
    for (int at = 0; at < ROUND; at += 5) {
      List<Recognition> calls = new ArrayList<>();
      for (int i = at; i < at + 5; i++) {
        Vocabulary vocabulary =
            i % 5 == 0 ? new Vocabulary.Free() : new Vocabulary.Phrases(List.of("电梯坏了", "漏水"));
        Recognition call = speech.begin(vocabulary, partial -> {}).orElseThrow();
        call.accept(clips.get(i).pcm());
        calls.add(call);
      }
      for (int i = 0; i < calls.size(); i++) {
        if (i != 1) {
          calls.get(i).finish(i == 2 ? Duration.ZERO : Duration.ofSeconds(60));
        }
        calls.get(i).close();
      }
      await().pollInterval(Duration.ofMillis(5)).until(() -> speech.status().open() == 0);
    }
  }
}
