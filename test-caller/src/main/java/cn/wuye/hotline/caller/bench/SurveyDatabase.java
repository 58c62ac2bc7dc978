package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.ticket.SolvedTickets;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Surveys of a bench: made by solving tickets, looked at and moved in time past the application.
 */
final class SurveyDatabase {
  static final String BEGUN = "SELECT COUNT(*) FROM survey WHERE attempts > 0";
  static final String NOT_BEGUN =
      "SELECT COUNT(*) FROM survey WHERE state = 'planned' AND attempts = 0";
  static final String CALLING = "SELECT COUNT(*) FROM survey WHERE state = 'calling'";
  static final String ANSWERED = "SELECT COUNT(*) FROM survey WHERE state = 'answered'";

  private static final int CLIENTS = 4;

  private final BenchDatabase database;
  private final SolvedTickets tickets;
  private final String estate;

  SurveyDatabase(TicketApi api) throws SQLException {
    this.database = api.database();
    this.tickets =
        new SolvedTickets(
            api.hotline().api(),
            "Bearer " + database.token(List.of("tickets:read", "tickets:write")));
    this.estate = api.estate();
  }

  /** Solves a ticket of each number, so that all surveys fall due while nobody is phoned. */
  void fallDue(List<String> numbers) throws Exception {
    database.run("UPDATE survey_switch SET paused = TRUE");
    AtomicInteger next = new AtomicInteger();
    TicketClient.times(
        CLIENTS,
        (numbers.size() + CLIENTS - 1) / CLIENTS,
        () -> {
          int i = next.getAndIncrement();
          if (i < numbers.size()) {
            tickets.solve(tickets.open(estate, numbers.get(i)));
          }
        });
    Progress.tell(database.number(NOT_BEGUN) + " surveys are due");
  }

  /** From now on they are phoned. */
  void begin() throws SQLException {
    database.run("UPDATE survey_switch SET paused = FALSE");
  }

  long number(String sql) throws SQLException {
    return database.number(sql);
  }

  /** The numbers that have answered that they are very satisfied. */
  List<String> answered() throws SQLException {
    List<String> numbers = new ArrayList<>();
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT t.reporter_phone FROM survey s JOIN ticket t ON t.number = s.ticket"
                    + " WHERE s.state = 'answered' AND s.solved = 'solved'"
                    + " AND s.satisfaction = 5")) {
      while (rows.next()) {
        numbers.add(rows.getString(1));
      }
    }
    return numbers;
  }

  /** As if the leases of a dead node's calls had come to their end. */
  void endLeases() throws SQLException {
    database.run(
        "UPDATE survey SET lease_until = UTC_TIMESTAMP(3) WHERE state = 'calling'",
        "UPDATE trunk_use SET until_at = UTC_TIMESTAMP(3)",
        "UPDATE phone_in_use SET until_at = UTC_TIMESTAMP(3)");
  }

  /** As if the time had come at which those are phoned again whose last call ended like this. */
  int callAgain(String outcomes) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      return statement.executeUpdate(
          "UPDATE survey s JOIN survey_attempt a ON a.survey_id = s.id AND a.number = s.attempts"
              + " SET s.due_at = UTC_TIMESTAMP(3), s.rank_at = UTC_TIMESTAMP(3)"
              + " WHERE s.state = 'planned' AND s.due_at > UTC_TIMESTAMP(3) AND a.outcome IN ("
              + outcomes
              + ")");
    }
  }

  /** Waits until the query gives this or more, or this or less. */
  void await(String sql, Until until, long number, int seconds) throws SQLException, IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    long now = number(sql);
    while (until == Until.AT_LEAST ? now < number : now > number) {
      if (System.nanoTime() > deadline) {
        throw new IOException("waited " + seconds + " s in vain, still " + now + ": " + sql);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      now = number(sql);
    }
  }

  /** What is waited for. */
  enum Until {
    AT_LEAST,
    AT_MOST
  }
}
