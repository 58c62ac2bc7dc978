package cn.wuye.hotline.backend.directory;

import cn.wuye.hotline.backend.resident.CallerMemory;
import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.Directory.Estate;
import cn.wuye.hotline.ivr.port.Directory.KnownCaller;
import cn.wuye.hotline.ivr.port.PhoneLine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the directory from the database: all of it, and only when something has changed. */
class DirectoryReader {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryReader.class);

  private final JdbcClient jdbc;
  private final CallerMemory memory;
  private final Clock clock;

  DirectoryReader(JdbcClient jdbc, CallerMemory memory, Clock clock) {
    this.jdbc = jdbc;
    this.memory = memory;
    this.clock = clock;
  }

  /** Differs whenever the data may differ. */
  String fingerprint() {
    return jdbc.sql(
            """
            SELECT CONCAT_WS('/',
              (SELECT CONCAT_WS(':', COUNT(*), MAX(id), SUM(version)) FROM estate),
              (SELECT CONCAT_WS(':', COUNT(*), SUM(CRC32(CONCAT_WS('|', id, estate_id, role, position, name, number))))
                 FROM duty_entry),
              (SELECT CONCAT_WS(':', COUNT(*), MAX(id), SUM(version)) FROM resident),
              (SELECT CONCAT_WS(':', COUNT(*), MAX(refused_at)) FROM unremembered_number))
            """)
        .query(String.class)
        .single();
  }

  DirectoryData read() {
    return new DirectoryData(estates(), lines(), callers(), memory.refusals());
  }

  private List<Estate> estates() {
    Map<Long, List<String>> buildings = new HashMap<>();
    jdbc.sql("SELECT estate_id, name FROM building ORDER BY estate_id, position")
        .query(
            row -> {
              buildings
                  .computeIfAbsent(row.getLong("estate_id"), id -> new ArrayList<>())
                  .add(row.getString("name"));
            });
    return jdbc.sql("SELECT id, name, aliases, dialect FROM estate ORDER BY position, id")
        .query(
            (row, i) ->
                new Estate(
                    String.valueOf(row.getLong("id")),
                    row.getString("name"),
                    aliases(row.getString("aliases")),
                    buildings.getOrDefault(row.getLong("id"), List.of()),
                    row.getString("dialect")))
        .list();
  }

  private static List<String> aliases(String column) {
    return List.of(column.split("\\|")).stream().filter(alias -> !alias.isBlank()).toList();
  }

  private Map<String, DutyLines> lines() {
    Map<String, List<PhoneLine>> desks = new LinkedHashMap<>();
    Map<String, List<PhoneLine>> duties = new LinkedHashMap<>();
    jdbc.sql(
            "SELECT estate_id, role, name, number FROM duty_entry ORDER BY estate_id, role, position, id")
        .query(
            row -> {
              String estate =
                  Objects.requireNonNullElse(row.getString("estate_id"), DirectoryData.GENERAL);
              var lists = row.getString("role").equals("service-desk") ? desks : duties;
              String name = row.getString("name");
              number(row.getString("number"))
                  .map(number -> new PhoneLine(name, number))
                  .ifPresent(
                      line -> lists.computeIfAbsent(estate, e -> new ArrayList<>()).add(line));
            });
    Map<String, DutyLines> lines = new HashMap<>();
    desks.forEach((estate, desk) -> lines.put(estate, new DutyLines(desk, List.of())));
    duties.forEach(
        (estate, duty) ->
            lines.merge(
                estate,
                new DutyLines(List.of(), duty),
                (known, with) -> new DutyLines(known.serviceDesk(), with.onDuty())));
    return lines;
  }

  private Map<String, KnownCaller> callers() {
    Map<String, KnownCaller> callers = new HashMap<>();
    jdbc.sql(
            """
            SELECT p.number, r.dialect, d.estate_id, e.name, d.building, d.unit, d.room,
                   COALESCE(:year - r.birth_year >= e.person_from_age, FALSE) AS straight
              FROM resident_phone p
              JOIN resident r ON r.id = p.resident_id
              JOIN resident_dwelling d ON d.resident_id = p.resident_id AND d.position = 0
              JOIN estate e ON e.id = d.estate_id
             ORDER BY p.resident_id
            """)
        .param("year", LocalDate.now(clock.withZone(ZoneId.systemDefault())).getYear())
        .query(
            row -> {
              Optional<PhoneNumber> number = number(row.getString("number"));
              KnownCaller caller =
                  new KnownCaller(
                      String.valueOf(row.getLong("estate_id")),
                      row.getString("name"),
                      row.getString("building"),
                      row.getString("unit"),
                      row.getString("room"),
                      row.getString("dialect"),
                      row.getBoolean("straight"));
              number.ifPresent(
                  known -> callers.merge(NumberKey.of(known), caller, DirectoryReader::inCommon));
            });
    callers.values().removeIf(caller -> caller.estateId().isEmpty());
    return callers;
  }

  /** One number mistyped must not hide all the others. */
  private static Optional<PhoneNumber> number(String column) {
    try {
      return Optional.of(new PhoneNumber(column));
    } catch (IllegalArgumentException e) {
      LOG.warn("A number of the directory is left out: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * A number that several people share names only what is the same for all of them. Where one of
   * them is old, it may be her who calls.
   */
  private static KnownCaller inCommon(KnownCaller a, KnownCaller b) {
    String dialect = a.dialect().equals(b.dialect()) ? a.dialect() : "";
    boolean straight = a.straightToPerson() || b.straightToPerson();
    if (!a.estateId().equals(b.estateId())) {
      return new KnownCaller("", "", "", "", "", dialect, straight);
    }
    boolean building = a.building().equals(b.building());
    boolean unit = building && a.unit().equals(b.unit());
    return new KnownCaller(
        a.estateId(),
        a.estateName(),
        building ? a.building() : "",
        unit ? a.unit() : "",
        unit && a.room().equals(b.room()) ? a.room() : "",
        dialect,
        straight);
  }
}
