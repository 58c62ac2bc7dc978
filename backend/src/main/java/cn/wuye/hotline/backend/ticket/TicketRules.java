package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.ticket.Category.Subcategory;
import cn.wuye.hotline.backend.ticket.ChangeResult.Possible;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
   * The first rule that is broken by a new ticket, if any, for one who may see this much.
   *
   * <p>An estate or resident outside the scope is as unknown as one that does not exist.
   */
  public Optional<ChangeResult.Invalid> check(Contents contents, EstateScope scope) {
    return check(contents, null, scope);
  }

  /**
   * The same of a ticket that is amended: it may keep a category that is no longer offered.
   *
   * @param before what it says until now
   */
  Optional<ChangeResult.Invalid> checkAmended(
      Contents contents, Contents before, EstateScope scope) {
    return check(contents, before.subject(), scope);
  }

  private Optional<ChangeResult.Invalid> check(
      Contents contents, @Nullable Subject before, EstateScope scope) {
    Subject subject = contents.subject();
    if (!categories.allow(subject.category(), subject.subcategory())) {
      return invalid(Invalidity.UNKNOWN_CATEGORY, subject);
    }
    if (!offered(subject, before)) {
      return invalid(Invalidity.CATEGORY_NOT_OFFERED, subject);
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

  /**
   * The same contents, with what the rules would refuse put so that they accept it.
   *
   * @param before what the ticket says until now; empty when it is new
   */
  Contents fitted(Contents contents, Supplier<Optional<Contents>> before) {
    Subject subject = contents.subject();
    boolean kept =
        !categories.offer(subject.category(), subject.subcategory())
            && before
                .get()
                .filter(now -> offered(subject, now.subject()))
                .filter(now -> categories.allow(subject.category(), subject.subcategory()))
                .isPresent();
    return new Contents(
        kept ? subject : fitted(subject),
        fitted(contents.place()),
        fitted(contents.reporter()),
        contents.text(),
        contents.unfinished(),
        contents.needsTranscript());
  }

  /**
   * What a new ticket gets: without its sub-category where that is not offered, and in the category
   * "other" where its own is not.
   */
  public Subject fitted(Subject subject) {
    if (categories.offer(subject.category(), subject.subcategory())) {
      return subject;
    }
    return categories.offer(subject.category(), "")
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

  /** Whether it may be had, by a ticket that has the other one. */
  private boolean offered(Subject subject, @Nullable Subject before) {
    boolean sameCategory = before != null && before.category().equals(subject.category());
    boolean samePart =
        before != null && sameCategory && before.subcategory().equals(subject.subcategory());
    return categories
        .find(subject.category())
        .filter(category -> category.offered() || sameCategory)
        .filter(category -> samePart || partOffered(category, subject.subcategory()))
        .isPresent();
  }

  private static boolean partOffered(Category category, String part) {
    return part.isEmpty() || category.subcategory(part).filter(Subcategory::offered).isPresent();
  }

  /** With what could be chosen: the parts of a category that is offered, else the categories. */
  private Optional<ChangeResult.Invalid> invalid(Invalidity reason, Subject subject) {
    List<Category> offered = categories.offered();
    List<Possible> parts =
        offered.stream()
            .filter(category -> category.code().equals(subject.category()))
            .flatMap(category -> category.subcategories().stream())
            .map(sub -> new Possible(subject.category() + "/" + sub.code(), sub.zh(), sub.en()))
            .toList();
    List<Possible> whole =
        offered.stream()
            .map(category -> new Possible(category.code(), category.zh(), category.en()))
            .toList();
    String value =
        subject.subcategory().isEmpty()
            ? subject.category()
            : subject.category() + "/" + subject.subcategory();
    return Optional.of(new ChangeResult.Invalid(reason, value, parts.isEmpty() ? whole : parts));
  }

  private static Optional<ChangeResult.Invalid> invalid(Invalidity reason, String value) {
    return Optional.of(new ChangeResult.Invalid(reason, value));
  }
}
