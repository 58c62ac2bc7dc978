package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.intent.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps tickets in memory, one per call. */
public final class FakeTicketDesk implements TicketDesk {
  private final Map<CallId, List<TicketDraft>> drafts = new LinkedHashMap<>();
  private final List<CallId> served = new ArrayList<>();
  private final List<Place> memories = new ArrayList<>();
  private boolean failing;

  /** From now on no ticket is taken. */
  public void fail() {
    failing = true;
  }

  @Override
  public OpenedTicket put(CallId call, TicketDraft draft) {
    if (failing) {
      throw new IllegalStateException("no ticket can be taken");
    }
    drafts.computeIfAbsent(call, id -> new ArrayList<>()).add(draft);
    Duration within = draft.intent().emergency() ? Duration.ofMinutes(5) : Duration.ofHours(2);
    String number = draft.adds() ? draft.link().ticket() : "202601000" + drafts.size();
    return new OpenedTicket(number, within);
  }

  @Override
  public void served(CallId call) {
    served.add(call);
  }

  @Override
  public void remember(CallId call, boolean agreed, Place place) {
    memories.add(agreed ? place : Place.UNKNOWN);
  }

  /** Whether the call was said to need no ticket. */
  public boolean wasServed(CallId call) {
    return served.contains(call);
  }

  /** Where those live who may be remembered; {@link Place#UNKNOWN} for a no. */
  public List<Place> memories() {
    return List.copyOf(memories);
  }

  /** All versions of the call's ticket, oldest first. */
  public List<TicketDraft> drafts(CallId call) {
    return List.copyOf(drafts.getOrDefault(call, List.of()));
  }
}
