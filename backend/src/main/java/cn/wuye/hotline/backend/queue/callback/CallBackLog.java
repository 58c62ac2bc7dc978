package cn.wuye.hotline.backend.queue.callback;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.log.EventKeeper;
import cn.wuye.hotline.router.queue.CallBack.State;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Writes into the log of queues what became of call-backs that callers had asked for. */
@Component
class CallBackLog {
  private final String node;
  private final EventKeeper events;

  CallBackLog(HotlineProperties hotline, EventKeeper events) {
    this.node = hotline.nodeId();
    this.events = events;
  }

  /**
   * One is over. Returns at once.
   *
   * @param how a state in which nothing more is to be done
   * @param agent extension of who talked with her; empty for nobody
   */
  void ended(StoredCallBack callBack, State how, String agent, Instant at) {
    String call = callBack.place().callId();
    if (callBack.cause() == Cause.ASKED && !call.isEmpty()) {
      EventKind kind =
          how == State.TALKED ? EventKind.CALL_BACK_DONE : EventKind.CALL_BACK_GIVEN_UP;
      events.keep(QueueEvent.told(node, kind, at, call, callBack.place().queueCode(), agent, ""));
    }
  }
}
