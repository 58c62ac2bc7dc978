package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.port.CallLog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was told. */
final class TestLog implements CallLog {
  private final List<Call> started = new CopyOnWriteArrayList<>();
  private final List<CallId> ended = new CopyOnWriteArrayList<>();
  private final Map<CallId, List<Turn>> turns = new ConcurrentHashMap<>();

  @Override
  public void started(Call call) {
    started.add(call);
  }

  @Override
  public void turn(CallId call, Turn turn) {
    turns.computeIfAbsent(call, id -> new CopyOnWriteArrayList<>()).add(turn);
  }

  @Override
  public void ended(CallId call) {
    ended.add(call);
  }

  List<Call> started() {
    return started;
  }

  List<CallId> ended() {
    return ended;
  }

  List<Turn> turns(CallId call) {
    return turns.getOrDefault(call, List.of());
  }
}
