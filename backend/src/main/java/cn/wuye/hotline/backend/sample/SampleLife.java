package cn.wuye.hotline.backend.sample;

import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Transitions;
import cn.wuye.hotline.backend.ticket.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What becomes of a made-up ticket: the usual way, the ways out of it, and the odd one that sticks.
 */
final class SampleLife {
  private static final List<String> STAFF =
      List.of("user:李静", "user:王晓燕", "user:陈国强", "user:赵敏", "user:孙磊", "user:周涛");
  private static final List<String> DONE =
      List.of("已更换配件，现场试运行正常", "已清理干净，业主确认", "已处理，照片已留存", "已向业主当面解释并致歉", "已整改，加强巡查");
  private static final List<Verb> USUAL =
      List.of(Verb.ACCEPT, Verb.DISPATCH, Verb.START, Verb.SOLVE, Verb.CALL_BACK, Verb.ARCHIVE);
  private static final List<Verb> AGAIN =
      List.of(
          Verb.ACCEPT,
          Verb.DISPATCH,
          Verb.START,
          Verb.SOLVE,
          Verb.CALL_BACK,
          Verb.REOPEN,
          Verb.DISPATCH,
          Verb.SOLVE,
          Verb.CALL_BACK,
          Verb.ARCHIVE);

  private SampleLife() {}

  /**
   * @param mayStick whether it may be forgotten half-way
   */
  static List<SampleStep> of(
      Instant opened, boolean emergency, boolean mayStick, Instant now, Random random) {
    List<SampleStep> steps = new ArrayList<>();
    State state = State.NEW;
    Instant at = opened;
    for (Verb verb : way(mayStick, random)) {
      at = at.plus(pause(verb, emergency, random));
      Optional<State> next = Transitions.apply(state, verb);
      if (at.isAfter(now) || next.isEmpty()) {
        break;
      }
      String actor = STAFF.get(random.nextInt(STAFF.size()));
      String reason = reason(verb, random);
      steps.add(new SampleStep(at, actor, verb, state, next.get(), reason));
      state = next.get();
    }
    return List.copyOf(steps);
  }

  private static List<Verb> way(boolean mayStick, Random random) {
    double luck = random.nextDouble();
    if (luck < 0.03) {
      return List.of(Verb.DECLINE, Verb.CALL_BACK, Verb.ARCHIVE);
    }
    if (luck < 0.05) {
      return List.of(Verb.ACCEPT, Verb.WITHDRAW, Verb.ARCHIVE);
    }
    if (luck < 0.065) {
      return List.of(Verb.ACCEPT, Verb.NOT_CONFIRM, Verb.CALL_BACK, Verb.ARCHIVE);
    }
    if (luck < 0.11) {
      return AGAIN;
    }
    return mayStick && luck < 0.13 ? USUAL.subList(0, 1 + random.nextInt(3)) : USUAL;
  }

  private static Duration pause(Verb verb, boolean emergency, Random random) {
    int most =
        switch (verb) {
          case ACCEPT, DECLINE -> emergency ? 5 : 130;
          case DISPATCH -> emergency ? 5 : 45;
          case START -> emergency ? 15 : 20 * 60;
          case SOLVE -> emergency ? 240 : 70 * 60;
          case CALL_BACK, REOPEN, NOT_CONFIRM, WITHDRAW, MARK_DUPLICATE -> 24 * 60;
          case ARCHIVE -> 3 * 60;
        };
    return Duration.ofSeconds(60 + random.nextInt(most * 60));
  }

  private static String reason(Verb verb, Random random) {
    return switch (verb) {
      case SOLVE -> DONE.get(random.nextInt(DONE.size()));
      case DECLINE -> "属于业主专有部分，已说明规定并提供有偿维修电话";
      case WITHDRAW -> "业主来电说已自行解决";
      case NOT_CONFIRM -> "到场查看未发现所述情况";
      case REOPEN -> "回访时业主说没有解决";
      case ACCEPT, DISPATCH, START, CALL_BACK, ARCHIVE, MARK_DUPLICATE -> "";
    };
  }
}
