package cn.wuye.hotline.ivr.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.audio.SyntheticVoice;
import cn.wuye.hotline.ivr.prompt.Prompt.Fixed;
import cn.wuye.hotline.ivr.prompt.Prompt.Spoken;
import cn.wuye.hotline.ivr.prompt.RecordedPrompts.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of several voices: which is heard, and what happens when they change. */
class VoiceSetsTest {
  private static final Fixed GREETING = new Fixed("greeting", "您好");
  private static final Fixed GOODBYE = new Fixed("goodbye", "再见");
  private static final VoiceSet YUE = new VoiceSet("yue");
  private static final VoiceSet ESTATE = new VoiceSet("estate-3");

  @TempDir Path folder;
  private final ToneVoice voice = new ToneVoice();

  private static byte[] sound(int samples) {
    float[] flat = new float[samples];
    java.util.Arrays.fill(flat, 0.25f);
    return WavSound.write(new Sound(flat, 8000).pcm());
  }

  /** Each recording has a length of its own, by which it is known. */
  private void recorded(Map<VoiceSet, Map<String, Entry>> sets) throws Exception {
    RecordedPrompts.store(
        folder, sets, (set, key) -> Optional.of(sound(samplesOf(set, key, sets))));
  }

  private static int samplesOf(VoiceSet set, String key, Map<VoiceSet, Map<String, Entry>> sets) {
    Entry entry = sets.getOrDefault(set, Map.of()).get(key);
    return entry == null ? 0 : Integer.parseInt(entry.sha256());
  }

  private static Entry entry(String text, int samples) {
    return new Entry(text, String.valueOf(samples));
  }

  private static int heard(PromptAudio audio, Prompt.Piece piece) {
    return audio.pcm(new Prompt("", List.of(piece))).length / 2;
  }

  @Test
  void theEstatesGreetingComesBeforeTheDialectAndThatBeforeTheDefault() throws Exception {
    recorded(
        Map.of(
            VoiceSet.DEFAULT,
            Map.of("greeting", entry("您好", 100), "goodbye", entry("再见", 110)),
            YUE,
            Map.of("greeting", entry("您好", 200), "goodbye", entry("再见", 210)),
            ESTATE,
            Map.of("greeting", entry("您好", 300))));
    EspeakPrompts prompts = new EspeakPrompts(folder, Optional.empty(), voice);
    PromptAudio caller = prompts.by(List.of(ESTATE, YUE));

    assertThat(heard(caller, GREETING)).isEqualTo(300);
    assertThat(heard(caller, GOODBYE)).isEqualTo(210);
    assertThat(heard(prompts.by(List.of(ESTATE)), GOODBYE)).isEqualTo(110);
    assertThat(heard(prompts, GREETING)).isEqualTo(100);
    assertThat(caller.files(new Prompt("", List.of(GREETING, GOODBYE))))
        .containsExactly(
            folder.resolve("estate-3/greeting.wav"), folder.resolve("yue/goodbye.wav"));
    assertThat(voice.said).isEmpty();
    assertThat(heard(caller, new Spoken("阳光花园"))).isPositive();
    assertThat(voice.said).containsExactly("阳光花园");
  }

  @Test
  void somebodysOwnWordsFollowTheirAnnouncementInTheCallersVoiceAndHaveNoFile() throws Exception {
    recorded(
        Map.of(
            VoiceSet.DEFAULT,
            Map.of("greeting", entry("您好", 100)),
            YUE,
            Map.of("greeting", entry("您好", 200))));
    EspeakPrompts prompts = new EspeakPrompts(folder, Optional.empty(), voice);
    byte[] own = SyntheticVoice.tone(700, 500);
    Prompt.Quote quote = new Prompt.Quote(GREETING, own);

    for (PromptAudio audio : List.of(prompts, prompts.by(List.of(YUE)))) {
      byte[] pcm = audio.pcm(new Prompt("", List.of(quote)));
      assertThat(Arrays.copyOfRange(pcm, pcm.length - own.length, pcm.length)).isEqualTo(own);
      assertThat(audio.files(new Prompt("", List.of(quote)))).isEmpty();
    }
    Prompt both = new Prompt("", List.of(quote, GREETING));
    assertThat(both.text()).isEqualTo("您好（原话录音）您好");
    assertThat(both.inFiles().pieces()).containsExactly(GREETING);
    assertThat(heard(prompts, quote)).isEqualTo(100 + own.length / 2);
    assertThat(heard(prompts.by(List.of(YUE)), quote)).isEqualTo(200 + own.length / 2);
  }

