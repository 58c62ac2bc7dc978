package cn.wuye.hotline.backend.poll.store;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.poll.AgeRange;
import cn.wuye.hotline.backend.poll.PollChannel;
import cn.wuye.hotline.backend.poll.PollDraft;
import cn.wuye.hotline.backend.poll.PollQuestion;
import cn.wuye.hotline.backend.poll.PollState;
import cn.wuye.hotline.backend.poll.QuestionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The rows of polls. */
@Component
public class PollRows {
  private static final String SELECT = "SELECT p.* FROM poll p ";

  /** The list shows so many; older ones are had by their address. */
  private static final int LISTED = 200;

  private final JdbcClient jdbc;

  PollRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The poll, if one of its estates is seen. */
  public Optional<Poll> find(long id, EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("id", id);
    return whole(
            jdbc.sql(SELECT + "WHERE p.id = :id" + seen(scope, parameters))
                .params(parameters)
                .query(PollRows::bare)
                .list())
        .stream()
        .findFirst();
  }

  /** The same, and nobody else changes it until the transaction ends. */
  public Optional<Poll> locked(long id) {
    return whole(
            jdbc.sql(SELECT + "WHERE p.id = ? FOR UPDATE").param(id).query(PollRows::bare).list())
        .stream()
        .findFirst();
  }

  /** Those that have an estate that is seen, the newest first; at most {@value #LISTED}. */
  public List<Poll> all(EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    return whole(
        jdbc.sql(
                SELECT
                    + "WHERE 1 = 1"
                    + seen(scope, parameters)
                    + " ORDER BY p.id DESC LIMIT "
                    + LISTED)
            .params(parameters)
            .query(PollRows::bare)
            .list());
  }

