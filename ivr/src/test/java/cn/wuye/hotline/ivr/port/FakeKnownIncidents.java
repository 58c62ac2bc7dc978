package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One incident in memory, in building 3 of 阳光花园. */
public final class FakeKnownIncidents implements KnownIncidents {
  public static final String TICKET = "1000009";

  private final List<CallId> heard = new ArrayList<>();
  private Optional<KnownIncident> incident = Optional.empty();

  /** The power is off there. */
  public void powerIsOff(Optional<Instant> expectedEnd) {
    incident =
        Optional.of(
            new KnownIncident(
                TICKET,
                "3号楼停电",
                new Intent("repair", "facilities", "water-power", "urgent", 1),
                expectedEnd));
  }

  /** The calls that heard of it. */
  public List<CallId> heard() {
    return List.copyOf(heard);
  }

  @Override
  public Optional<KnownIncident> at(Place place) {
    return place.estateId().equals("sun") && place.building().equals("3号楼")
        ? incident
        : Optional.empty();
  }

  @Override
  public void heard(CallId call, KnownIncident known) {
    heard.add(call);
  }
}
