package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.resident.Residents;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a ticket may say. */
@Component
public class TicketRules {
  private final Categories categories;
  private final Estates estates;
  private final Residents residents;

  TicketRules(Categories categories, Estates estates, Residents residents) {
    this.categories = categories;
    this.estates = estates;
    this.residents = residents;
  }

  /**
   * The first rule that is broken, if any, for one who may see this much.
   *
   * <p>An estate or resident outside the scope is as unknown as one that does not exist.
   */
  public Optional<ChangeResult.Invalid> check(Contents contents, EstateScope scope) {
    Subject subject = contents.subject();
    if (!categories.allow(subject.category(), subject.subcategory())) {
      return invalid(Invalidity.UNKNOWN_CATEGORY, subject.category() + "/" + subject.subcategory());
    }
    EstateId estate = contents.place().estateId();
    if (estate != null && !(scope.sees(estate) && estates.existsById(estate))) {
      return invalid(Invalidity.UNKNOWN_ESTATE, estate.toString());
    }
    Long resident = contents.reporter().residentId();
    if (resident != null && residents.find(resident, scope).isEmpty()) {
      return invalid(Invalidity.UNKNOWN_RESIDENT, resident.toString());
    }
    return Optional.empty();
  }

  /** The same contents, with what the rules would refuse put so that they accept it. */
  Contents fitted(Contents contents) {
    return new Contents(
        fitted(contents.subject()),
        fitted(contents.place()),
        fitted(contents.reporter()),
        contents.text(),
        contents.unfinished(),
        contents.needsTranscript());
  }

  private Subject fitted(Subject subject) {
    if (categories.allow(subject.category(), subject.subcategory())) {
      return subject;
    }
    return categories.allow(subject.category(), "")
        ? new Subject(subject.kind(), subject.category(), "", subject.urgency())
        : new Subject(subject.kind(), "other", "", subject.urgency());
  }

  private TicketPlace fitted(TicketPlace place) {
    EstateId estate = place.estateId();
    return estate == null || estates.existsById(estate)
        ? place
        : new TicketPlace(null, place.building(), place.unit(), place.room(), place.words());
  }

  private Reporter fitted(Reporter reporter) {
    Long resident = reporter.residentId();
    return resident == null || residents.find(resident, EstateScope.ALL).isPresent()
        ? reporter
        : new Reporter(null, reporter.name(), reporter.phone());
  }

  private static Optional<ChangeResult.Invalid> invalid(Invalidity reason, String value) {
    return Optional.of(new ChangeResult.Invalid(reason, value));
  }
}
