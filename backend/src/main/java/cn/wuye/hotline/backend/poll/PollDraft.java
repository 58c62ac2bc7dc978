package cn.wuye.hotline.backend.poll;

import cn.wuye.hotline.backend.estate.EstateId;
import java.time.LocalDate;
import java.util.List;

/**
 * What a poll is to be; {@link PollCheck} says whether it can be.
 *
 * @param title for the staff, at most {@value #MAX_TITLE} characters
 * @param estates whose residents are drawn
 * @param size how many are drawn at most
 * @param from the first day on which they are phoned
 * @param to the last day
 * @param channel by what way they are asked
 * @param questions in the order in which they are asked
 */
public record PollDraft(
    String title,
    List<EstateId> estates,
    AgeRange ages,
    int size,
    LocalDate from,
    LocalDate to,
    PollChannel channel,
    List<PollQuestion> questions) {
  /** Longest title, in characters. */
  public static final int MAX_TITLE = 60;

  public PollDraft {
    estates = List.copyOf(estates);
    questions = List.copyOf(questions);
  }
}
