package cn.wuye.hotline.caller;

import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.caller.bench.ConsoleSession;
import cn.wuye.hotline.caller.bench.DeskAgent;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.call.ToneCaller;
import cn.wuye.hotline.caller.instance.AgentPhones;
import cn.wuye.hotline.caller.sip.SipPhone;
import cn.wuye.hotline.caller.sound.Pitch;
import cn.wuye.hotline.ivr.audio.Pcm;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Twenty residents and six agents at once. Everybody has a tone of her own, so that who talks with
 * whom is known from the sound alone. Six talk, the others wait: nine of them first, then three who
 * speak Cantonese, at last two who are older than 65.
 */
final class QueueCrowd implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final List<String> CANTONESE = List.of("1001", "1002");
  private static final String AT_DESK = "1003";
  private static final String COLLEAGUE = "1004";
  private static final int FIRST = 6;
  private static final int ORDINARY = 9;
  private static final int YUE = 3;
  private static final int OLDER = 2;
  private static final int LOWEST_HERTZ = 1400;
  private static final int STEP_HERTZ = 45;
  private static final long TALK_MILLIS = 2500;
  private static final int WINDOW = 1600;

  private final E2e system;
  private final AgentPhones phones;
  private final Switchboard board;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(4);
  private final List<ToneCaller> residents = new ArrayList<>();

  /**
   * What is known afterwards.
   *
   * @param residents all twenty, in the order in which they called
   * @param yue those who speak Cantonese
   * @param older those older than 65
   * @param again who called once more
   * @param ordinaryWaited the others who had to wait
   */
  record Played(
      List<ToneCaller> residents,
      List<ToneCaller> ordinaryWaited,
      List<ToneCaller> yue,
      List<ToneCaller> older,
      ToneCaller again,
      AgentPhones phones) {
    /** The agent whose tone it is. */
    String agent(int hertz) {
      return phones.phones().stream()
          .filter(phone -> phone.hertz() == hertz)
          .map(SipPhone::user)
          .findFirst()
          .orElse("");
    }

    /** Who talked with her first. */
    String agentOf(ToneCaller resident) {
      return resident.heard().isEmpty() ? "" : agent(resident.heard().get(0).hertz());
    }

    /** Whether her tone was heard at that agent's phone. */
    boolean heardAt(String agent, ToneCaller resident) {
      return phones.phone(agent).heard().stream()
          .anyMatch(track -> most(track.all(), resident.hertz()) > 0.7);
    }
  }

  QueueCrowd(E2e system) throws Exception {
    this.system = system;
    sql(true);
    this.phones = system.agentPhones();
    this.board = system.switchboard(List.of());
  }

  /** The largest share of a tone in a stretch of 200 ms. */
  static double most(short[] sound, int hertz) {
    double most = 0;
    for (int at = 0; at + WINDOW <= sound.length; at += WINDOW) {
      short[] window = Arrays.copyOfRange(sound, at, at + WINDOW);
      most = Math.max(most, Pitch.share(window, hertz));
    }
    return most;
  }

  /** For how long a tone is what is heard. */
  static Duration length(short[] sound, int hertz) {
    int windows = 0;
    for (int at = 0; at + WINDOW <= sound.length; at += WINDOW) {
      windows += Pitch.share(Arrays.copyOfRange(sound, at, at + WINDOW), hertz) > 0.7 ? 1 : 0;
    }
    return Duration.ofMillis(1000L * WINDOW / Pcm.RATE).multipliedBy(windows);
  }

  Played play() throws Exception {
    for (SipPhone phone : phones.phones()) {
      system.signIn(phones, phone);
    }
    List<ToneCaller> first = call(FIRST, "first");
    await("six talks").atMost(PATIENCE).until(() -> answered(first) == FIRST);
    List<ToneCaller> ordinary = call(ORDINARY, "ordinary");
    waiting(ORDINARY);
    List<ToneCaller> yue = call(YUE, "yue");
    List<ToneCaller> older = call(OLDER, "older");
    waiting(ORDINARY + YUE + OLDER);
    // From now on talks are short. One is free at first, so that it is seen who comes next.
    phones.phones().forEach(phone -> phone.whenItRings(this::shortTalk));
    SipPhone other = phones.phone(AgentPhones.SIXTH);
    other.hangUp();
    await("the next").atMost(PATIENCE).until(() -> answered(ordinary) + answered(older) > 0);
    phones.phones().stream().filter(phone -> phone != other).forEach(SipPhone::hangUp);
    await("all talks")
        .atMost(PATIENCE)
        .until(() -> answered(residents) == residents.size() && !anybodyTalks());
    ToneCaller again = callsAgain(first.get(0));
    return new Played(List.copyOf(residents), ordinary, yue, older, again, phones);
  }

  private void shortTalk(SipPhone phone) {
    phone.answer();
    timer.schedule(phone::hangUp, TALK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * She talks with the agent who sits at her page, who has had the latest talk of all then; she
   * calls again while all are free, is with the same, and is handed on.
   */
  private ToneCaller callsAgain(ToneCaller known) throws Exception {
    sit(COLLEAGUE);
    DeskAgent desk = sit(AT_DESK);
    for (SipPhone phone : phones.phones()) {
      if (!phone.user().equals(AT_DESK)) {
        phone.dial("*2");
      }
    }
    ToneCaller once = caller(known.from(), LOWEST_HERTZ - STEP_HERTZ);
    start(once);
    await("her only agent").atMost(PATIENCE).until(() -> answered(List.of(once)) == 1);
    await("the end").atMost(PATIENCE).until(() -> !anybodyTalks());
    for (SipPhone phone : phones.phones()) {
      phone.whenItRings(SipPhone::answer);
      if (!phone.user().equals(AT_DESK)) {
        phone.dial("*1");
      }
    }
    await("her wrap-up").pollDelay(Duration.ofSeconds(4)).until(() -> true);
    ToneCaller again = caller(known.from(), LOWEST_HERTZ - 2 * STEP_HERTZ);
    start(again);
    await("her last agent").atMost(PATIENCE).until(() -> answered(List.of(again)) == 1);
    await("some words").pollDelay(Duration.ofSeconds(2)).until(() -> true);
    desk.handOn("坐席" + COLLEAGUE, new Random(1));
    try {
      await("whom she is handed on to").atMost(PATIENCE).until(() -> again.heard().size() > 1);
      await("some words").pollDelay(Duration.ofSeconds(1)).until(() -> true);
    } catch (ConditionTimeoutException e) {
      System.out.println("not handed on: " + again.heard());
    }
    again.hangUp();
    await("the end").atMost(PATIENCE).until(() -> !anybodyTalks());
    return again;
  }

  private DeskAgent sit(String extension) throws Exception {
    DeskAgent agent = new DeskAgent(ConsoleSession.of(system.hotline(), user(extension)));
    agent.sit(extension);
    return agent;
  }

  private boolean anybodyTalks() {
    return phones.phones().stream().anyMatch(SipPhone::talking);
  }

  private List<ToneCaller> call(int count, String kind) {
    List<ToneCaller> calling = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int n = residents.size();
      ToneCaller caller = caller(number(kind, i), LOWEST_HERTZ + STEP_HERTZ * n);
      residents.add(caller);
      calling.add(caller);
      start(caller);
    }
    return calling;
  }

  private ToneCaller caller(String from, int hertz) {
    return new ToneCaller(board, from, hertz, phones.tones());
  }

  private static void start(ToneCaller caller) {
    Thread thread = new Thread(caller, "resident-" + caller.from());
    thread.setDaemon(true);
    thread.start();
  }

  private static String number(String kind, int i) {
    return "1371000" + List.of("first", "ordinary", "yue", "older").indexOf(kind) + "0" + (10 + i);
  }

  private static long answered(List<ToneCaller> callers) {
    return callers.stream().filter(caller -> !caller.heard().isEmpty()).count();
  }

  private void waiting(int count) {
    await(count + " callers in the queues")
        .atMost(PATIENCE)
        .until(() -> system.asterisk("queue show").split("\\(wait:").length - 1 == count);
  }

  /** When each was first talked with, the earliest first. */
  static List<ToneCaller> inOrderOfAnswers(List<ToneCaller> callers) {
    return callers.stream()
        .sorted(Comparator.comparingLong(caller -> caller.heard().get(0).at()))
        .toList();
  }

  private static String user(String extension) {
    return "crowd-" + extension;
  }

  /** Queues, agents and residents; or as it was before, but for residents, who have tickets. */
  private void sql(boolean begin) throws SQLException {
    try (Connection connection = system.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : begin ? made() : undone()) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> made() {
    List<String> sql = new ArrayList<>();
    sql.add("UPDATE call_queue SET wrap_up_s = 2, region_after_s = 1, all_after_s = 2");
    sql.add(
        "INSERT INTO call_queue (code, title, wrap_up_s, region_after_s, all_after_s)"
            + " VALUES ('crowd-yue', '粤语', 2, 1, 2)");
    sql.add("INSERT INTO call_queue_skill (queue_code, skill) VALUES ('crowd-yue', 'dialect:yue')");
    sql.add("INSERT INTO agent_phone (extension) VALUES ('" + AgentPhones.SIXTH + "')");
    for (String extension : AgentPhones.extensions()) {
      String user = "(SELECT id FROM app_user WHERE username = '" + user(extension) + "')";
      sql.add(
          "INSERT INTO app_user (username, display_name, password_hash, all_estates, created_at)"
              + " SELECT '"
              + user(extension)
              + "', '坐席"
              + extension
              + "', password_hash, TRUE, UTC_TIMESTAMP(3) FROM app_user WHERE username = 'admin'");
      sql.add("INSERT INTO app_user_role (user_id, role) VALUES (" + user + ", 'agent')");
      sql.add(
          "UPDATE agent_phone SET user_id = " + user + " WHERE extension = '" + extension + "'");
      if (CANTONESE.contains(extension)) {
        sql.add("INSERT INTO agent_skill (user_id, skill) VALUES (" + user + ", 'dialect:yue')");
      }
    }
    for (int i = 0; i < YUE; i++) {
      resident(sql, number("yue", i), "yue", "NULL");
    }
    for (int i = 0; i < OLDER; i++) {
      resident(sql, number("older", i), "cmn", "1940");
    }
    return sql;
  }

  private static void resident(List<String> sql, String number, String dialect, String born) {
    sql.add(
        "INSERT INTO resident (name, dialect, birth_year) VALUES ('crowd-"
            + number
            + "', '"
            + dialect
            + "', "
            + born
            + ")");
    sql.add(
        "INSERT INTO resident_phone (resident_id, position, number) SELECT id, 0, '"
            + number
            + "' FROM resident WHERE name = 'crowd-"
            + number
            + "'");
    sql.add(
        "INSERT INTO resident_dwelling (resident_id, position, estate_id) SELECT id, 0,"
            + " (SELECT MIN(id) FROM estate) FROM resident WHERE name = 'crowd-"
            + number
            + "'");
  }

  private static List<String> undone() {
    return List.of(
        "UPDATE call_queue SET wrap_up_s = 45, region_after_s = 15, all_after_s = 30",
        "DELETE FROM call_queue WHERE code = 'crowd-yue'",
        "DELETE FROM desk_seat",
        "DELETE FROM agent_phone WHERE extension = '" + AgentPhones.SIXTH + "'",
        "UPDATE agent_phone SET user_id = NULL");
  }

  /** Nobody is signed in any more, and nobody has a phone: as it is for the classes to come. */
  @Override
  public void close() throws Exception {
    try {
      for (SipPhone phone : phones.phones()) {
        phone.hangUp();
        phone.dial("*0");
      }
    } finally {
      timer.shutdownNow();
      board.close();
      phones.close();
      sql(false);
    }
  }
}
