package cn.wuye.hotline.backend.deadline.rule;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which tickets a rule is: null is any. Only the urgency is different: any means any but
 * emergency, for which a rule must be meant. Otherwise a rule made for a category or an estate
 * would silently slow down its emergencies.
 *
 * @param subcategory only together with its category
 * @param thirdParty code of the company
 */
public record Conditions(
    @Nullable Kind kind,
    @Nullable String category,
    @Nullable String subcategory,
    @Nullable Urgency urgency,
    @Nullable EstateId estate,
    @Nullable String thirdParty) {
  /** For every ticket that is no emergency. */
  public static final Conditions ANY = new Conditions(null, null, null, null, null, null);

  public Conditions {
    if (subcategory != null && category == null) {
      throw new IllegalArgumentException(
          "sub-category '"
              + subcategory
              + "' needs its category; codes are unique only within one");
    }
  }

  /** The first condition, by weight, that the ticket does not meet; empty when it meets all. */
  public Optional<Dimension> mismatch(TicketProfile ticket) {
    Dimension found = null;
    if (thirdParty != null && !thirdParty.equals(ticket.thirdParty())) {
      found = Dimension.THIRD_PARTY;
    } else if (estate != null && !estate.equals(ticket.estate())) {
      found = Dimension.ESTATE;
    } else if (category != null && !category.equals(ticket.category())) {
      found = Dimension.CATEGORY;
    } else if (subcategory != null && !subcategory.equals(ticket.subcategory())) {
      found = Dimension.SUBCATEGORY;
    } else if (kind != null && kind != ticket.kind()) {
      found = Dimension.KIND;
    } else if (urgency == null
        ? ticket.urgency() == Urgency.EMERGENCY
        : urgency != ticket.urgency()) {
      found = Dimension.URGENCY;
    }
    return Optional.ofNullable(found);
  }

  /** What is asked of the ticket, heaviest first. */
  public Set<Dimension> named() {
    Set<Dimension> named = EnumSet.noneOf(Dimension.class);
    add(named, Dimension.THIRD_PARTY, thirdParty);
    add(named, Dimension.ESTATE, estate);
    add(named, Dimension.SUBCATEGORY, subcategory);
    add(named, Dimension.CATEGORY, category);
    add(named, Dimension.KIND, kind);
    add(named, Dimension.URGENCY, urgency);
    return named;
  }

  /** The more, the more specific. */
  public int specificity() {
    return named().stream().mapToInt(Dimension::weight).sum();
  }

  private static void add(Set<Dimension> named, Dimension dimension, @Nullable Object value) {
    if (value != null) {
      named.add(dimension);
    }
  }
}
