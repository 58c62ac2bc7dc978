package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps tickets in memory, one per call. */
public final class FakeTicketDesk implements TicketDesk {
  private final Map<CallId, List<TicketDraft>> drafts = new LinkedHashMap<>();
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
    return new OpenedTicket("202601000" + drafts.size(), within);
  }

  /** All versions of the call's ticket, oldest first. */
  public List<TicketDraft> drafts(CallId call) {
    return List.copyOf(drafts.getOrDefault(call, List.of()));
  }
}
