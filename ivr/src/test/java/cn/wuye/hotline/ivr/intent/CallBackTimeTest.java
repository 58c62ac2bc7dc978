package cn.wuye.hotline.ivr.intent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.intent.CallBackAgreement.Agreed;
import cn.wuye.hotline.ivr.intent.CallBackAgreement.Offered;
import cn.wuye.hotline.ivr.intent.CallBackAgreement.Reason;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallBackTimeTest {
  private static final CallBackTime TIMES = CallBackTime.shipped();

  /** A Thursday. */
  private static final LocalDateTime TEN = LocalDateTime.parse("2026-11-26T10:00:00");

  @ParameterizedTest
  @CsvSource({
    // hours with a part of the day
    "下午三点再打给我, 2026-11-26T15:00",
    "下午3点, 2026-11-26T15:00",
    "下午三点半, 2026-11-26T15:30",
    "下午三点一刻, 2026-11-26T15:15",
    "下午两点二十, 2026-11-26T14:20",
    "下午两点零五分, 2026-11-26T14:05",
    "晚上七点, 2026-11-26T19:00",
    "今晚八点钟, 2026-11-26T20:00",
    "晚上十点半吧, 2026-11-26T22:30",
    "中午十二点, 2026-11-26T12:00",
    "中午一点, 2026-11-26T13:00",
    "上午十一点, 2026-11-26T11:00",
    "傍晚六点, 2026-11-26T18:00",
    "下午两三点, 2026-11-26T14:00",
    "下午三四点钟, 2026-11-26T15:00",
    "15点, 2026-11-26T15:00",
    "15:30, 2026-11-26T15:30",
    "十五点三十分, 2026-11-26T15:30",
    "二十点, 2026-11-26T20:00",
    // hours alone: the next one that people are awake at
    "三点, 2026-11-26T15:00",
    "三点半吧, 2026-11-26T15:30",
    "十一点, 2026-11-26T11:00",
    "八点, 2026-11-26T20:00",
    "六点, 2026-11-26T18:00",
    "十二点, 2026-11-26T12:00",
    // days
    "明天上午十点, 2026-11-27T10:00",
    "明天三点, 2026-11-27T15:00",
    "明天九点, 2026-11-27T09:00",
    "明早八点半, 2026-11-27T08:30",
    "明晚七点, 2026-11-27T19:00",
    "后天下午, 2026-11-28T15:00",
    "大后天晚上, 2026-11-29T19:00",
    "明天, 2026-11-27T10:00",
    "过两天吧, 2026-11-28T10:00",
    "三天以后下午四点, 2026-11-29T16:00",
    "周六上午, 2026-11-28T10:00",
    "星期天下午三点, 2026-11-29T15:00",
    "礼拜五五点, 2026-11-27T17:00",
    "周五三点, 2026-11-27T15:00",
    "下周一上午九点, 2026-11-30T09:00",
    "下个星期三, 2026-12-02T10:00",
    "周四下午两点, 2026-11-26T14:00",
    "周四上午九点, 2026-12-03T09:00",
    "周末下午, 2026-11-28T15:00",
    "28号上午, 2026-11-28T10:00",
    "二十八号下午四点, 2026-11-28T16:00",
    "三号, 2026-12-03T10:00",
    "十二月一号晚上七点, 2026-12-01T19:00",
    // parts of the day alone
    "下午吧, 2026-11-26T15:00",
    "晚上再打, 2026-11-26T19:00",
    "中午, 2026-11-26T12:00",
    "吃完晚饭, 2026-11-26T19:00",
    "下班以后, 2026-11-26T18:00",
    "睡醒再说, 2026-11-26T15:00",
    // in a while
    "半个小时以后, 2026-11-26T10:30",
    "过半小时, 2026-11-26T10:30",
    "一个小时后, 2026-11-26T11:00",
    "两个小时以后再打, 2026-11-26T12:00",
    "过一个半小时, 2026-11-26T11:30",
    "两个钟头, 2026-11-26T12:00",
    "二十分钟以后, 2026-11-26T10:20",
    "等一刻钟, 2026-11-26T10:15",
    "等一会儿, 2026-11-26T10:30",
    "待会儿, 2026-11-26T10:30",
    "晚点再打, 2026-11-26T12:00",
    // what is taken back does not count
    "下午没空，晚上七点, 2026-11-26T19:00",
    "晚上七点吧，下午没空, 2026-11-26T19:00",
    "今天不行，明天上午, 2026-11-27T10:00",
    "别上午打，下午打, 2026-11-26T15:00",
    "上午都没时间，下午四点, 2026-11-26T16:00",
    "三点不行，四点, 2026-11-26T16:00",
    // dialects
    "听日下昼三点, 2026-11-27T15:00",
    "今晚八点啦, 2026-11-26T20:00",
    "下昼三点三个字, 2026-11-26T15:15",
    "听朝九点, 2026-11-27T09:00",
    "等阵先, 2026-11-26T10:30",
    "迟啲再打, 2026-11-26T12:00",
    "明朝上昼十点钟, 2026-11-27T10:00",
    "下半天打过来, 2026-11-26T15:00",
    "夜里厢七点, 2026-11-26T19:00",
    "等歇再打, 2026-11-26T10:30",
    "等哈儿嘛, 2026-11-26T10:30",
    "后晌三点, 2026-11-26T15:00",
    "晌午头过了，后晌打, 2026-11-26T15:00",
    "明仔载下晡三点, 2026-11-27T15:00",
    "天光日上昼, 2026-11-27T10:00",
  })
  void understandsWhenIsMeant(String said, LocalDateTime meant) {
    assertThat(TIMES.read(said, TEN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"不方便", "没空", "改天吧", "我住三号楼", "你是哪个", "有点忙", "'今天没空'", "下午没空"})
  void wordsWithoutATimeAreNone(String said) {
    assertThat(TIMES.read(said, TEN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // a part of the day that is over means tomorrow's
    "上午, 16:00, 2026-11-27T10:00",
    "上午十点, 16:00, 2026-11-27T10:00",
    "下午三点, 20:00, 2026-11-27T15:00",
    // while it lasts, the hour is taken for what it is, and may have passed
    "下午三点, 16:00, 2026-11-26T15:00",
    "今天上午九点, 16:00, 2026-11-26T09:00",
    "三点, 16:00, 2026-11-26T15:00",
    "下午, 16:00, 2026-11-26T16:30",
    "晚上, 20:10, 2026-11-26T20:40",
    "八点, 07:00, 2026-11-26T08:00",
  })
  void theDayGoesOn(String said, LocalTime now, LocalDateTime meant) {
    assertThat(TIMES.read(said, TEN.with(now))).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "15, 2026-11-26T15:00",
    "3, 2026-11-26T15:00",
    "11, 2026-11-26T11:00",
    "1530, 2026-11-26T15:30",
    "0330, 2026-11-26T15:30",
    "330, 2026-11-26T15:30",
    "20, 2026-11-26T20:00",
  })
  void understandsKeys(String digits, LocalDateTime meant) {
    assertThat(TIMES.keyed(digits, TEN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"25", "99", "1570", "2500", "#", "12345"})
  void keysThatAreNoTimeAreNone(String digits) {
    assertThat(TIMES.keyed(digits, TEN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-26T15:00, 2026-11-26T07:00:00Z, AGREED",
    "2026-11-26T09:00, 2026-11-26T03:00:00Z, PAST",
    "2026-11-26T10:00, 2026-11-26T03:00:00Z, PAST",
    "2026-11-26T22:30, 2026-11-27T01:00:00Z, HOUR",
    "2026-11-27T07:00, 2026-11-27T01:00:00Z, HOUR",
    "2026-12-20T10:00, 2026-11-27T02:00:00Z, FAR",
  })
  void refusesWhatCannotBeAndOffersWhatCan(LocalDateTime wanted, Instant then, String verdict) {
    ZoneId zone = ZoneId.of("Asia/Shanghai");

    CallBackAgreement agreement = CallBackAgreement.of(wanted, zone, now(zone), from9To21(zone));

    assertThat(agreement)
        .isEqualTo(
            verdict.equals("AGREED")
                ? new Agreed(then)
                : new Offered(then, Reason.valueOf(verdict)));
  }

  @Test
  void theClockIsTheResidents() {
    TimeZone before = TimeZone.getDefault();
    try {
      for (String server : new String[] {"UTC", "America/New_York", "Pacific/Kiritimati"}) {
        TimeZone.setDefault(TimeZone.getTimeZone(server));
        ZoneId zone = ZoneId.of("Asia/Urumqi");
        Optional<LocalDateTime> said = TIMES.read("下午三点", TEN);

        assertThat(CallBackAgreement.of(said.orElseThrow(), zone, now(zone), from9To21(zone)))
            .isEqualTo(new Agreed(Instant.parse("2026-11-26T09:00:00Z")));
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static Instant now(ZoneId zone) {
    return TEN.atZone(zone).toInstant();
  }

  private static UnaryOperator<Instant> from9To21(ZoneId zone) {
    return wanted -> {
      LocalDateTime local = LocalDateTime.ofInstant(wanted, zone);
      if (local.getHour() < 9) {
        return local.toLocalDate().atTime(9, 0).atZone(zone).toInstant();
      }
      return local.getHour() < 21
          ? wanted
          : local.toLocalDate().plusDays(1).atTime(9, 0).atZone(zone).toInstant();
    };
  }
}
