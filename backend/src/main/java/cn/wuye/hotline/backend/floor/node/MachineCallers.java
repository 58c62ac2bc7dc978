package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.floor.MachineCaller;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.port.CallNow;
import cn.wuye.hotline.ivr.port.CallsNow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Who talks with this node's machine now, and what she says. Safe for several threads. */
final class MachineCallers implements CallsNow {
  private final Function<String, Told> facts;
  private final Map<CallId, Talk> talks = new ConcurrentHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * @param told what was known when the machine said its last words
   */
  private record Talk(CallNow now, Told told, MachineCaller caller) {}

  /**
   * @param facts what is known of a caller, by her channel
   */
  MachineCallers(Function<String, Told> facts) {
    this.facts = facts;
  }

  /** Told after each change; must return quickly. */
  void addListener(Runnable listener) {
    listeners.add(listener);
  }

  List<MachineCaller> now() {
    return talks.values().stream().map(Talk::caller).toList();
  }

  @Override
  public void told(CallNow now) {
    CallId call = now.call().id();
    Talk before = talks.get(call);
    // A file is read for it: where the machine goes on, it may have learnt where she lives.
    Told told =
        before == null || !before.now().prompt().equals(now.prompt())
            ? facts.apply(call.value())
            : before.told();
    talks.put(call, new Talk(now, told, caller(now, told)));
    listeners.forEach(Runnable::run);
  }

  private static MachineCaller caller(CallNow now, Told told) {
    return new MachineCaller(
        now.call().id().value(),
        now.call().answeredAt(),
        told.phone(),
        told.estate(),
        now.dialect().isEmpty() ? told.dialect() : now.dialect(),
        now.emergency() || told.emergency(),
        Text.fitted(ShownWords.of(now.prompt()), MachineCaller.PROMPT),
        ShownWords.ending(now.words(), MachineCaller.WORDS));
  }

  @Override
  public void over(CallId call) {
    talks.remove(call);
    listeners.forEach(Runnable::run);
  }
}
