package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.desk.Target.Kind;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.router.agent.AgentState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom a caller can be handed on to: colleagues who are free, the people of the caller's estate,
 * and third parties. Numbers are never typed, so that a desk calls nobody who is not known.
 */
@Component
public class Targets {
  private static final Predicate<String> DIALLED = number -> number.matches("\\+?[0-9]{2,20}");

  private final Seats seats;
  private final DeskTelephone telephone;
  private final Directory directory;
  private final JdbcClient jdbc;

  Targets(Seats seats, DeskTelephone telephone, Directory directory, JdbcClient jdbc) {
    this.seats = seats;
    this.telephone = telephone;
    this.directory = directory;
    this.jdbc = jdbc;
  }

  /**
   * All, colleagues first.
   *
   * @param me who asks: not among them
   * @param estate of the caller; empty while unknown
   */
  public List<Target> of(long me, String estate) {
    List<Target> targets = new ArrayList<>();
    seats.all().stream()
        .filter(seat -> seat.user() != me)
        .filter(seat -> telephone.state(seat.phone().device()) instanceof AgentState.Ready)
        .map(seat -> Target.of(Kind.AGENT, seat.name(), seat.phone().extension()))
        .forEach(targets::add);
    add(targets, Kind.ON_DUTY, directory.onDuty(estate));
    add(targets, Kind.SERVICE_DESK, directory.serviceDesk(estate));
    jdbc
        .sql("SELECT name, phone FROM third_party WHERE phone IS NOT NULL ORDER BY name, code")
        .query((row, n) -> new String[] {row.getString("name"), row.getString("phone")})
        .list()
        .stream()
        .filter(party -> DIALLED.test(party[1]))
        .map(party -> Target.of(Kind.THIRD_PARTY, party[0], party[1]))
        .forEach(targets::add);
    return targets;
  }

  Optional<Target> find(long me, String estate, String id) {
    return of(me, estate).stream().filter(target -> target.id().equals(id)).findFirst();
  }

  private static void add(List<Target> targets, Kind kind, List<PhoneLine> lines) {
    for (PhoneLine line : lines) {
      String number = line.number().digits();
      if (DIALLED.test(number)
          && targets.stream().noneMatch(known -> known.number().equals(number))) {
        targets.add(Target.of(kind, line.name(), number));
      }
    }
  }
}
