package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A supposed ticket, as it stands in the address.
 *
 * @param trying not empty when it is to be tried
 * @param category code, with {@code /sub-category}
 * @param start local time, {@code 2026-05-06T10:00}
 */
record Supposed(
    String trying,
    String kind,
    String category,
    String urgency,
    String estate,
    String thirdParty,
    String start) {
  // Called by data binding: parameters that were not sent are null.
  Supposed {
    trying = text(trying, "");
    kind = text(kind, Kind.REPAIR.code());
    category = text(category, "facilities/lift");
    urgency = text(urgency, Urgency.GENERAL.code());
    estate = text(estate, "");
    thirdParty = text(thirdParty, "");
    start = text(start, "");
  }

  /** Whether it is to be tried. */
  boolean tried() {
    return !trying.isEmpty();
  }

  /** The same, opened at this moment unless it says another. */
  Supposed orAt(LocalDateTime moment) {
    return start.isEmpty()
        ? new Supposed(trying, kind, category, urgency, estate, thirdParty, moment.toString())
        : this;
  }

  /**
   * What decides about its rule; empty when it cannot be read.
   *
   * @throws NoSuchPage when its estate is no estate's id
   */
  Optional<TicketProfile> profile() {
    Kind what = Coded.find(Kind.class, kind).orElse(null);
    Urgency how = Coded.find(Urgency.class, urgency).orElse(null);
    EstateId where = EstateId.find(estate).orElse(null);
    if (where == null && !estate.isEmpty()) {
      throw new NoSuchPage("estate " + estate);
    }
    if (what == null || how == null) {
      return Optional.empty();
    }
    String[] parts = category.split("/", 2);
    return Optional.of(
        new TicketProfile(
            what, parts[0], parts.length > 1 ? parts[1] : "", how, where, thirdParty));
  }

  /** When it is opened, within the years that calendars are reckoned in. */
  Optional<Instant> begin() {
    try {
      LocalDateTime local = LocalDateTime.parse(start);
      return local.getYear() < 2000 || local.getYear() > 2099
          ? Optional.empty()
          : Optional.of(local.atZone(Labels.ZONE).toInstant());
    } catch (DateTimeException noMoment) {
      return Optional.empty();
    }
  }

  private static String text(@Nullable String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value.strip();
  }
}
