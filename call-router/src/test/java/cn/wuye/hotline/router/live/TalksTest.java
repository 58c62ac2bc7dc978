package cn.wuye.hotline.router.live;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.live.QueueHappening.Answered;
import cn.wuye.hotline.router.live.QueueHappening.Ended;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TalksTest {
  private static final String QUEUE = "q-general";
  private static final String DEVICE = "PJSIP/1001";
  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  private final Talks talks = new Talks();

  /** The manager sends her elsewhere: Asterisk tells the end when she hangs up, minutes later. */
  @Test
  void theTalkOfAnAgentWhosePhoneIsFreeIsOverThoughNobodyTellsIt() {
    seen(Phone.BUSY, 0);
    talks.began(new Answered(QUEUE, "1.1", DEVICE, Duration.ofSeconds(3)), at(1));
    seen(Phone.FREE, 31);

    assertThat(talks.freed(at(32))).isEmpty();
    assertThat(talks.freed(at(33)))
        .containsExactly(
            new Talks.Over(new Ended(QUEUE, "1.1", DEVICE, Duration.ofSeconds(30), ""), at(31)));
    assertThat(talks.freed(at(40))).isEmpty();
    assertThat(talks.ended(new Ended(QUEUE, "1.1", DEVICE, Duration.ofSeconds(90), "caller")))
        .as("what Asterisk tells at last is no news")
        .isFalse();
  }

  @Test
  void whatAsteriskTellsInTimeIsTold() {
    seen(Phone.BUSY, 0);
    talks.began(new Answered(QUEUE, "1.1", DEVICE, Duration.ZERO), at(1));
    seen(Phone.FREE, 31);

    assertThat(talks.ended(new Ended(QUEUE, "1.1", DEVICE, Duration.ofSeconds(30), "agent")))
        .isTrue();
    assertThat(talks.freed(at(60))).isEmpty();
  }

  /** A device that is not a phone of Asterisk's own has no state: it always seems free. */
  @Test
  void ofWhoWasNeverSeenBusyNothingFollows() {
    seen(Phone.FREE, 0);
    talks.began(new Answered(QUEUE, "1.1", DEVICE, Duration.ZERO), at(1));
    seen(Phone.FREE, 2);

    assertThat(talks.freed(at(60))).isEmpty();
  }

  private void seen(Phone phone, int second) {
    QueueMember member =
        new QueueMember(
            QUEUE, DEVICE, 0, Optional.empty(), Optional.empty(), phone, 0, Optional.empty());
    assertThat(talks.seen(member, at(second))).isEmpty();
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }
}
