package cn.wuye.hotline.backend.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTableTest {
  @ParameterizedTest
  @CsvSource({
    "GET,/api/v1/tickets,TICKETS_READ",
    "HEAD,/api/v1/tickets/1000002,TICKETS_READ",
    "PATCH,/api/v1/tickets/1000002,TICKETS_WRITE",
    "POST,/api/v1/tickets/1000002/notes,TICKETS_WRITE",
    "GET,/api/v1/categories,TICKETS_READ",
    "GET,/api/v1/polls,TICKETS_READ",
    "GET,/api/v1/polls/7,TICKETS_READ",
    "GET,/api/v1/surveys/progress,TICKETS_READ",
    "GET,/api/v1/incidents/proposals,TICKETS_READ",
    "POST,/api/v1/incidents/proposals/7/accept,TICKETS_WRITE",
    "GET,/api/v1/surveys/7,TICKETS_READ",
    "POST,/api/v1/surveys/7/answers,TICKETS_WRITE",
    "POST,/api/v1/surveys/tasks/7/done,TICKETS_WRITE",
    "GET,/api/v1/surveys/switch,TICKETS_READ",
    "PUT,/api/v1/surveys/switch,ADMIN",
    "PUT,/api/v1/surveys/%73witch,ADMIN",
    "GET,/api/v1/traffic/calls,CALLS_READ",
    "GET,/api/v1/floor,CALLS_READ",
    "GET,/api/v1/knowledge,ESTATES_READ",
    "POST,/api/v1/knowledge/7/archive,ADMIN",
    "GET,/api/v1/queues,CALLS_READ",
    "PUT,/api/v1/queues/general/hands,ADMIN",
    "GET,/api/v1/call-backs/abandoned,CALLS_READ",
    "POST,/api/v1/call-backs/7/withdraw,ADMIN",
    "GET,/api/v1/recordings/7/audio,RECORDINGS_READ",
    "POST,/api/v1/estates,ADMIN",
    "GET,/api/v1/intake/rejected,ADMIN",
    "GET,/api/v2/tickets,ADMIN",
    "GET,/api/v1/%74ickets,ADMIN",
    "GET,/actuator/prometheus,METRICS",
  })
  void eachRequestNeedsItsScopeAndTheUnknownTheHighest(String method, String path, Scope scope) {
    assertThat(ScopeTable.needed(method, path)).contains(scope);
  }
}
