package cn.wuye.hotline.caller;

import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.caller.bench.ConsoleSession;
import cn.wuye.hotline.caller.bench.DeskAgent;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.call.ToneCaller;
import cn.wuye.hotline.caller.instance.AgentPhones;
import cn.wuye.hotline.caller.sip.SipPhone;
import cn.wuye.hotline.caller.sound.Pitch;
import cn.wuye.hotline.caller.sound.Track;
import cn.wuye.hotline.ivr.audio.Pcm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Twenty residents and six agents at once, five at telephones and one at a browser. Everybody has a
 * tone of her own, so that who talks with whom is known from the sound alone. Six talk, the others
 * wait: nine of them first, then three who speak Cantonese, at last two who are older than 65.
 */
final class QueueCrowd implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(80);
  private static final List<String> AGENTS =
      List.of("1001", "1002", "1003", "1004", "1005", BrowserAgent.EXTENSION);
  private static final String AT_DESK = "1003";
  private static final String COLLEAGUE = "1004";

  /** Keys of the desk, a resident, nobody, at last a colleague. */
  private static final List<String> REFERRED_TO =
      List.of("*1", "*2", "*0", "13710000010", "1999", COLLEAGUE);

  private static final String FREE_FIRST = "1005";
  private static final int FIRST = 6;
  private static final int ORDINARY = 9;
  private static final int YUE = 3;
  private static final int OLDER = 2;
  private static final int LOWEST_HERTZ = 1400;
  private static final int STEP_HERTZ = 45;
  private static final long TALK_MILLIS = 2500;

  /** A browser takes a while to bring the sound. */
  private static final Duration BROWSER_TALK = Duration.ofSeconds(4);

  private static final int BROWSER_HERTZ = 1150;
  private static final int WINDOW = 1600;

  private final E2e system;
  private final CrowdTables tables;
  private final AgentPhones phones;
  private final BrowserAgent browser;
  private final Switchboard board;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(4);
  private final List<ToneCaller> residents = new ArrayList<>();
  private final Map<String, Integer> referred = new LinkedHashMap<>();
  private String lastAgent = "";

  /**
   * An agent.
   *
   * @param hertz of her tone
   * @param heard in each of her talks
   */
  record Agent(String extension, int hertz, List<Track> heard) {}

  /**
   * What is known afterwards.
   *
   * @param residents all twenty, in the order in which they called
   * @param yue those who speak Cantonese
   * @param older those older than 65
   * @param once who called once more, and was handed on by the key of a telephone
   * @param referred what became of that key, by the number dialled after it
   * @param again the same, once more
   * @param lastAgent how her last agent stood in the queues when that talk was over
   * @param ordinaryWaited the others who had to wait
   * @param agents all six
   */
  record Played(
      List<ToneCaller> residents,
      List<ToneCaller> ordinaryWaited,
      List<ToneCaller> yue,
      List<ToneCaller> older,
      ToneCaller once,
      Map<String, Integer> referred,
      ToneCaller again,
      String lastAgent,
      List<Agent> agents) {
    /** The agent whose tone it is. */
    String agent(int hertz) {
      return agents.stream()
          .filter(agent -> agent.hertz() == hertz)
          .map(Agent::extension)
          .findFirst()
          .orElse("");
    }

    /** Who talked with her first. */
    String agentOf(ToneCaller resident) {
      return resident.heard().isEmpty() ? "" : agent(resident.heard().get(0).hertz());
    }

    /** Whether her tone was heard at that agent's phone. */
    boolean heardAt(String extension, ToneCaller resident) {
      return agents.stream()
          .filter(agent -> agent.extension().equals(extension))
          .flatMap(agent -> agent.heard().stream())
          .anyMatch(track -> most(track.all(), resident.hertz()) > 0.7);
    }
  }

  QueueCrowd(E2e system) throws Exception {
    this.system = system;
    this.tables = new CrowdTables(system, AGENTS, numbers("yue", YUE), numbers("older", OLDER));
    tables.enter();
    this.board = system.switchboard(List.of());
    this.phones = system.agentPhones();
    try {
      this.browser = new BrowserAgent(system.hotline(), BROWSER_HERTZ);
    } catch (IOException | InterruptedException | RuntimeException e) {
      phones.close();
      board.close();
      tables.undo();
      throw e;
    }
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
    browser.talksFor(BROWSER_TALK);
    SipPhone other = phones.phone(FREE_FIRST);
    other.hangUp();
    await("the next").atMost(PATIENCE).until(() -> answered(ordinary) + answered(older) > 0);
    phones.phones().stream().filter(phone -> phone != other).forEach(SipPhone::hangUp);
    browser.hangUp();
    await("all talks")
        .atMost(PATIENCE)
        .until(() -> answered(residents) == residents.size() && !anybodyTalks());
    DeskAgent desk = sit(AT_DESK);
    ToneCaller once = calls(first.get(0));
    ToneCaller again = callsAgain(first.get(0), desk);
    return new Played(
        List.copyOf(residents), ordinary, yue, older, once, referred, again, lastAgent, agents());
  }

  private List<Agent> agents() {
    List<Agent> agents = new ArrayList<>();
    for (SipPhone phone : phones.phones()) {
      agents.add(new Agent(phone.user(), phone.hertz(), phone.heard()));
    }
    agents.add(new Agent(BrowserAgent.EXTENSION, BROWSER_HERTZ, browser.heard()));
    return agents;
  }

  private void shortTalk(SipPhone phone) {
    phone.answer();
    timer.schedule(phone::hangUp, TALK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * She talks with the agent who sits at her page, who has had the latest talk of all then, and is
   * handed on by the key of that agent's telephone: not everywhere, but to a colleague.
   */
  private ToneCaller calls(ToneCaller known) throws Exception {
    browser.pause();
    for (SipPhone phone : phones.phones()) {
      if (!phone.user().equals(AT_DESK)) {
        phone.dial("*2");
      }
    }
    SipPhone only = phones.phone(AT_DESK);
    only.whenItRings(SipPhone::answer);
    ToneCaller once = caller(known.from(), LOWEST_HERTZ - STEP_HERTZ);
    start(once);
    await("her only agent").atMost(PATIENCE).until(() -> answered(List.of(once)) == 1);
    for (String number : REFERRED_TO) {
      referred.put(number, only.refer(number));
    }
    only.hangUp();
    await("whom she is handed on to").atMost(PATIENCE).until(() -> once.heard().size() > 1);
    await("the end").atMost(PATIENCE).until(() -> !anybodyTalks());
    return once;
  }

  /**
   * She calls again while all are free, is with the same, and is handed on at the page to the one
   * at the browser.
   */
  private ToneCaller callsAgain(ToneCaller known, DeskAgent desk) throws Exception {
    for (SipPhone phone : phones.phones()) {
      phone.whenItRings(SipPhone::answer);
      if (!phone.user().equals(AT_DESK)) {
        phone.dial("*1");
      }
    }
    browser.talksFor(PATIENCE);
    browser.ready();
    await("her wrap-up").pollDelay(Duration.ofSeconds(4)).until(() -> true);
    ToneCaller again = caller(known.from(), LOWEST_HERTZ - 2 * STEP_HERTZ);
    start(again);
    await("her last agent").atMost(PATIENCE).until(() -> answered(List.of(again)) == 1);
    await("some words").pollDelay(Duration.ofSeconds(2)).until(() -> true);
    desk.handOn("坐席" + BrowserAgent.EXTENSION, new Random(1));
    try {
      await("whom she is handed on to").atMost(PATIENCE).until(() -> again.heard().size() > 1);
      await("some words").pollDelay(Duration.ofSeconds(1)).until(() -> true);
    } catch (ConditionTimeoutException e) {
      System.out.println("not handed on: " + again.heard());
    }
    lastAgent = wrapUp();
    again.hangUp();
    await("the end").atMost(PATIENCE).until(() -> !anybodyTalks());
    return again;
  }

  /** The agent whose phone was rung without a queue has handed her on. */
  private String wrapUp() throws IOException {
    String member = "PJSIP/" + AT_DESK;
    try {
      await("her wrap-up").atMost(PATIENCE).until(() -> member(member).contains("(paused:wrap-up"));
    } catch (ConditionTimeoutException e) {
      System.out.println("no wrap-up: " + member(member));
    }
    return member(member);
  }

  private String member(String device) throws IOException {
    return system
        .asterisk("queue show")
        .lines()
        .filter(line -> line.contains(device))
        .findFirst()
        .orElse("");
  }

  private DeskAgent sit(String extension) throws Exception {
    DeskAgent agent =
        new DeskAgent(ConsoleSession.of(system.hotline(), CrowdTables.user(extension)));
    agent.sit(extension);
    return agent;
  }

  private boolean anybodyTalks() {
    return browser.talking() || phones.phones().stream().anyMatch(SipPhone::talking);
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
    int[] tones = Arrays.copyOf(phones.tones(), phones.tones().length + 1);
    tones[tones.length - 1] = BROWSER_HERTZ;
    return new ToneCaller(board, from, hertz, tones);
  }

  private static void start(ToneCaller caller) {
    Thread thread = new Thread(caller, "resident-" + caller.from());
    thread.setDaemon(true);
    thread.start();
  }

  private static List<String> numbers(String kind, int count) {
    return IntStream.range(0, count).mapToObj(i -> number(kind, i)).toList();
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
      try {
        browser.close();
      } finally {
        tables.undo();
      }
    }
  }
}
