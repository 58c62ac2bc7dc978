package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Estates, callers and phone lists in memory. */
public final class FakeDirectory implements Directory {
  public static final PhoneLine DESK = new PhoneLine("客服中心", new PhoneNumber("80001"));
  public static final PhoneLine DUTY = new PhoneLine("值班 王师傅", new PhoneNumber("80002"));
  public static final PhoneLine SECOND = new PhoneLine("值班 李师傅", new PhoneNumber("80003"));
  public static final PhoneLine SUN_DUTY = new PhoneLine("阳光花园值班", new PhoneNumber("80004"));

  private final Map<PhoneNumber, KnownCaller> callers = new HashMap<>();
  private final Set<PhoneNumber> refusals = new HashSet<>();
  private final List<Estate> estates =
      new ArrayList<>(
          List.of(
              new Estate("sun", "阳光花园", List.of("阳光"), List.of("1号楼", "2号楼", "3号楼", "12号楼")),
              new Estate("luck", "幸福小区", List.of(), List.of()),
              new Estate("lake", "翠湖家园", List.of("翠湖"), List.of("1号楼", "2号楼"))));

  /** A caller known by number. */
  public void knows(String number, String estateId, String building, String unit, String room) {
    String name =
        estates.stream().filter(e -> e.id().equals(estateId)).findFirst().orElseThrow().name();
    callers.put(
        new PhoneNumber(number),
        new KnownCaller(estateId, name, building, unit, room, "cmn", false));
  }

  @Override
  public Optional<KnownCaller> caller(PhoneNumber number) {
    return Optional.ofNullable(callers.get(number));
  }

  /** The caller is old, and her estate wants old callers to reach a person. */
  public void ringsThrough(String number) {
    callers.computeIfPresent(
        new PhoneNumber(number),
        (n, c) ->
            new KnownCaller(
                c.estateId(), c.estateName(), c.building(), c.unit(), c.room(), "cmn", true));
  }

  /** The dialect of a caller known by number; empty string when it is not known. */
  public void prefers(String number, String dialect) {
    callers.computeIfPresent(
        new PhoneNumber(number),
        (n, c) ->
            new KnownCaller(
                c.estateId(),
                c.estateName(),
                c.building(),
                c.unit(),
                c.room(),
                dialect,
                c.straightToPerson()));
  }

  /** Another dialect is usual in an estate. */
  public void usual(String estateId, String dialect) {
    estates.replaceAll(
        e ->
            e.id().equals(estateId)
                ? new Estate(e.id(), e.name(), e.aliases(), e.buildings(), dialect)
                : e);
  }

  /** This estate is all that is served. */
  public void servesOnly(String estateId) {
    estates.removeIf(estate -> !estate.id().equals(estateId));
  }

  /** One more estate is served from now on. */
  public void serves(Estate estate) {
    estates.add(estate);
  }

  /** Who calls from here wants not to be remembered. */
  public void refused(String number) {
    refusals.add(new PhoneNumber(number));
  }

  @Override
  public boolean mayAskToRemember(PhoneNumber number) {
    return !callers.containsKey(number) && !refusals.contains(number);
  }

  @Override
  public List<Estate> estates() {
    return List.copyOf(estates);
  }

  @Override
  public List<PhoneLine> onDuty(String estateId) {
    return estateId.equals("sun") ? List.of(SUN_DUTY, SECOND) : List.of(DUTY, SECOND);
  }

  @Override
  public List<PhoneLine> serviceDesk(String estateId) {
    List<PhoneLine> lines = new ArrayList<>(List.of(DESK));
    lines.addAll(onDuty(estateId));
    return lines;
  }
}
