package cn.wuye.hotline.backend.sample;

import cn.wuye.hotline.backend.ticket.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Everything that is made up, from one seed: the same every time, except that the tickets end now.
 */
record SampleWorld(List<SampleResident> residents, List<SampleTicket> tickets) {
  /** Residents whose numbers the scripts {@code progress} and {@code second-call} use. */
  private static final List<Integer> SCRIPTED = List.of(1_000, 1_001);

  static SampleWorld made(Instant now, SampleSize size) {
    Random random = new Random(20_260_101L);
    List<SampleResident> residents = new ArrayList<>();
    for (int n = 0; n < size.residents(); n++) {
      residents.add(SampleResident.nth(n, residents, random));
    }
    SampleMoments moments = new SampleMoments(now, size);
    SampleTexts texts = new SampleTexts();
    Map<String, List<SampleTicket>> earlier = new HashMap<>();
    List<SampleTicket> tickets = new ArrayList<>();
    for (String subcategory : SampleShares.subcategories(size.tickets(), random)) {
      List<SampleTicket> same = earlier.computeIfAbsent(subcategory, s -> new ArrayList<>());
      Optional<Repeat> repeat =
          size.lifelike() ? Repeat.of(same, moments, random) : Optional.empty();
      Instant opened = repeat.map(Repeat::at).orElseGet(() -> moments.of(subcategory, random));
      int resident = repeat.map(Repeat::resident).orElseGet(() -> random.nextInt(residents.size()));
      SampleTicket ticket =
          ticket(
              subcategory, opened, resident, residents, texts, moments, repeat.isPresent(), random);
      tickets.add(ticket);
      same.add(ticket);
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

  /** The same resident complains of the same again: nearly one in ten does. */
  private record Repeat(int resident, Instant at) {
    static Optional<Repeat> of(List<SampleTicket> same, SampleMoments moments, Random random) {
      if (random.nextInt(100) >= 9 || same.isEmpty()) {
        return Optional.empty();
      }
      SampleTicket first = same.get(random.nextInt(same.size()));
      return moments.again(first.openedAt(), random).map(at -> new Repeat(first.resident(), at));
    }
  }

  private static SampleTicket ticket(
      String subcategory,
      Instant opened,
      int resident,
      List<SampleResident> residents,
      SampleTexts texts,
      SampleMoments moments,
      boolean again,
      Random random) {
    SampleLine line = texts.line(subcategory, random);
    boolean emergency = line.urgency().equals("emergency");
    String said = texts.spoken(line, residents.get(resident).home(), random);
    String text = again && !emergency ? "上次就反映过，还是没有弄好，" + said : said;
    Channel channel = channel(random);
    boolean unfinished = channel == Channel.PHONE && !emergency && random.nextInt(100) < 4;
    return new SampleTicket(
        opened,
        resident,
        channel,
        subcategory,
        line,
        unfinished ? text.substring(0, Math.max(4, text.length() / 2)) : text,
        unfinished,
        SampleLife.of(opened, emergency, moments.mayStick(opened), moments.now(), random));
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
