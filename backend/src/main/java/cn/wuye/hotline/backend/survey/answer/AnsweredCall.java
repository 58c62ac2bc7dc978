package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Told;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.SurveyAnswers;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCase;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One call in which a resident is asked: numbers what she says, and has it kept. All it needs was
 * read when it was found, so the database may go away in the middle of it.
 *
 * @param <S> one thing that she says, as it is kept
 */
public abstract class AnsweredCall<S> implements SurveyCall, SurveyAnswers {
  private final SurveyCase about;
  private final String call;
  private final UnaryOperator<Instant> allowed;
  private final Consumer<S> keeper;
  private final Clock clock;
  private int last;
  private boolean over;

  /**
   * @param call its id
   * @param last number of what was said in it before; 0 for nothing
   * @param allowed as {@link SurveyCall#allowed} gives it
   * @param keeper never throws
   */
  protected AnsweredCall(
      SurveyCase about,
      String call,
      int last,
      UnaryOperator<Instant> allowed,
      Consumer<S> keeper,
      Clock clock) {
    this.about = about;
    this.call = call;
    this.last = last;
    this.allowed = allowed;
    this.keeper = keeper;
    this.clock = clock;
  }

  /** What is kept when she says something that answers no question by its number. */
  protected abstract S said(Item item, Told told);

  /** Keeps it. Nothing else is said meanwhile: this is locked. */
  protected void keep(S said) {
    keeper.accept(said);
  }

  /** She says something. */
  protected final void say(Item item, String value) {
    tell(value, told -> said(item, told));
  }

  /** She says something that is a value. */
  protected final synchronized void tell(String value, Function<Told, S> said) {
    last++;
    keep(said.apply(Told.of(call, last, value, Utc.now(clock))));
  }

  /** She says something in her own words. */
  protected final synchronized void tell(Comment words, Function<Told, S> said) {
    last++;
    keep(
        said.apply(
            new Told(
                call,
                last,
                "",
                Text.fitted(words.text(), Told.MAX_WORDS),
                words.decoded(),
                words.from().toMillis(),
                words.to().toMillis(),
                Utc.now(clock))));
  }

  @Override
  public final SurveyCase about() {
    return about;
  }

  @Override
  public final SurveyAnswers answers() {
    return this;
  }

  @Override
  public final Instant allowed(Instant wanted) {
    return allowed.apply(wanted);
  }

  @Override
  public final synchronized void ended() {
    if (!over) {
      over = true;
      say(Item.ENDED, "");
    }
  }

  @Override
  public final void postponed(Optional<Instant> until) {
    say(Item.POSTPONED, until.map(Instant::toString).orElse(""));
  }

  @Override
  public final void declined() {
    say(Item.DECLINED, "");
  }

  @Override
  public final void stranger() {
    say(Item.STRANGER, "");
  }

  @Override
  public final void nobody() {
    say(Item.NOBODY, "");
  }

  @Override
  public final void personWanted() {
    say(Item.PERSON_WANTED, "");
  }

  @Override
  public final void talked(PhoneLine line) {
    say(Item.TALKED, Text.fitted(line.name(), Told.MAX_VALUE));
  }

  @Override
  public final void toldElse(OpenedTicket ticket) {
    say(Item.TOLD_ELSE, Text.fitted(ticket.number(), Told.MAX_VALUE));
  }
}
