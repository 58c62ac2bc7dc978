package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.port.CallNow;
import cn.wuye.hotline.ivr.port.CallsNow;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was told of calls while they were going on. */
final class TestFollower implements CallsNow {
  private final List<CallNow> told = new CopyOnWriteArrayList<>();
  private final List<CallId> over = new CopyOnWriteArrayList<>();

  @Override
  public void told(CallNow now) {
    told.add(now);
  }

  @Override
  public void over(CallId call) {
    over.add(call);
  }

  List<String> words() {
    return told.stream().map(CallNow::words).toList();
  }

  List<String> prompts() {
    return told.stream().map(CallNow::prompt).distinct().toList();
  }

  List<CallId> over() {
    return over;
  }
}
