package cn.wuye.hotline.backend.resident;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The residents known. */
@Component
public class Residents {
  private final ResidentRepository residents;
  private final NumberOwners owners;

  Residents(ResidentRepository residents, NumberOwners owners) {
    this.residents = residents;
    this.owners = owners;
  }

  /** Adds or changes one. */
  public Resident save(Resident resident) {
    return residents.save(resident);
  }

  /** The resident with this id, if she is there for the one who asks. */
  public Optional<Resident> find(long id, EstateScope scope) {
    return residents.findById(id).filter(resident -> resident.seenIn(scope));
  }

  /** Everybody who is reached at this number and is there for the one who asks. */
  public List<Resident> reachedAt(PhoneNumber number, EstateScope scope) {
    return residents.findAllById(owners.residentIds(number)).stream()
        .filter(resident -> resident.seenIn(scope))
        .toList();
  }

  /** Those of these who are there for the one who asks, in the order of the ids given. */
  public List<Resident> some(List<Long> ids, EstateScope scope) {
    Map<Long, Resident> found =
        residents.findAllById(ids).stream()
            .filter(resident -> resident.seenIn(scope))
            .collect(Collectors.toMap(r -> Objects.requireNonNull(r.id()), Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** Who may be calling from this number, for the application itself. */
  public Household household(PhoneNumber number) {
    List<Resident> all = new ArrayList<>();
    for (Long id : owners.residentIds(NumberKey.spellings(number))) {
      residents.findById(id).ifPresent(all::add);
    }
    return new Household(all);
  }

  /** Every number of every resident with where she lives now: what a node remembers for itself. */
  public List<NumberOwner> numbers() {
    return owners.all();
  }
}
