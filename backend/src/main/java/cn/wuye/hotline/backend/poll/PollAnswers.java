package cn.wuye.hotline.backend.poll;

import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Upshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that one resident has said.
 *
 * @param all in the order in which it was said
 */
public record PollAnswers(List<PollSaid> all) {
  public PollAnswers {
    all = List.copyOf(all);
  }

  /** Whether she has answered at least one question. */
  public boolean answered() {
    return all.stream()
        .filter(each -> each.question() > 0)
        .anyMatch(each -> each.item() == Item.ANSWER || each.item() == Item.WORDS);
  }

  /** Whether she wants no surveys. */
  public boolean declined() {
    return said(Item.DECLINED);
  }

  /** Whether she wanted to talk with a person in a call. */
  public boolean personWanted(String source) {
    return here(source).said(Item.PERSON_WANTED);
  }

  /**
   * How a call ended by what was said in it.
   *
   * @return empty when nothing was
   */
  public Optional<CallOutcome> outcome(String source) {
    PollAnswers here = here(source);
    return Upshot.of(here.answered(), here::said);
  }

  /** Whether all is known that was said in a call. */
  public boolean ended(String source) {
    return here(source).said(Item.ENDED);
  }

  /** When she asked in a call to be phoned; the last time she named counts. */
  public Optional<Instant> askedFor(String source) {
    return here(source).all.stream()
        .filter(said -> said.item() == Item.POSTPONED)
        .map(said -> said.told().value())
        .reduce((first, last) -> last)
        .filter(value -> !value.isEmpty())
        .map(Instant::parse);
  }

  private boolean said(Item item) {
    return all.stream().anyMatch(each -> each.item() == item);
  }

  private PollAnswers here(String source) {
    return new PollAnswers(
        all.stream().filter(each -> each.told().source().equals(source)).toList());
  }
}
