package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Phones of duty lists, known by estate, list and number; without an estate, company-wide. */
@Component
class DutyRows implements SheetRules {
  private final JdbcClient jdbc;
  private final KnownCodes codes;

  DutyRows(JdbcClient jdbc, KnownCodes codes) {
    this.jdbc = jdbc;
    this.codes = codes;
  }

  @Override
  public Sheet sheet() {
    return Sheet.DUTY;
  }

  private record Entry(long id, int position, String name, String number) {}

  private record Line(
      EstateIndex.@Nullable Known estate,
      String role,
      String name,
      PhoneNumber phone,
      @Nullable Integer position) {
    String list() {
      EstateIndex.Known known = estate;
      return (known == null ? "" : known.name()) + "|" + role;
    }
  }

  @Override
  public List<Verdict> judge(List<List<StagedRow>> things, Check check) {
    Map<String, List<Entry>> lists = new HashMap<>();
    CodeNames roles = codes.dutyRoles();
    List<Verdict> verdicts = new ArrayList<>();
    for (List<StagedRow> thing : things) {
      List<Fault> faults = new ArrayList<>();
      Optional<Line> line = line(thing.get(0), roles, check, faults);
      verdicts.add(
          line.map(read -> judge(thing, read, lists))
              .orElseGet(() -> Verdict.refused(thing, faults)));
    }
    return verdicts;
  }

  private static Optional<Line> line(
      StagedRow row, CodeNames roles, Check check, List<Fault> faults) {
    Cells cells = new Cells(row, check, faults);
    EstateIndex.Known estate = cells.estate("estate");
    cells.required("role", 60);
    String role = cells.code("role", roles);
    Integer position = cells.number("position", 0, 10_000);
    String name = cells.required("name", 60);
    cells.required("phone", 60);
    PhoneNumber phone = cells.phone("phone");
    if (!faults.isEmpty() || phone == null) {
      return Optional.empty();
    }
    Line line = new Line(estate, role, name, phone, position);
    Integer before = check.seenBefore(line.list() + "|" + phone.digits(), row.number());
    if (before != null) {
      cells.fault("phone", "repeated", before.toString());
      return Optional.empty();
    }
    return Optional.of(line);
  }

  private Verdict judge(List<StagedRow> thing, Line line, Map<String, List<Entry>> lists) {
    EstateIndex.Known estate = line.estate();
    String estateName = estate == null ? "" : estate.name();
    Long id = estate == null ? null : estate.id();
    boolean brought = estate != null && id == null;
    List<Entry> list =
        lists.computeIfAbsent(
            line.list(), l -> brought ? new ArrayList<>() : read(id, line.role()));
    Integer given = line.position();
    Optional<Entry> known =
        list.stream().filter(entry -> entry.number().equals(line.phone().digits())).findFirst();
    if (known.isEmpty()) {
      int last = list.stream().mapToInt(Entry::position).max().orElse(-1);
      int position = given == null ? last + 1 : given;
      list.add(new Entry(0, position, line.name(), line.phone().digits()));
      return Verdict.add(
          thing,
          estateName,
          "",
          writes ->
              writes.later(
                  "INSERT INTO duty_entry (estate_id, role, position, name, number)"
                      + " VALUES (?, ?, ?, ?, ?)",
                  id,
                  line.role(),
                  position,
                  line.name(),
                  line.phone().digits()));
    }
    Entry entry = known.get();
    int position = given == null ? entry.position() : given;
    if (entry.name().equals(line.name()) && entry.position() == position) {
      return Verdict.same(thing, estateName, "");
    }
    return Verdict.change(
        thing,
        estateName,
        "",
        writes ->
            writes.later(
                "UPDATE duty_entry SET name = ?, position = ? WHERE id = ?",
                line.name(),
                position,
                entry.id()));
  }

  private List<Entry> read(@Nullable Long estate, String role) {
    return new ArrayList<>(
        jdbc.sql(
                "SELECT id, position, name, number FROM duty_entry"
                    + " WHERE estate_id <=> :estate AND role = :role ORDER BY position, id")
            .param("estate", estate)
            .param("role", role)
            .query(
                (row, n) ->
                    new Entry(
                        row.getLong("id"),
                        row.getInt("position"),
                        Objects.requireNonNull(row.getString("name")),
                        Objects.requireNonNull(row.getString("number"))))
            .list());
  }
}
