package cn.wuye.hotline.caller.result;

import cn.wuye.hotline.caller.call.Act;
import cn.wuye.hotline.caller.call.CallRecord;
import cn.wuye.hotline.caller.call.PhoneCall;
import cn.wuye.hotline.caller.sound.Hops;
import cn.wuye.hotline.caller.sound.PromptBook;
import cn.wuye.hotline.caller.sound.PromptBook.Found;
import cn.wuye.hotline.caller.sound.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a call's record: who said what when, and how long the hotline took. */
public final class Analysis {
  /** So long must it have been quiet before an answer, lest a prompt that goes on counts as one. */
  private static final int QUIET_HOPS = 3;

  /** Longer than a pause between the words of a prompt. */
  private static final int PAUSE_HOPS = 20;

  /** A pause that ends a sound of which nothing is known. */
  private static final int GAP_HOPS = 30;

  /** The longest pause inside a prompt. */
  private static final int LONGEST_BREATH_HOPS = 60;

  /** How far back a prompt may have begun that she speaks into. */
  private static final int LONGEST_PROMPT_HOPS = 4000;

  private final CallRecord call;
  private final PromptBook prompts;

  public Analysis(CallRecord call, PromptBook prompts) {
    this.call = call;
    this.prompts = prompts;
  }

  /** All turns of the call, in order. */
  public List<Turn> turns() {
    List<Turn> turns = new ArrayList<>(Hearing.turns(call.heard(), prompts));
    for (Act act : call.acts()) {
      turns.add(turn(act));
    }
    for (Map.Entry<String, List<PhoneCall>> phone : call.phones().entrySet()) {
      for (PhoneCall answered : phone.getValue()) {
        int heard = answered.heard().millis();
        turns.add(new Turn("phone", "answered", phone.getKey(), "", 0, heard));
      }
    }
    turns.sort(Comparator.comparingInt(Turn::startMs));
    return List.copyOf(turns);
  }

  private static Turn turn(Act act) {
    String kind =
        switch (act.kind()) {
          case WORDS -> "words";
          case KEYS -> "keys";
          case SILENCE -> "silence";
          case HUNG_UP -> "hung-up";
        };
    return new Turn("caller", kind, act.text(), "", act.startMillis(), act.endMillis());
  }

  /** Both timings, measured in the sound alone. */
  public Timings timings() {
    List<Integer> gaps = new ArrayList<>();
    List<Integer> bargeIns = new ArrayList<>();
    List<Act> acts = call.acts();
    for (int i = 0; i < acts.size(); i++) {
      Act act = acts.get(i);
      int until = i + 1 < acts.size() ? acts.get(i + 1).startMillis() : call.heard().millis() + 1;
      if (act.kind() == Act.Kind.WORDS) {
        answerGap(act, until).ifPresent(gaps::add);
      }
      if (act.bargeIn()) {
        bargeIn(act).ifPresent(bargeIns::add);
      }
    }
    return new Timings(List.copyOf(gaps), List.copyOf(bargeIns));
  }

  private Optional<Integer> answerGap(Act act, int untilMillis) {
    Track heard = call.heard();
    int end = act.endMillis() / Hops.MILLIS;
    if (!quietBefore(heard, end, QUIET_HOPS)) {
      return Optional.empty();
    }
    int answer = heard.firstAudible(end);
    if (answer < 0 || answer * Hops.MILLIS > untilMillis) {
      return Optional.empty();
    }
    return Optional.of(Math.max(0, answer * Hops.MILLIS - act.endMillis()));
  }

  private static boolean quietBefore(Track heard, int until, int hops) {
    for (int hop = Math.max(0, until - hops); hop < until; hop++) {
      if (heard.audible(hop)) {
        return false;
      }
    }
    return true;
  }

  private Optional<Integer> bargeIn(Act act) {
    Track heard = call.heard();
    int begin = act.startMillis() / Hops.MILLIS;
    int sound = heard.firstAudible(begin);
    if (sound < 0 || sound > begin + LONGEST_BREATH_HOPS) {
      // The prompt was over just before she began: there was nothing to cut.
      return Optional.empty();
    }
    Optional<Found> playing =
        prompts.identify(heard, Math.max(0, begin - LONGEST_PROMPT_HOPS), begin).stream()
            .filter(found -> found.match().at() + found.piece().template().length() > begin)
            .reduce((first, second) -> second);
    if (playing.isEmpty() && quietBefore(heard, begin, PAUSE_HOPS)) {
      // What sounds next is the answer to what she did, not what she cut.
      return Optional.empty();
    }
    int cut =
        playing
            .map(found -> found.piece().template().cutAfter(heard, found.match(), begin))
            .orElseGet(() -> gapAfter(heard, begin));
    if (cut < 0 || (playing.isEmpty() && sound >= cut)) {
      return Optional.empty();
    }
    int last = cut;
    while (last > begin && !heard.audible(last - 1)) {
      last--;
    }
    return Optional.of(Math.max(0, last * Hops.MILLIS - act.startMillis()));
  }

  private static int gapAfter(Track heard, int fromHop) {
    int quiet = 0;
    for (int hop = fromHop; hop < heard.hops().count(); hop++) {
      quiet = heard.audible(hop) ? 0 : quiet + 1;
      if (quiet >= GAP_HOPS) {
        return hop - quiet + 1;
      }
    }
    return -1;
  }
}
