package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.learning.LearnedPhrase;
import cn.wuye.hotline.ivr.wording.Wording;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;

/**
 * Where learned spellings are kept: a part of the wording, so that each change is a version that
 * goes live at once and can be taken back like any other. For administrators of the whole company.
 */
public class LearnedDesk {
  private final WordingDesk desk;
  private final Commands commands = Commands.shipped();

  LearnedDesk(WordingDesk desk) {
    this.desk = desk;
  }

  /**
   * What counts now.
   *
   * @param version of the wording that is live
   */
  public record Live(long version, List<LearnedPhrase> phrases) {
    public Live {
      phrases = List.copyOf(phrases);
    }
  }

  /**
   * What counts now.
   *
   * @throws AccessDeniedException for others than administrators of the whole company
   */
  public Live live(SignedInUser by) {
    if (!by.administersAll()) {
      throw new AccessDeniedException("sees no learned spellings");
    }
    long live = desk.work().live();
    return new Live(live, desk.settings(live).learned());
  }

  /** Whether the hotline would know what the phrase is about: else hearing it is of no use. */
  public boolean means(String phrase) {
    Wording wording = desk.wording(desk.work().live());
    return wording.intents().read(phrase).isPresent()
        || wording.emergencies().spotted(phrase).isPresent()
        || commands.yesAndNo().contains(phrase)
        || commands.phrases().contains(phrase);
  }

  /**
   * Adds a phrase, or replaces its spellings, from the next call on.
   *
   * @return stale while there is a draft, or when somebody else was faster
   */
  public Outcome keep(LearnedPhrase phrase, SignedInUser by) {
    return change(phrase.among(live(by).phrases()), "学习：" + name(phrase), by);
  }

  /**
   * Takes the spellings of a phrase out, from the next call on.
   *
   * @throws IllegalArgumentException when there are none
   */
  public Outcome takeBack(String dialect, String phrase, SignedInUser by) {
    List<LearnedPhrase> before = live(by).phrases();
    List<LearnedPhrase> left = before.stream().filter(each -> !each.of(dialect, phrase)).toList();
    if (left.size() == before.size()) {
      throw new IllegalArgumentException("nothing learned of " + phrase + " in " + dialect);
    }
    return change(left, "撤回学习：" + dialect + " " + phrase, by);
  }

  private Outcome change(List<LearnedPhrase> learned, String note, SignedInUser by) {
    return desk.changeAtOnce(settings -> settings.withLearned(learned), note, by);
  }

  private static String name(LearnedPhrase phrase) {
    return phrase.dialect() + " " + phrase.phrase() + " → " + String.join("、", phrase.spellings());
  }
}
