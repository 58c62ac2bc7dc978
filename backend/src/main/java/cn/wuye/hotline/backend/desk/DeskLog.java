package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.log.EventKeeper;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Writes into the log of queues that an agent has handed a caller on. Asterisk cannot tell it: for
 * its queue the caller is sent elsewhere by the manager, which is the end of a talk like any other.
 */
@Component
class DeskLog {
  private final String node;
  private final EventKeeper events;

  DeskLog(HotlineProperties hotline, EventKeeper events) {
    this.node = hotline.nodeId();
    this.events = events;
  }

  /** Somebody else talks with the caller, or is rung for her. Returns at once. */
  void handedOn(DeskCall call, Instant at) {
    events.keep(
        QueueEvent.told(
            node, EventKind.TRANSFERRED, at, call.call().value(), "", call.extension(), ""));
  }
}
