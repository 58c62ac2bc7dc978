package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a call has told so far.
 *
 * @param caller empty when withheld
 * @param answeredAt by the machine; empty when it never was
 * @param turns what was said and heard, in order
 * @param draft what the machine understood of it; empty once the database has all
 */
public record Told(
    Optional<PhoneNumber> caller,
    Optional<Instant> answeredAt,
    List<Turn> turns,
    Optional<TicketDraft> draft) {
  public static final Told NOTHING =
      new Told(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  public Told {
    turns = List.copyOf(turns);
  }
}
