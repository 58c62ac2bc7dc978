package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.data.DataFile;
import cn.wuye.hotline.ivr.dialect.Dialects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be said in every turn (a person, please; again, please), and yes and no. From data,
 * thread-safe.
 */
public final class Commands {
  /** A sentence longer than this says more than a command. */
  private static final int SHORT = 9;

  /** So many characters besides the phrases are still no sentence: 吧, 恢复了. */
  private static final int BESIDES = 3;

  private static final double CERTAIN = 0.94;

  private final PhraseList person;
  private final PhraseList personInLong;
  private final PhraseList notPerson;
  private final PhraseList repeat;
  private final PhraseList yes;
  private final PhraseList no;
  private final PhraseList progress;
  private final PhraseList closing;
  private final PhraseList wrongPlace;
  private final PhraseList tellMe;
  private final PhraseList keepWaiting;
  private final PhraseList stopWaiting;
  private final PhraseList callBack;
  private final PhraseList toMachine;
  private final List<String> acknowledging;
  private final DialectWish dialects;

  private Commands(DataFile file) {
    person = new PhraseList(file.requiredTexts("person"));
    personInLong = new PhraseList(file.requiredTexts("person-in-long"));
    notPerson = new PhraseList(file.requiredTexts("not-person"));
    repeat = new PhraseList(file.requiredTexts("repeat"));
    yes = new PhraseList(file.requiredTexts("agreement"));
    no = new PhraseList(file.requiredTexts("refusal"));
    progress = new PhraseList(file.requiredTexts("progress"));
    closing = new PhraseList(file.requiredTexts("closing"));
    tellMe = new PhraseList(file.requiredTexts("tell-me"));
    wrongPlace = new PhraseList(file.requiredTexts("wrong-place"));
    keepWaiting = new PhraseList(file.requiredTexts("keep-waiting"));
    stopWaiting = new PhraseList(file.requiredTexts("stop-waiting"));
    callBack = new PhraseList(file.requiredTexts("call-back"));
    toMachine = new PhraseList(file.requiredTexts("to-machine"));
    dialects = new DialectWish(Dialects.shipped(), file.requiredTexts("besides-dialect"));
    // The longest first: 给我打电话 before what is a part of it. Single characters are in anything.
    acknowledging =
        Stream.of(tellMe, closing, yes, no)
            .flatMap(list -> list.texts().stream())
            .filter(text -> text.length() > 1)
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  /** The commands that are shipped with the hotline. */
  public static Commands shipped() {
    return new Commands(DataFile.resource("/intent/commands.yml"));
  }

  /** The commands as phrases for the grammar of a choice. */
  public List<String> phrases() {
    List<String> phrases = new ArrayList<>(List.of("人工", "转人工", "找人工", "人工客服", "人工服务"));
    phrases.addAll(List.of("再说一遍", "没听清", "听不清楚"));
    return phrases;
  }

  /** The names by which callers ask for dialects, as phrases for a grammar. */
  public List<String> dialectNames() {
    return Dialects.shipped().all().stream().flatMap(each -> each.called().stream()).toList();
  }

  /** Yes and no as phrases for a grammar. */
  public List<String> yesAndNo() {
    List<String> phrases = new ArrayList<>(yes.texts());
    phrases.addAll(no.texts());
    return phrases;
  }

  /** Whether a person is asked for. */
  public boolean wantsPerson(String text) {
    Utterance utterance = Utterance.of(text);
    if (utterance.length() > 0
        && person.atStartOf(utterance) == utterance.length()
        && person.in(utterance) >= CERTAIN) {
      // Where the wish is all that is said, no other word that sounds like it was meant.
      return true;
    }
    PhraseList wanted = utterance.length() <= SHORT ? person : personInLong;
    return wanted.in(utterance) >= CERTAIN && notPerson.in(utterance) < CERTAIN;
  }

  /** Whether the last words are to be said again. */
  public boolean wantsRepeat(String text) {
    Utterance utterance = Utterance.of(text);
    return utterance.length() <= SHORT + 3 && repeat.in(utterance) >= CERTAIN;
  }

  /**
   * The dialect that she wants to speak, where that is all she says: "讲广东话", "我不会说普通话，我讲四川话". A
   * complaint that names one ("保安听不懂上海话") is none.
   *
   * @return its code
   */
  public Optional<String> wantsDialect(String text) {
    return dialects.in(Utterance.of(text).written());
  }

  /** Whether the caller asks what became of an earlier complaint. */
  public boolean asksProgress(String text) {
    return progress.in(Utterance.of(text)) >= CERTAIN;
  }

  /** Whether an answer says only that there is nothing to add, or that the next may come. */
  public boolean closing(String text) {
    Utterance utterance = Utterance.of(text);
    return utterance.length() > 0
        && utterance.length() <= SHORT
        && (closing.in(utterance) >= CERTAIN
            || yes.atStartOf(utterance) == utterance.length()
            || no.atStartOf(utterance) == utterance.length());
  }

  /** Whether an answer to "shall we tell you when it is over" says yes, or asks for it. */
  public boolean wantsToBeTold(String text) {
    Utterance utterance = Utterance.of(text);
    return utterance.length() > 0
        && utterance.length() <= SHORT + 3
        && (tellMe.in(utterance) >= CERTAIN || yes.atStartOf(utterance) == utterance.length());
  }

  /**
   * Whether an answer tells something besides that she knows, or wants to be told: "知道了，谢谢" does
   * not, "知道了，可是家里有小孩" does, and must not be taken for a good-bye.
   */
  public boolean saysMore(String text) {
    String rest = Utterance.of(text).written();
    for (String phrase : acknowledging) {
      rest = rest.replace(phrase, "");
    }
    return rest.length() > BESIDES;
  }

  /** Whether somebody who waits for a person wants to go on waiting. */
  public boolean keepsWaiting(String text) {
    Utterance utterance = Utterance.of(text);
    return keepWaiting.in(utterance) >= CERTAIN && stopWaiting.in(utterance) < CERTAIN;
  }

  /** Whether somebody who waits for a person wants to be called back instead. */
  public boolean wantsCallBack(String text) {
    return callBack.in(Utterance.of(text)) >= CERTAIN;
  }

  /** Whether somebody who waits for a person wants to tell the machine instead. */
  public boolean tellsMachine(String text) {
    return toMachine.in(Utterance.of(text)) >= CERTAIN;
  }

  /** Whether it begins by saying that the place just named is not the caller's. */
  public boolean deniesPlace(String text) {
    return wrongPlace.atStartOf(Utterance.of(text)) > 0;
  }

  /** Yes, no, or neither. What comes after the first word does not matter ("不对，是五号楼"). */
  public Optional<Boolean> yesOrNo(String text) {
    Utterance utterance = Utterance.of(text);
    int agrees = yes.atStartOf(utterance);
    int refuses = no.atStartOf(utterance);
    return agrees == refuses ? Optional.empty() : Optional.of(agrees > refuses);
  }

  /**
   * What is left of an answer after its refusals: "不是不是，按错了" leaves nothing, "不是，是灯坏了" leaves
   * "是灯坏了".
   *
   * @return empty when it does not begin with a refusal
   */
  public Optional<String> afterRefusal(String text) {
    Utterance rest = Utterance.of(text);
    boolean refused = false;
    int taken = no.atStartOf(rest);
    while (taken > 0) {
      refused = true;
      rest = Utterance.of(rest.written(taken, rest.length()));
      taken = no.atStartOf(rest);
    }
    return refused ? Optional.of(rest.written()) : Optional.empty();
  }
}
