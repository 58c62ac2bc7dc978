package cn.wuye.hotline.backend.dispatch.work;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.dispatch.Whereabouts;
import cn.wuye.hotline.backend.dispatch.place.Known;
import cn.wuye.hotline.backend.dispatch.place.Known.Source;
import cn.wuye.hotline.backend.dispatch.place.Places;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where people are, and who is sent to an emergency for that. */
abstract class PlaceCases extends DispatchFixture {
  @Autowired Places places;

  @Test
  void anEmergencyGoesToWhoIsInTheBuildingAndTheReasonSaysSo() {
    String one = member("engineering", true);
    String other = member("engineering", true);
    // Without places the first by login would get it.
    String near = one.compareTo(other) > 0 ? one : other;
    assertThat(places.say(near, estate, "3号楼", EstateScope.of(Set.of(estate)))).isTrue();

    TicketNumber number = emergency();

    assertThat(owned(number).owner()).contains(near);
    assertThat(reason(number)).isEqualTo("电梯故障 → 工程部；最近：在3号楼；当班人员 " + near + " 负荷 0/25");
  }

  @Test
  void whoWorksForOneEstateIsThereUntilMoreIsKnownAndHisJobTellsMore() {
    String wu = member("engineering", true);
    assertThat(known(wu).source()).isEqualTo(Source.POST);
    assertThat(known(wu).place().building()).isEmpty();

    TicketNumber number = open();
    owned(number);
    assertThat(known(wu).source()).isEqualTo(Source.POST);
    desk.accept(number, doer(wu));

    assertThat(known(wu).source()).isEqualTo(Source.JOB);
    assertThat(known(wu).place().words()).endsWith(" 3号楼");
  }

  @Test
  void theNewestCountsAndIsForgottenWithTheShift() {
    String wu = member("engineering", true);
    TicketNumber number = open();
    owned(number);
    desk.accept(number, doer(wu));
    places.say(wu, estate, "1号楼", EstateScope.ALL);
    assertThat(known(wu).source()).isEqualTo(Source.SAID);
    assertThat(known(wu).place().here()).isEqualTo("1号楼");

    // He is in no shift of the plan: twelve hours.
    saidAgo(wu, Duration.ofHours(12));
    assertThat(known(wu).source()).isEqualTo(Source.JOB);

    places.say(wu, estate, "1号楼", EstateScope.ALL);
    places.forget(wu);
    assertThat(known(wu).source()).isEqualTo(Source.JOB);
  }

  @Test
  void nobodyIsWhereThereIsNothingForHim() {
    String wu = member("engineering", true);
    EstateScope own = EstateScope.of(Set.of(estate));
    EstateId foreign = SampleEstates.another(estates).requireId();

    assertThat(places.say(wu, foreign, "1号楼", own)).isFalse();
    assertThat(places.say(wu, estate, "99号楼", own)).isFalse();
    assertThat(places.say("nobody", estate, "1号楼", own)).isFalse();
    assertThat(known(wu).source()).isEqualTo(Source.POST);
  }

  @Test
  void whoWorksForSeveralEstatesAndHasSaidNothingIsNowhere() {
    String wu = member("engineering", true);
    jdbc.sql(
            "INSERT INTO app_user_estate (user_id, estate_id)"
                + " SELECT id, :estate FROM app_user WHERE username = :login")
        .param("estate", SampleEstates.another(estates).requireId().value())
        .param("login", wu)
        .update();

    assertThat(places.of(wu)).isEmpty();
    places.say(wu, estate, "", EstateScope.ALL);
    assertThat(known(wu).place())
        .extracting(Whereabouts::estate, Whereabouts::building)
        .containsExactly(estate, "");
  }

  private Known known(String login) {
    return places.of(login).orElseThrow();
  }

  private void saidAgo(String login, Duration ago) {
    Instant then = clock.instant().minus(ago);
    jdbc.sql(
            "UPDATE crew_place SET said_at = :then WHERE user_id ="
                + " (SELECT id FROM app_user WHERE username = :login)")
        .param("then", Utc.column(then))
        .param("login", login)
        .update();
  }

  private TicketNumber emergency() {
    Contents calm = draft().contents();
    return tickets
        .open(
            SampleTickets.with(
                draft(),
                new Contents(
                    new Subject(calm.subject().kind(), "facilities", "lift", Urgency.EMERGENCY),
                    calm.place(),
                    calm.reporter(),
                    calm.text(),
                    false,
                    false)),
            CALLER)
        .ticket()
        .number();
  }
}
