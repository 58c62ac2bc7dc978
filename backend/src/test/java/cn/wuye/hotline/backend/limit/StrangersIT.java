package cn.wuye.hotline.backend.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.api.Http.Reply;
import cn.wuye.hotline.backend.api.TestUsers;
import cn.wuye.hotline.backend.database.OnMariaDb;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

@OnMariaDb
@SuppressWarnings("NullAway.Init")
class StrangersIT {
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder encoder;

  @ParameterizedTest
  @CsvSource({"198.51.100.1,''", "198.51.100.2,Bearer hl_guessed"})
  void whoIsNobodyOrGuessesTokensIsSlowedDownAndNobodyElse(String address, String authorization) {
    HttpHeaders headers = new HttpHeaders();
    if (!authorization.isEmpty()) {
      headers.set(HttpHeaders.AUTHORIZATION, authorization);
    }
    Http stranger = new Http(mvc, headers);
    Reply last = ask(stranger, address);
    for (int i = 0; i < 65 && last.status() == 401; i++) {
      last = ask(stranger, address);
    }

    assertThat(last.status()).isEqualTo(429);
    assertThat(last.<String>at("$.type")).isEqualTo("urn:hotline:problem:too-many-requests");
    assertThat(last.header("Retry-After")).matches("[1-9][0-9]?");
    assertThat(last.header("Content-Type")).startsWith("application/problem+json");
    Reply other = ask(new Http(mvc, TestUsers.agent(jdbc, encoder)), address);
    assertThat(other.status()).as("a colleague behind the same address").isEqualTo(200);
    assertThat(other.header("RateLimit")).startsWith("\"user\";r=");
  }

  @ParameterizedTest
  @CsvSource({"198.51.100.3,/p/", "198.51.100.4,/s/"})
  void whoGuessesLinksIsSlowedDown(String address, String links) {
    Http stranger = new Http(mvc, new HttpHeaders());
    Reply last = ask(stranger, address, links + "AAAAAAAAAAAAAAAAAAAAAA");
    for (int i = 0; i < 65 && last.status() == 404; i++) {
      last = ask(stranger, address, links + "AAAAAAAAAAAAAAAAAAAAAA");
    }

    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Retry-After")).matches("[1-9][0-9]?");
  }

  private static Reply ask(Http client, String address) {
    return ask(client, address, "/api/v1/categories");
  }

  private static Reply ask(Http client, String address, String path) {
    return client.send(
        get(path)
            .with(
                request -> {
                  request.setRemoteAddr(address);
                  return request;
                }));
  }
}
