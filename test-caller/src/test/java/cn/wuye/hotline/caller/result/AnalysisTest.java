package cn.wuye.hotline.caller.result;

import static cn.wuye.hotline.caller.sound.Sounds.join;
import static cn.wuye.hotline.caller.sound.Sounds.overTelephone;
import static cn.wuye.hotline.caller.sound.Sounds.sentence;
import static cn.wuye.hotline.caller.sound.Sounds.silence;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.caller.call.Act;
import cn.wuye.hotline.caller.call.CallRecord;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.sound.PromptBook;
import cn.wuye.hotline.caller.sound.Track;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AnalysisTest {
  private final short[] greeting = sentence(1, 3000);
  private final short[] confirm = sentence(2, 2000);
  private final PromptBook prompts =
      PromptBook.of(Map.of("greeting", greeting, "confirm-1", confirm));

  private Analysis call(short[] heard, Act... acts) {
    Script script =
        new Script(
            Path.of("x.yml"),
            Optional.empty(),
            Script.DEFAULT_VOICE,
            OptionalDouble.empty(),
            Map.of(),
            List.of());
    return new Analysis(
        new CallRecord(
            script,
            "id",
            Instant.EPOCH,
            Track.of(overTelephone(heard)),
            List.of(acts),
            Map.of(),
            Optional.empty()),
        prompts);
  }

  private static Act act(Act.Kind kind, int start, int end, boolean bargeIn) {
    return new Act(kind, "话", start, end, bargeIn, new short[0]);
  }

  @Test
  void measuresFromTheEndOfWordsToTheFirstSound() {
    Analysis analysis =
        call(
            join(silence(100), greeting, silence(3000), confirm, silence(500)),
            act(Act.Kind.WORDS, 3500, 4800, false));
    assertThat(analysis.timings().answerGapMs())
        .singleElement()
        .satisfies(gap -> assertThat(gap).isCloseTo(1300, Offset.offset(40)));
    assertThat(analysis.timings().bargeInMs()).isEmpty();
  }

  @Test
  void measuresFromBargeInToSilence() {
    Analysis analysis =
        call(
            join(silence(100), Arrays.copyOf(greeting, 1700 * 8), silence(2000), confirm),
            act(Act.Kind.WORDS, 1500, 2500, true));
    assertThat(analysis.timings().bargeInMs())
        .singleElement()
        .satisfies(ms -> assertThat(ms).isCloseTo(300, Offset.offset(60)));
  }

  @Test
  void seesACutThoughTheNextPromptFollowsAtOnce() {
    Analysis analysis =
        call(
            join(silence(100), Arrays.copyOf(greeting, 1500 * 8), confirm, silence(500)),
            act(Act.Kind.KEYS, 1500, 1600, true));
    assertThat(analysis.timings().bargeInMs())
        .singleElement()
        .satisfies(ms -> assertThat(ms).isBetween(40, 180));
  }

  @Test
  void namesThePromptsInOrder() {
    Analysis analysis =
        call(
            join(silence(100), greeting, silence(900), confirm, silence(500)),
            act(Act.Kind.HUNG_UP, 6200, 6200, false));
    assertThat(analysis.turns())
        .extracting(turn -> turn.who() + " " + turn.kind() + " " + turn.key())
        .containsExactly("hotline said greeting", "hotline said confirm", "caller hung-up ");
  }

  @Test
  void printsTheJsonOfTheIssue() {
    Analysis analysis = call(silence(500), act(Act.Kind.KEYS, 10, 20, false));
    assertThat(new CallResult(analysis.turns(), analysis.timings(), null, true).json())
        .isEqualTo(
            "{\"turns\":[{\"who\":\"caller\",\"kind\":\"keys\",\"text\":\"话\",\"key\":\"\","
                + "\"startMs\":10,\"endMs\":20}],\"timings\":{\"answerGapMs\":[],\"bargeInMs\":[]},"
                + "\"ticket\":null,\"followed\":true}");
  }
}
