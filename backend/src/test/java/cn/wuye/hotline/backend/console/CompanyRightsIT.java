package cn.wuye.hotline.backend.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.filter.SavedFilters;
import cn.wuye.hotline.backend.token.AccessTokens;
import cn.wuye.hotline.backend.token.NewToken;
import cn.wuye.hotline.backend.token.Scope;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What holds for the whole company, walked through by an administrator of one estate. */
@OnMariaDb
@SuppressWarnings("NullAway.Init")
class CompanyRightsIT {
  @Autowired ApplicationContext application;
  @Autowired UserDetailsService users;
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;
  @Autowired AccessTokens tokens;
  @Autowired SavedFilters filters;
  private long estate;
  private SignedInUser local;
  private SignedInUser company;

  @BeforeEach
  void twoAdministrators() {
    estate = SampleEstates.another(estates).requireId().value();
    Staff.add(application, "company-admin", Role.ADMIN);
    String name = "local-admin-" + estate;
    Staff.add(application, name, Role.ADMIN, estate);
    local = (SignedInUser) users.loadUserByUsername(name);
    company = (SignedInUser) users.loadUserByUsername("company-admin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/users",
        "/console/users/new",
        "/console/prompts",
        "/console/audit",
        "/console/wording",
        "/console/wording/texts",
        "/console/wording/keys",
        "/console/wording/lexicon",
        "/console/wording/misheard",
        "/console/wording/emergencies",
        "/console/wording/hours",
        "/console/messages/templates",
        "/console/estates/new",
        "/console/crews/categories",
        "/console/crews/category/facilities",
        "/console/quality/criteria",
        "/console/queues/new",
        "/console/queues/general",
        "/console/queue-agents",
        "/console/queue-alarms",
        "/actuator/prometheus"
      })
  void pagesOfTheCompanyAreForAdministratorsOfAllEstates(String path) throws Exception {
    assertThat(status(get(path), local)).as(path).isEqualTo(403);
    assertThat(status(get(path), company)).as(path).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/users",
        "/console/prompts/cmn/greeting/remove",
        "/console/wording/texts?base=0",
        "/console/wording/keys?base=0",
        "/console/wording/lexicon?base=0",
        "/console/wording/misheard/accept?heard=x&phrase=x",
        "/console/wording/misheard/refuse?heard=x&phrase=x",
        "/console/wording/misheard/reconsider?heard=x&phrase=x",
        "/console/wording/emergencies?base=0",
        "/console/wording/hours?base=0",
        "/console/wording/live?draft=1&live=0",
        "/console/wording/take-back?version=0&live=1",
        "/console/wording/discard?draft=1",
        "/console/estates?name=New&position=1",
        "/console/estates/company/duty/on-duty?lines=",
        "/console/filters?name=mine&shared=true",
        "/console/crews/categories?version=0&pos-fees=1",
        "/console/crews/category/facilities?version=0&zh=X&en=X",
        "/console/crews/category/new?code=xx&zh=X&en=X",
        "/console/quality/criteria?version=1&zh-1=X&en-1=X&weight-1=1&most-1=5",
        "/console/queues/new?code=x&title=X",
        "/console/queues/general?version=0&title=X",
        "/console/queues/general/remove?version=0",
        "/console/queue-agents?extension=1001&version=0",
        "/console/queue-alarms?kind=wait&after=60&user=0&perHour=4",
        "/console/queue-alarms/1/remove?version=0",
        "/console/surveys/pause",
        "/console/surveys/resume",
        "/console/deadlines/rules/general?version=1&order=30&urgency=general",
        "/console/deadlines/rules/general/off?version=1&off=true",
        "/console/deadlines/calendars/default?version=1&week-1=08:00-09:00",
        "/console/deadlines/ladder?version=1&unsolved=72&unsolved-unit=h&r-emergency-owner=0"
            + "&r-urgent-owner=0&r-general-owner=0&r-complex-owner=0"
      })
  void changesOfTheCompanyAreForAdministratorsOfAllEstates(String path) throws Exception {
    assertThat(status(post(path).with(csrf()), local)).as(path).isEqualTo(403);
  }

  @Test
  void herOwnEstatesAndWhatConcernsHerAloneStayHers() throws Exception {
    for (String path :
        new String[] {
          "/console/tickets",
          "/console/estates",
          "/console/estates/" + estate,
          "/console/estates/company",
          "/console/residents/new",
          "/console/wording/try",
          "/console/deadlines",
          "/console/deadlines/rules/general",
          "/console/deadlines/calendars/default",
          "/console/deadlines/ladder",
          "/console/deadlines/history",
          "/console/tokens",
          "/console/status",
          "/console/floor",
          "/console/floor/wall",
          "/console/surveys/today",
          "/console/equipment",
          "/console/knowledge",
          "/console/compensations",
          "/console/penalties",
          "/console/quality",
          "/console/quality/results",
          "/console/satisfaction",
          "/console/traffic",
          "/console/traffic/staffing",
          "/console/surveys",
          "/console/polls",
          "/console/surveys/tasks"
        }) {
      assertThat(status(get(path), local)).as(path).isEqualTo(200);
    }
    String duty = "/console/estates/" + estate + "/duty/on-duty?lines=";
    assertThat(status(post(duty).with(csrf()), local)).isEqualTo(302);
  }

  @Test
  void thePageSaysWhoMay() throws Exception {
    String frame = body("/console/tickets", local);

    assertThat(frame).doesNotContain("/console/users", "/console/audit", "/console/prompts");
    assertThat(body("/console/messages", local)).doesNotContain("/console/messages/templates");
    assertThat(body("/console/messages", company)).contains("/console/messages/templates");
    assertThat(frame).contains("/console/wording/try");
    assertThat(status(get("/console/prompts/cmn/greeting-1.wav"), local)).isEqualTo(403);
    assertThat(body("/console/tickets", company)).contains("/console/users", "/console/audit");
    String refusal =
        mvc.perform(
                get("/error")
                    .requestAttr("jakarta.servlet.error.status_code", 403)
                    .header("Accept", "text/html")
                    .header("Accept-Language", "zh"))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(refusal).contains("管理全部小区的管理员");
  }

  @Test
  void herTokensHaveNoScopeOfTheCompany() {
    for (Scope scope : new Scope[] {Scope.ADMIN, Scope.METRICS}) {
      assertThat(tokens.make(new NewToken("报表", Set.of(scope), 7), local))
          .isEqualTo(new AccessTokens.Wrong(Map.of("scopes", "tokens.error.scopes")));
    }
  }

  @Test
  void theAuditNamesASharedFilterWithoutItsQuery() {
    filters.save(company, "找电话", "q=13812345678", true, false);

    assertThat(
            jdbc.sql("SELECT details FROM audit_entry WHERE subject = 'filter:找电话'")
                .query(String.class)
                .list())
        .isNotEmpty()
        .noneMatch(details -> details.contains("13812345678"));
    assertThatThrownBy(() -> filters.save(local, "找电话", "q=1", true, false))
        .isInstanceOf(AccessDeniedException.class);
  }

  private int status(MockHttpServletRequestBuilder request, SignedInUser who) throws Exception {
    return mvc.perform(request.with(user(who))).andReturn().getResponse().getStatus();
  }

  private String body(String path, SignedInUser who) throws Exception {
    return mvc.perform(get(path).with(user(who))).andReturn().getResponse().getContentAsString();
  }
}
