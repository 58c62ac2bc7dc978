package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.floor.line.FloorRounds;
import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.ami.BlindSpan;
import cn.wuye.hotline.router.live.AgentsListener;
import cn.wuye.hotline.router.live.QueueHappening;
import cn.wuye.hotline.router.live.QueuesListener;
import cn.wuye.hotline.router.live.QueuesNow;
import java.time.Instant;
import java.util.Optional;

/** Whatever happens in this node's Asterisk is looked at soon. */
record FloorNews(FloorRounds rounds) implements QueuesListener, AgentsListener {

  @Override
  public void happened(QueueHappening happening, Instant at) {
    rounds.soon();
  }

  @Override
  public void replaced(QueuesNow now, Optional<BlindSpan> blind) {
    rounds.soon();
  }

  @Override
  public void lost() {
    rounds.soon();
  }

  @Override
  public void changed(String device, AgentState before, AgentState after) {
    rounds.soon();
  }
}
