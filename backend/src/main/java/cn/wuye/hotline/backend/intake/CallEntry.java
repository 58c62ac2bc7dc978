package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call on its way into the database.
 *
 * @param caller empty when withheld
 * @param turns everything said and heard, in order
 */
record CallEntry(
    CallId call,
    Optional<PhoneNumber> caller,
    String dialled,
    String sipCallId,
    Instant answeredAt,
    Instant endedAt,
    List<Turn> turns) {
  CallEntry {
    turns = List.copyOf(turns);
  }
}
