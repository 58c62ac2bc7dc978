package cn.wuye.hotline.backend.message.voice;

import cn.wuye.hotline.ivr.port.SpokenMessage.Reply;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A telephone without Asterisk: what becomes of each call is told before. */
public final class FakeTelephone implements Telephone {
  private final List<VoiceCall> calls = new CopyOnWriteArrayList<>();
  private final Queue<Function<VoiceCall, CallEnd>> next = new ArrayDeque<>();
  private volatile boolean ready = true;

  /** How the next call goes; without a word nobody answers. */
  public FakeTelephone then(Function<VoiceCall, CallEnd> how) {
    next.add(how);
    return this;
  }

  /** The next call ends so. */
  public FakeTelephone then(CallEnd end) {
    return then(call -> end);
  }

  /** The next is answered, and the key is pressed. */
  public FakeTelephone thenConfirms() {
    return then(call -> call.key().get() == Reply.FAILED ? CallEnd.NOT_HEARD : CallEnd.CONFIRMED);
  }

  /** Whether Asterisk can be asked. */
  public void ready(boolean now) {
    ready = now;
  }

  /** All calls so far, by number. */
  public List<String> numbers() {
    return calls.stream().map(call -> call.number().digits()).toList();
  }

  /** All calls so far. */
  public List<VoiceCall> calls() {
    return calls;
  }

  /** As if nothing had been. */
  public void reset() {
    calls.clear();
    next.clear();
    ready = true;
  }

  @Override
  public boolean ready() {
    return ready;
  }

  @Override
  public CallEnd phone(VoiceCall call) {
    calls.add(call);
    Function<VoiceCall, CallEnd> how = next.poll();
    return how == null ? CallEnd.NO_ANSWER : how.apply(call);
  }
}
