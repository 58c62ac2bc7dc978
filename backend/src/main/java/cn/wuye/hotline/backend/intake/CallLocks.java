package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** One after the other for each call; different calls seldom wait for each other. */
final class CallLocks {
  private final ReentrantLock[] stripes =
      Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

  ReentrantLock of(CallId call) {
    return stripes[Math.floorMod(call.hashCode(), stripes.length)];
  }
}
