package cn.wuye.hotline.backend.idempotency;

import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.problem.Problem;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Does what a request wants once, however often it is sent. */
@Component
public class Idempotency {
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Clock clock;

  Idempotency(JdbcClient jdbc, Transactions transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Gives the first answer to this request, now or again. The key is taken in the transaction of
   * the work itself: of several at once the others wait for the first, and when it fails the key is
   * free.
   *
   * @param work runs in that transaction, at most once successfully
   * @throws cn.wuye.hotline.backend.problem.ProblemException when the key belongs to another
   *     request
   */
  public Answer once(IdempotentRequest request, Supplier<Answer> work) {
    Optional<Answer> before = answered(request);
    if (before.isPresent()) {
      return before.get();
    }
    try {
      return transactions.run(
          () -> {
            take(request);
            Answer answer = work.get();
            keep(request, answer);
            return answer;
          });
    } catch (DuplicateKeyException raced) {
      return answered(request).orElseThrow(() -> raced);
    }
  }

  private Optional<Answer> answered(IdempotentRequest request) {
    return jdbc.sql(
            "SELECT request_hash, status, location, body FROM idempotency_key"
                + " WHERE client = :client AND id_key = :key")
        .param("client", request.client())
        .param("key", request.key())
        .query(
            (row, n) -> {
              if (!row.getString("request_hash").equals(request.hash())) {
                throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused")
                    .exception();
              }
              return new Answer(
                  row.getInt("status"), row.getString("location"), row.getString("body"));
            })
        .optional();
  }

  private void take(IdempotentRequest request) {
    jdbc.sql(
            "INSERT INTO idempotency_key (client, id_key, request_hash, status, body, created_at)"
                + " VALUES (:client, :key, :hash, 0, '', :now)")
        .param("client", request.client())
        .param("key", request.key())
        .param("hash", request.hash())
        .param("now", Utc.column(Utc.now(clock)))
        .update();
  }

  private void keep(IdempotentRequest request, Answer answer) {
    jdbc.sql(
            "UPDATE idempotency_key SET status = :status, location = :location, body = :body"
                + " WHERE client = :client AND id_key = :key")
        .param("status", answer.status())
        .param("location", answer.location())
        .param("body", answer.body())
        .param("client", request.client())
        .param("key", request.key())
        .update();
  }
}
