package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the turns of one call in memory. */
public final class RecordedCallLog implements CallLog {
  private final List<Turn> turns = new CopyOnWriteArrayList<>();

  @Override
  public void started(Call call) {
    turns.clear();
  }

  @Override
  public void turn(CallId call, Turn turn) {
    turns.add(turn);
  }

  @Override
  public void ended(CallId call) {}

  public List<Turn> turns() {
    return List.copyOf(turns);
  }

  /** The keys of the prompts that were said, in order. */
  public List<String> said() {
    return turns.stream().filter(turn -> turn.kind() == Turn.Kind.SAID).map(Turn::key).toList();
  }

  /** The conversation as people read it. */
  public String transcript() {
    StringBuilder text = new StringBuilder();
    for (Turn turn : turns) {
      text.append(
          String.format(
              "%n%6.1f %-8s %-14s %-22s %s",
              turn.from().toMillis() / 1000.0, turn.who(), turn.kind(), turn.key(), turn.text()));
    }
    return text.toString();
  }
}
