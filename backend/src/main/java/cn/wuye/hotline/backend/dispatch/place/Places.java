package cn.wuye.hotline.backend.dispatch.place;

import cn.wuye.hotline.backend.dispatch.Whereabouts;
import cn.wuye.hotline.backend.dispatch.place.Known.Source;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where the crews are. Nobody is followed: each has one place, which he said himself or which is
 * that of his last job, whichever is newer; it is forgotten with the end of the shift. Who works
 * for one estate alone is there as long as nothing else is known.
 */
@Component
public class Places {
  private final PlaceRows rows;
  private final Crew crew;
  private final Estates estates;
  private final Transactions transactions;
  private final Clock clock;

  Places(PlaceRows rows, Crew crew, Estates estates, Transactions transactions, Clock clock) {
    this.rows = rows;
    this.crew = crew;
    this.estates = estates;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * He says where he is.
   *
   * @param building as its estate calls it; empty string for somewhere in the estate
   * @param scope what he sees
   * @return false when he is in no crew, or there is no such place for him
   */
  public boolean say(String login, EstateId estate, String building, EstateScope scope) {
    Optional<CrewMember> member = crew.find(login);
    boolean there =
        scope.sees(estate)
            && estates.findById(estate).filter(found -> has(found, building)).isPresent();
    if (member.isEmpty() || !there) {
      return false;
    }
    transactions.run(
        () -> {
          rows.keep(member.get().userId(), estate, building, Utc.now(clock));
          return true;
        });
    return true;
  }

  private static boolean has(Estate estate, String building) {
    return building.isEmpty()
        || estate.buildings().stream().anyMatch(each -> each.name().equals(building));
  }

  /** He says it no more; what his jobs tell stays. */
  public void forget(String login) {
    crew.find(login).ifPresent(member -> rows.forget(member.userId()));
  }

  /** His place now; empty when none is known. */
  public Optional<Known> of(String login) {
    return crew.find(login)
        .flatMap(member -> Optional.ofNullable(of(List.of(member)).get(member.userId())));
  }

  /** The places of these people by the ids of their accounts, as far as they are known now. */
  public Map<Long, Known> of(List<CrewMember> members) {
    if (members.isEmpty()) {
      return Map.of();
    }
    Instant now = clock.instant();
    Map<Long, CrewMember> byId = new HashMap<>();
    members.forEach(member -> byId.put(member.userId(), member));
    Map<Long, Known> places = rows.posts(byId.keySet());
    for (PlaceRows.Told told : rows.told(members, now.minus(CrewMember.LONGEST_SHIFT))) {
      CrewMember member = byId.get(told.userId());
      if (member != null && now.isBefore(member.endOfShift(told.at()))) {
        places.merge(told.userId(), told.known(), Places::newer);
      }
    }
    return places;
  }

  private static Known newer(Known one, Known other) {
    if (one.source() == Source.POST) {
      return other;
    }
    Instant since = Objects.requireNonNull(one.since(), "only a post has no time");
    return since.isAfter(Objects.requireNonNull(other.since())) ? one : other;
  }

  /** The place alone, for choosing. */
  public Map<Long, Whereabouts> whereabouts(List<CrewMember> members) {
    Map<Long, Whereabouts> found = new HashMap<>();
    of(members).forEach((user, known) -> found.put(user, known.place()));
    return found;
  }
}
