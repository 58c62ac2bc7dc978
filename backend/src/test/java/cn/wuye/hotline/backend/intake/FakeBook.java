package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.database.DatabaseAway;
import cn.wuye.hotline.backend.intake.spool.SpoolSound;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Database and recording store in memory, with switches to make them fail. */
final class FakeBook implements CallBook {
  final Map<CallId, TicketEntry> tickets = new ConcurrentHashMap<>();
  final Map<CallId, CallEntry> calls = new ConcurrentHashMap<>();
  final Map<CallId, Map<SpoolSound, SoundEntry>> sounds = new ConcurrentHashMap<>();
  final Map<CallId, MemoryEntry> memories = new ConcurrentHashMap<>();
  volatile boolean away;
  volatile @Nullable RuntimeException refusal;
  volatile int attempts;
  long nextNumber = 1000;

  @Override
  public String enter(TicketEntry ticket) {
    check();
    tickets.merge(
        ticket.call(),
        ticket,
        (first, now) ->
            first.draft().adds()
                ? now
                : new TicketEntry(
                    first.call(), first.number(), first.caller(), first.openedAt(), now.draft()));
    return ticket.number();
  }

  @Override
  public void enter(CallEntry call) {
    check();
    calls.put(call.call(), call);
  }

  @Override
  public void enter(MemoryEntry memory) {
    check();
    memories.put(memory.call(), memory);
  }

  @Override
  public void enter(SoundEntry sound) {
    check();
    sounds.computeIfAbsent(sound.call(), c -> new HashMap<>()).put(sound.sound(), sound);
  }

  private void check() {
    attempts++;
    if (away) {
      throw DatabaseAway.exception();
    }
    RuntimeException no = refusal;
    if (no != null) {
      throw no;
    }
  }
}
