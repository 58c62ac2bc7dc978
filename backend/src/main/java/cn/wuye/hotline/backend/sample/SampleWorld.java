package cn.wuye.hotline.backend.sample;

import cn.wuye.hotline.backend.ticket.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Everything that is made up, from one seed: the same every time, except that the year of tickets
 * ends now.
 */
record SampleWorld(List<SampleResident> residents, List<SampleTicket> tickets) {
  static final int RESIDENTS = 2_000;
  static final int TICKETS = 2_000;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int DAYS = 365;

  /** Residents whose numbers the scripts {@code progress} and {@code second-call} use. */
  private static final List<Integer> SCRIPTED = List.of(1_000, 1_001);

  // How many of 100 tickets come in each hour of the day.
  private static final int[] HOURS = {
    1, 1, 0, 0, 0, 1, 2, 5, 9, 10, 8, 5, 4, 4, 5, 6, 6, 6, 7, 7, 6, 4, 2, 1
  };

  static SampleWorld made(Instant now) {
    Random random = new Random(20_260_101L);
    List<SampleResident> residents = new ArrayList<>();
    for (int n = 0; n < RESIDENTS; n++) {
      residents.add(SampleResident.nth(n, residents, random));
    }
    SampleTexts texts = new SampleTexts();
    List<SampleTicket> tickets = new ArrayList<>();
    for (String subcategory : SampleShares.subcategories(TICKETS, random)) {
      tickets.add(ticket(subcategory, residents, texts, now, random));
    }
    giveToScripts(tickets, now);
    tickets.sort(Comparator.comparing(SampleTicket::openedAt));
    return new SampleWorld(List.copyOf(residents), List.copyOf(tickets));
  }

  /** What the scripts of the test caller ask for: a lift that somebody has begun to see to. */
  private static void giveToScripts(List<SampleTicket> tickets, Instant now) {
    int at = 0;
    for (int caller : SCRIPTED) {
      while (!tickets.get(at).isPlainLift()) {
        at++;
      }
      tickets.set(at, tickets.get(at).accepted(caller, now.minus(Duration.ofHours(20))));
      at++;
    }
  }

  private static SampleTicket ticket(
      String subcategory,
      List<SampleResident> residents,
      SampleTexts texts,
      Instant now,
      Random random) {
    Instant opened = moment(now, random);
    int resident = random.nextInt(residents.size());
    SampleLine line = texts.line(subcategory, random);
    String text = texts.spoken(line, residents.get(resident).home(), random);
    Channel channel = channel(random);
    boolean emergency = line.urgency().equals("emergency");
    boolean unfinished = channel == Channel.PHONE && !emergency && random.nextInt(100) < 4;
    return new SampleTicket(
        opened,
        resident,
        channel,
        subcategory,
        line,
        unfinished ? text.substring(0, Math.max(4, text.length() / 2)) : text,
        unfinished,
        SampleLife.of(opened, emergency, now, random));
  }

  private static Instant moment(Instant now, Random random) {
    int left = random.nextInt(100);
    int hour = 0;
    while (left >= HOURS[hour]) {
      left -= HOURS[hour++];
    }
    Instant moment =
        LocalDate.ofInstant(now, ZONE)
            .minusDays(random.nextInt(DAYS))
            .atTime(hour, random.nextInt(60), random.nextInt(60))
            .atZone(ZONE)
            .toInstant();
    return moment.isAfter(now) ? moment.minus(Duration.ofDays(1)) : moment;
  }

  private static Channel channel(Random random) {
    int of100 = random.nextInt(100);
    if (of100 < 76) {
      return Channel.PHONE;
    }
    if (of100 < 87) {
      return Channel.AGENT;
    }
    return List.of(
            Channel.WEB, Channel.APP, Channel.APP, Channel.SMS, Channel.EMAIL, Channel.TERMINAL)
        .get(random.nextInt(6));
  }
}