  @Test
  void whatIsRecordedOnTheSpotIsHeardAsItIsAndSynthesisedWhereOnlyFilesAre() {
    EspeakPrompts prompts = new EspeakPrompts(folder, Optional.empty(), voice);
    byte[] own = SyntheticVoice.tone(700, 500);
    Prompt storm = new Prompt("", List.of(new Prompt.Recording("三号楼停电", own)));

    for (PromptAudio audio : List.of(prompts, prompts.by(List.of(YUE)))) {
      assertThat(audio.pcm(storm)).isEqualTo(own);
      assertThat(audio.files(storm))
          .isEqualTo(audio.files(new Prompt("", List.of(new Prompt.Spoken("三号楼停电")))));
    }
    assertThat(storm.text()).isEqualTo("三号楼停电");
    assertThat(voice.said).containsExactly("三号楼停电");
  }

  @Test
  void aRecordingOfOtherWordsIsNotPlayed() throws Exception {
    recorded(
        Map.of(
            VoiceSet.DEFAULT,
            Map.of("greeting", entry("您好吗", 100)),
            YUE,
            Map.of("greeting", entry("您好吗", 200))));
    EspeakPrompts prompts = new EspeakPrompts(folder, Optional.empty(), voice);

    assertThat(heard(prompts.by(List.of(YUE)), GREETING)).isGreaterThan(1000);
    assertThat(voice.said).containsExactly("您好");
  }

  @Test
  void aPieceWithEditedWordsIsRecordedByItsOldName() throws Exception {
    recorded(Map.of(YUE, Map.of("greeting", entry("您好呀", 200))));
    EspeakPrompts prompts = new EspeakPrompts(folder, Optional.empty(), voice);

    assertThat(heard(prompts.by(List.of(YUE)), new Fixed("greeting-x0123abcd", "您好呀")))
        .isEqualTo(200);
  }

  @Test
  void whatIsReplacedOrRemovedIsHeardSoFromTheNextPromptOn() throws Exception {
    EspeakPrompts prompts = new EspeakPrompts(folder, Optional.empty(), voice);
    int synthesised = heard(prompts, GREETING);

    recorded(Map.of(VoiceSet.DEFAULT, Map.of("greeting", entry("您好", 100))));
    prompts.reload();
    prompts.prepare(List.of(GREETING));
    assertThat(heard(prompts, GREETING)).isEqualTo(100);
    assertThat(WavSound.read(Files.readAllBytes(folder.resolve("greeting.wav"))).samples())
        .as("what Asterisk plays alone")
        .hasSize(100);

    recorded(Map.of(VoiceSet.DEFAULT, Map.of("greeting", entry("您好", 120))));
    prompts.reload();
    assertThat(heard(prompts, GREETING)).isEqualTo(120);

    recorded(Map.of());
    prompts.reload();
    prompts.prepare(List.of(GREETING));
    assertThat(heard(prompts, GREETING)).isEqualTo(synthesised);
    assertThat(folder.resolve("cmn/greeting.wav")).doesNotExist();
  }

  @Test
  void onlyWhatHasChangedIsFetched() throws Exception {
    Map<VoiceSet, Map<String, Entry>> sets =
        Map.of(YUE, Map.of("greeting", entry("您好", 200), "goodbye", entry("再见", 210)));
    recorded(sets);

    RecordedPrompts.store(
        folder,
        Map.of(YUE, Map.of("greeting", entry("您好", 200), "goodbye", entry("再见", 220))),
        (set, key) -> {
          assertThat(key).isEqualTo("goodbye");
          return Optional.of(sound(220));
        });

    assertThat(RecordedPrompts.read(folder).find(YUE, GOODBYE)).isPresent();
  }

  @Test
  void aBrokenManifestIsAnEmptySet() throws Exception {
    Files.createDirectories(folder.resolve("yue"));
    Files.writeString(folder.resolve("yue/manifest.json"), "{half");

    assertThat(RecordedPrompts.read(folder).sets()).isEmpty();
    assertThat(VoiceSet.find("../yue")).isEmpty();
    assertThat(VoiceSet.find("estate-0")).isEmpty();
    assertThat(VoiceSet.find("spoken")).isEmpty();
  }
}