  /** Those whose last day is over and that are not. */
  public List<Long> toEnd(LocalDate today, int most) {
    return jdbc.sql(
            "SELECT id FROM poll WHERE state IN ('running', 'paused') AND to_day < :today"
                + " ORDER BY id LIMIT :most")
        .param("today", today)
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /** A new draft; its id. */
  public long add(PollDraft draft, long seed, String author, Instant now) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    values(
            jdbc.sql(
                "INSERT INTO poll (title, age_from, age_to, size, seed, from_day, to_day, channel, state,"
                    + " author, created_at) VALUES (:title, :ageFrom, :ageTo, :size, :seed, :from,"
                    + " :to, :channel, 'draft', :author, :now)"),
            draft)
        .param("seed", seed)
        .param("author", author)
        .param("now", Utc.column(now))
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey(), "generated id").longValue();
    parts(id, 1, draft);
    return id;
  }

  /** The next version of a draft; false when it is none any more, or somebody was quicker. */
  public boolean change(long id, int base, PollDraft draft) {
    boolean changed =
        values(
                    jdbc.sql(
                        "UPDATE poll SET version = version + 1, title = :title,"
                            + " age_from = :ageFrom, age_to = :ageTo, size = :size,"
                            + " from_day = :from, to_day = :to, channel = :channel"
                            + " WHERE id = :id AND version = :base AND state = 'draft'"),
                    draft)
                .param("id", id)
                .param("base", base)
                .update()
            == 1;
    if (changed) {
      jdbc.sql("DELETE FROM poll_estate WHERE poll_id = ?").param(id).update();
      parts(id, base + 1, draft);
    }
    return changed;
  }

  /** The poll is locked. */
  public void become(long id, PollState state, Instant now) {
    jdbc.sql(
            "UPDATE poll SET state = :state,"
                + " started_at = CASE WHEN :running THEN COALESCE(started_at, :now) ELSE started_at"
                + " END, ended_at = CASE WHEN :ended THEN :now ELSE ended_at END WHERE id = :id")
        .param("state", state.code())
        .param("running", state == PollState.RUNNING)
        .param("ended", state == PollState.ENDED)
        .param("now", Utc.column(now))
        .param("id", id)
        .update();
  }

  private static StatementSpec values(StatementSpec statement, PollDraft draft) {
    return statement
        .param("title", draft.title())
        .param("ageFrom", draft.ages().from())
        .param("ageTo", draft.ages().to())
        .param("size", draft.size())
        .param("from", draft.from())
        .param("to", draft.to())
        .param("channel", draft.channel().code());
  }

  private void parts(long id, int version, PollDraft draft) {
    for (EstateId estate : draft.estates()) {
      jdbc.sql("INSERT INTO poll_estate (poll_id, estate_id) VALUES (?, ?)")
          .params(id, estate.value())
          .update();
    }
    for (PollQuestion each : draft.questions()) {
      jdbc.sql(
              "INSERT INTO poll_question (poll_id, version, number, kind, zh)"
                  + " VALUES (?, ?, ?, ?, ?)")
          .params(id, version, each.number(), each.kind().code(), each.zh())
          .update();
    }
  }

  private static String seen(EstateScope scope, Map<String, Object> parameters) {
    String condition = ScopeCondition.of(scope, "e.estate_id", parameters);
    return condition.isEmpty()
        ? ""
        : " AND EXISTS (SELECT 1 FROM poll_estate e WHERE e.poll_id = p.id AND " + condition + ")";
  }

  /** Without what stands in other tables. */
  private static Poll bare(ResultSet row, int n) throws SQLException {
    return new Poll(
        row.getLong("id"),
        row.getInt("version"),
        new PollDraft(
            Columns.text(row, "title"),
            List.of(),
            new AgeRange(
                row.getObject("age_from", Integer.class), row.getObject("age_to", Integer.class)),
            row.getInt("size"),
            Objects.requireNonNull(row.getObject("from_day", LocalDate.class)),
            Objects.requireNonNull(row.getObject("to_day", LocalDate.class)),
            Coded.of(PollChannel.class, Columns.text(row, "channel")),
            List.of()),
        row.getLong("seed"),
        Coded.of(PollState.class, Columns.text(row, "state")),
        Columns.text(row, "author"),
        Utc.instant(row, "created_at"),
        Utc.instantOrNull(row, "started_at"),
        Utc.instantOrNull(row, "ended_at"));
  }

  /** What stands in other tables is read for all of them at once. */
  private List<Poll> whole(List<Poll> bare) {
    if (bare.isEmpty()) {
      return bare;
    }
    Map<Long, List<EstateId>> estates = estates(bare);
    Map<Version, List<PollQuestion>> questions = questions(bare);
    return bare.stream()
        .map(
            poll ->
                whole(
                    poll,
                    estates.getOrDefault(poll.id(), List.of()),
                    questions.getOrDefault(new Version(poll.id(), poll.version()), List.of())))
        .toList();
  }

  private static Poll whole(Poll bare, List<EstateId> estates, List<PollQuestion> questions) {
    PollDraft draft = bare.draft();
    return new Poll(
        bare.id(),
        bare.version(),
        new PollDraft(
            draft.title(),
            estates,
            draft.ages(),
            draft.size(),
            draft.from(),
            draft.to(),
            draft.channel(),
            questions),
        bare.seed(),
        bare.state(),
        bare.author(),
        bare.createdAt(),
        bare.startedAt(),
        bare.endedAt());
  }

  private Map<Long, List<EstateId>> estates(List<Poll> polls) {
    Map<Long, List<EstateId>> estates = new HashMap<>();
    jdbc.sql(
            "SELECT poll_id, estate_id FROM poll_estate WHERE poll_id IN (:polls)"
                + " ORDER BY poll_id, estate_id")
        .param("polls", polls.stream().map(Poll::id).toList())
        .query(
            row -> {
              estates
                  .computeIfAbsent(row.getLong("poll_id"), poll -> new ArrayList<>())
                  .add(new EstateId(row.getLong("estate_id")));
            });
    return estates;
  }

  /** Which questions are meant: those of older versions are kept. */
  private record Version(long poll, int number) {}

  private Map<Version, List<PollQuestion>> questions(List<Poll> polls) {
    Map<Version, List<PollQuestion>> questions = new HashMap<>();
    jdbc.sql(
            "SELECT poll_id, version, number, kind, zh FROM poll_question"
                + " WHERE poll_id IN (:polls) AND version IN (:versions)"
                + " ORDER BY poll_id, version, number")
        .param("polls", polls.stream().map(Poll::id).toList())
        .param("versions", polls.stream().map(Poll::version).distinct().toList())
        .query(
            row -> {
              questions
                  .computeIfAbsent(
                      new Version(row.getLong("poll_id"), row.getInt("version")),
                      version -> new ArrayList<>())
                  .add(
                      new PollQuestion(
                          row.getInt("number"),
                          Coded.of(QuestionKind.class, Columns.text(row, "kind")),
                          Columns.text(row, "zh")));
            });
    return questions;
  }
}
