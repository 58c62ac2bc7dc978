package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.audit.Readings;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.message.contact.ResidentContact;
import cn.wuye.hotline.backend.message.contact.ResidentContacts;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.resident.DialectCodes;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.ResidentSearch;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.survey.store.ResidentWish;
import cn.wuye.hotline.backend.survey.store.ResidentWishes;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** What staff do with residents, within their rights. */
@Component
class ResidentDesk {
  private static final Logger log = LoggerFactory.getLogger(ResidentDesk.class);

  private final Residents residents;
  private final ResidentSearch search;
  private final ResidentContacts contacts;
  private final ResidentWishes wishes;
  private final Readings readings;
  private final Audit audit;
  private final Transactions transactions;
  private final Clock clock;

  ResidentDesk(
      Residents residents,
      ResidentSearch search,
      ResidentContacts contacts,
      ResidentWishes wishes,
      Readings readings,
      Audit audit,
      Transactions transactions,
      Clock clock) {
    this.residents = residents;
    this.search = search;
    this.contacts = contacts;
    this.wishes = wishes;
    this.readings = readings;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Who was found.
   *
   * @param more there are others
   */
  record Found(List<Resident> residents, boolean more) {}

  /** Those who match, at most so many; who is given counts as read. */
  Found find(ResidentSearch.Query query, int most, SignedInUser me) {
    List<Long> ids = search.find(query, me.scope(), me.seesPhoneNumbers(), most + 1);
    List<Resident> found = residents.some(ids.subList(0, Math.min(most, ids.size())), me.scope());
    found.forEach(resident -> read(String.valueOf(resident.id()), me));
    return new Found(found, ids.size() > most);
  }

  /**
   * @throws NoSuchPage when she is not there for this user
   */
  Resident require(String id, SignedInUser me) {
    Resident found =
        Optional.of(id)
            .filter(text -> text.matches("[1-9][0-9]{0,17}"))
            .flatMap(digits -> residents.find(Long.parseLong(digits), me.scope()))
            .orElseThrow(() -> new NoSuchPage("resident " + id));
    read(id, me);
    return found;
  }

  /** How she wishes to be told. */
  ResidentContact contact(Resident resident) {
    return contacts.of(Objects.requireNonNull(resident.id()));
  }

  /** What she wishes of surveys. */
  ResidentWish wish(Resident resident) {
    return wishes.of(Objects.requireNonNull(resident.id()));
  }

  private void read(String id, SignedInUser me) {
    readings.record(
        Audit.user(me.getUsername()), AuditAction.RESIDENT_READ, "resident:" + id, Map.of());
  }

  /** A wrong field: the key of its message, and what the message is about. */
  record Wrong(String message, String argument) {}

  /** How the wish to save ended: wrong fields, or the id. */
  record Saved(Map<String, Wrong> wrong, String id) {}

  Saved save(ResidentForm form, SignedInUser me) {
    PlaceRights.require(PlaceRights.edits(me));
    Map<String, Wrong> wrong = new LinkedHashMap<>();
    if (form.name().isEmpty() || Text.length(form.name()) > 60) {
      wrong.put("name", new Wrong("residents.error.name", ""));
    }
    if (!form.dialect().equals(DialectCodes.UNKNOWN)
        && !DialectCodes.ALL.contains(form.dialect())) {
      wrong.put("dialect", new Wrong("residents.error.dialect", ""));
    }
    int year = LocalDate.now(clock.withZone(Labels.ZONE)).getYear();
    if (!form.birthYear().isEmpty()
        && !WholeNumber.within(form.birthYear(), Resident.EARLIEST_YEAR, year)) {
      wrong.put("birthYear", new Wrong("residents.error.birthYear", String.valueOf(year)));
    }
    contacts
        .check(form.contact())
        .forEach((field, message) -> wrong.put(field, new Wrong(message, "")));
    PreferredHours hours = PreferredHours.of(form.preferred());
    hours.wrong().ifPresent(found -> wrong.put("preferred", found));
    List<PhoneNumber> phones = phones(form, wrong);
    List<Resident.Dwelling> dwellings = dwellings(form, me, wrong);
    if (!wrong.isEmpty()) {
      return new Saved(wrong, form.id());
    }
    Resident wanted =
        (form.id().isEmpty()
                ? Resident.named(form.name(), form.dialect(), phones, dwellings)
                : changed(require(form.id(), me), form, phones, dwellings, me))
            .born(form.birthYear().isEmpty() ? null : Integer.valueOf(form.birthYear()));
    try {
      Resident saved = transactions.run(() -> keep(wanted, form, hours, me));
      log.info("resident {} saved by {}", saved.id(), me);
      return new Saved(Map.of(), String.valueOf(saved.id()));
    } catch (OptimisticLockingFailureException changed) {
      return new Saved(Map.of("version", new Wrong("residents.error.stale", "")), form.id());
    }
  }

  private Resident keep(Resident wanted, ResidentForm form, PreferredHours hours, SignedInUser me) {
    Resident saved = residents.save(wanted);
    long id = Objects.requireNonNull(saved.id());
    contacts.save(id, form.contact());
    ResidentWish now = wishes.of(id);
    ResidentWish wish = form.wish(now, hours.frames());
    if (!now.equals(wish)) {
      wishes.save(id, wish, me.getUsername());
    }
    audit.record(
        Audit.user(me.getUsername()),
        new AuditAction("resident.changed"),
        "resident:" + saved.id(),
        Map.of());
    return saved;
  }

  /** Dwellings that she does not see who edits stay as they are. */
  private static Resident changed(
      Resident stored,
      ResidentForm form,
      List<PhoneNumber> phones,
      List<Resident.Dwelling> dwellings,
      SignedInUser me) {
    List<Resident.Dwelling> all = new ArrayList<>(dwellings);
    stored.dwellings().stream().filter(home -> !me.scope().sees(home.estateId())).forEach(all::add);
    return stored.with(version(form), form.name(), form.dialect(), phones, all);
  }

  private static List<PhoneNumber> phones(ResidentForm form, Map<String, Wrong> wrong) {
    List<PhoneNumber> phones = new ArrayList<>();
    for (String line : Lines.of(form.phones())) {
      String digits = line.replaceAll("[\\s()-]", "");
      if (!digits.matches("\\+?[0-9]{3,20}")) {
        wrong.put("phones", new Wrong("residents.error.phones", line));
      } else if (!phones.contains(new PhoneNumber(digits))) {
        phones.add(new PhoneNumber(digits));
      }
    }
    return phones;
  }

  private static List<Resident.Dwelling> dwellings(
      ResidentForm form, SignedInUser me, Map<String, Wrong> wrong) {
    List<Resident.Dwelling> dwellings = new ArrayList<>();
    for (ResidentForm.DwellingFields home : form.lived()) {
      Optional<EstateId> estate = EstateId.find(home.estate()).filter(me.scope()::sees);
      if (estate.isEmpty()
          || Text.length(home.building()) > 60
          || Text.length(home.unit()) > 30
          || Text.length(home.room()) > 30) {
        wrong.put("dwellings", new Wrong("residents.error.dwellings", ""));
      } else {
        dwellings.add(
            new Resident.Dwelling(estate.get(), home.building(), home.unit(), home.room()));
      }
    }
    if (form.lived().isEmpty()) {
      wrong.put("dwellings", new Wrong("residents.error.dwellings", ""));
    }
    return dwellings;
  }

  private static long version(ResidentForm form) {
    return form.version().matches("[0-9]{1,18}") ? Long.parseLong(form.version()) : -1;
  }
}
