package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.estate.DutyEntry;
import cn.wuye.hotline.backend.estate.DutyLists;
import cn.wuye.hotline.backend.estate.DutyRole;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.resident.DialectCodes;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** What staff do to estates and duty lists, within their rights. */
@Component
class EstateDesk {
  private static final Logger log = LoggerFactory.getLogger(EstateDesk.class);
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_ALIASES = 500;
  private static final Pattern DUTY_LINE =
      Pattern.compile("(.{1,60}?)[\\s,，;；:：]+(\\+?[0-9][0-9 -]{1,22}[0-9])");

  private final Estates estates;
  private final DutyLists duty;
  private final Audit audit;
  private final Transactions transactions;

  EstateDesk(Estates estates, DutyLists duty, Audit audit, Transactions transactions) {
    this.estates = estates;
    this.duty = duty;
    this.audit = audit;
    this.transactions = transactions;
  }

  List<Estate> all(SignedInUser me) {
    return estates.findAllByOrderByPositionAscIdAsc().stream()
        .filter(estate -> me.scope().sees(estate.requireId()))
        .toList();
  }

  /**
   * @throws NoSuchPage when it is not there for this user
   */
  Estate require(String id, SignedInUser me) {
    return SeenEstates.require(estates, id, me);
  }

  /**
   * Adds or changes an estate.
   *
   * @return what is wrong: field to message key; empty when it is done
   */
  Map<String, String> save(EstateForm form, SignedInUser me) {
    PlaceRights.require(form.id().isEmpty() ? PlaceRights.addsEstates(me) : PlaceRights.edits(me));
    Map<String, String> wrong = check(form);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    int position = Integer.parseInt(form.position());
    List<String> aliases = Lines.of(form.aliases());
    List<String> buildings = Lines.of(form.buildings());
    Integer age = form.personFromAge().isEmpty() ? null : Integer.valueOf(form.personFromAge());
    Estate wanted =
        (form.id().isEmpty()
                ? Estate.named(form.name(), aliases, position, buildings)
                : require(form.id(), me)
                    .with(version(form), form.name(), aliases, position, buildings))
            .withPersonFromAge(age)
            .withDialect(form.dialect());
    try {
      Estate saved = transactions.run(() -> saved(wanted, me));
      log.info("estate {} ({}) saved by {}", saved.id(), saved.name(), me);
      return Map.of();
    } catch (DuplicateKeyException taken) {
      return Map.of("name", "estates.error.taken");
    } catch (OptimisticLockingFailureException changed) {
      return Map.of("version", "estates.error.stale");
    }
  }

  private Estate saved(Estate wanted, SignedInUser me) {
    Estate saved = estates.save(wanted);
    audit.record(
        Audit.user(me.getUsername()),
        AuditAction.SETTING_CHANGED,
        "estate:" + saved.id(),
        Map.of(
            "name",
            saved.name(),
            "personFromAge",
            Objects.toString(wanted.personFromAge(), ""),
            "dialect",
            saved.dialect()));
    return saved;
  }

  private static Map<String, String> check(EstateForm form) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (bad(form.name())) {
      wrong.put("name", "estates.error.name");
    }
    List<String> aliases = Lines.of(form.aliases());
    if (aliases.stream().anyMatch(EstateDesk::bad)
        || Text.length(String.join("|", aliases)) > LONGEST_ALIASES) {
      wrong.put("aliases", "estates.error.aliases");
    }
    if (!form.position().matches("[0-9]{1,5}|100000")) {
      wrong.put("position", "estates.error.position");
    }
    if (!form.personFromAge().isEmpty()
        && !WholeNumber.within(form.personFromAge(), Estate.YOUNGEST, Estate.OLDEST)) {
      wrong.put("personFromAge", "estates.error.personFromAge");
    }
    if (!DialectCodes.ALL.contains(form.dialect())) {
      wrong.put("dialect", "estates.error.dialect");
    }
    List<String> buildings = Lines.of(form.buildings());
    if (buildings.stream().anyMatch(EstateDesk::bad)
        || new HashSet<>(buildings).size() < buildings.size()) {
      wrong.put("buildings", "estates.error.buildings");
    }
    return wrong;
  }

  private static boolean bad(String name) {
    return name.isBlank() || Text.length(name) > LONGEST_NAME || name.contains("|");
  }

  private static long version(EstateForm form) {
    return form.version().matches("[0-9]{1,18}") ? Long.parseLong(form.version()) : -1;
  }

  /**
   * A list as lines of name and number.
   *
   * @param numbers whether they are shown in full
   */
  String list(@Nullable EstateId estate, DutyRole role, boolean numbers) {
    return Lines.joined(
        duty.all().stream()
            .filter(entry -> Objects.equals(entry.estate(), estate) && entry.role() == role)
            .map(entry -> line(entry, numbers))
            .toList());
  }

  private static String line(DutyEntry entry, boolean numbers) {
    return entry.name() + " " + (numbers ? entry.number().digits() : entry.number().masked());
  }

  /**
   * Replaces a list.
   *
   * @param estate null: the company-wide one
   * @return the line that is not understood; empty when it is done
   */
  Optional<String> saveList(
      @Nullable EstateId estate, DutyRole role, String lines, SignedInUser me) {
    PlaceRights.require(PlaceRights.editsDuty(me, estate));
    List<DutyEntry> entries = new ArrayList<>();
    for (String line : Lines.of(lines)) {
      Matcher parts = DUTY_LINE.matcher(line);
      if (!parts.matches()) {
        return Optional.of(line);
      }
      String digits = parts.group(2).replaceAll("[ -]", "");
      if (digits.length() > 20) {
        return Optional.of(line);
      }
      entries.add(new DutyEntry(estate, role, parts.group(1).strip(), new PhoneNumber(digits)));
    }
    transactions.run(
        () -> {
          duty.replace(estate, role, entries);
          audit.record(
              Audit.user(me.getUsername()),
              AuditAction.SETTING_CHANGED,
              "duty-list:" + (estate == null ? "company" : estate) + "/" + role.code(),
              Map.of("numbers", entries.size()));
          return true;
        });
    log.info(
        "{} list of {} saved by {}: {} numbers",
        role.code(),
        estate == null ? "the company" : "estate " + estate,
        me,
        entries.size());
    return Optional.empty();
  }
}
