package cn.wuye.hotline.ivr.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.evaluation.SpeechEvaluation;
import cn.wuye.hotline.ivr.evaluation.SpeechReport;
import cn.wuye.hotline.ivr.evaluation.SpeechSet;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.wording.Wording;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code ./hotline speech-eval} says of the synthetic set with the Chinese test model, against
 * the targets of the product. Machines speak in it: it guards what was reached, and says nothing
 * about callers.
 */
class SyntheticSpeechIT {
  @TempDir Path set;

  @Test
  void answersAndComplaintsReachTheirTargetsAndOtherSpeechIsSeldomTakenForOne() throws Exception {
    Optional<Path> model = Clips.chineseModel();
    if (model.isEmpty()) {
      System.out.println(
          "NOT RUN: the synthetic set of speech-eval; HOTLINE_SHARED names no folder with a model");
      return;
    }
    make(Clips.shared().orElseThrow().resolve("speech"));
    IntentReader reader = Wording.shippedReader();
    SpeechReport report;
    try (SpeechRecognizer vosk = Vosk.open(VoskSettings.of(model))) {
      report = SpeechEvaluation.of(vosk, reader, new SpeechSet(reader.topics()).read(set));
    }
    System.out.println("synthetic speech: answers " + report.menu() + ", all " + report.all());
    assertThat(report.menu().accuracy()).as("answers").isGreaterThanOrEqualTo(0.9);
    assertThat(report.all().accuracy()).as("all").isGreaterThanOrEqualTo(0.9);
    assertThat(report.all().wrongShare()).as("wrong").isLessThanOrEqualTo(0.02);
    assertThat(report.menu().falseAcceptShare())
        .as("%s", report.mistakes())
        .isLessThanOrEqualTo(0.05);
    assertThat(report.all().falseAcceptShare()).isLessThanOrEqualTo(0.1);
  }

  private void make(Path speech) throws Exception {
    Process process =
        new ProcessBuilder(
                "bash", "../eval/speech/make-synthetic.sh", speech.toString(), set.toString())
            .inheritIO()
            .redirectInput(new File("/dev/null"))
            .start();
    boolean made = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(made).as("it is made in time").isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
