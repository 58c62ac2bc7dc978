package cn.wuye.hotline.ivr.evaluation;

import cn.wuye.hotline.ivr.dialect.Dialect;
import cn.wuye.hotline.ivr.dialect.DialectPhrase;
import cn.wuye.hotline.ivr.dialect.Dialects;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.prompt.EspeakPrompts;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.Prompt.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Complaints and answers in Mandarin, said by the synthesiser: what there is to measure with where
 * nobody has recorded anything. What is understood of them with one change and without it says
 * whether the change does harm; how many they are says nothing about callers. Without a synthesiser
 * they are beeps, of which nothing is understood.
 */
public final class SpokenMandarin {
  /** Every so many of the complaints of the dialect's file. */
  private static final int EVERY = 7;

  private SpokenMandarin() {}

  /**
   * Has them said.
   *
   * @param folder where the recordings are put
   * @throws IOException when they cannot be written
   */
  public static List<SpokenClip> in(Path folder) throws IOException {
    EspeakPrompts voice = EspeakPrompts.in(folder, Optional.empty());
    Dialect mandarin =
        Dialects.shipped().all().stream()
            .filter(each -> each.code().equals("cmn"))
            .findFirst()
            .orElseThrow();
    List<SpokenClip> clips = new ArrayList<>();
    List<DialectPhrase> complaints = mandarin.complaints();
    for (int i = 0; i < complaints.size(); i += EVERY) {
      clips.add(
          clip(folder, voice, clips.size(), complaints.get(i).text(), complaints.get(i).meaning()));
    }
    Commands commands = Commands.shipped();
    for (String answer : commands.yesAndNo()) {
      Optional<Boolean> yes = commands.yesOrNo(answer);
      if (yes.isPresent() && answer.length() > 1) {
        clips.add(clip(folder, voice, clips.size(), answer, yes.get() ? "yes" : "no"));
      }
    }
    return List.copyOf(clips);
  }

  private static SpokenClip clip(
      Path folder, EspeakPrompts voice, int number, String words, String intent)
      throws IOException {
    Path file = folder.resolve("mandarin-" + number + ".wav");
    Files.write(file, voice.wav(new Prompt("", List.of(new Spoken(words)))));
    return new SpokenClip(number + 1, file, "cmn", words, intent, "clean");
  }
}
