package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.NodePart;
import cn.wuye.hotline.backend.floor.line.Round;
import cn.wuye.hotline.router.live.LiveAgents;
import cn.wuye.hotline.router.live.LiveQueues;
import java.time.Instant;

/** Puts this node's part on the floor. */
final class OwnRound implements Round {
  private final OwnPart part;
  private final LiveQueues queues;
  private final LiveAgents agents;
  private final MachineCallers machine;
  private final Floor floor;

  OwnRound(
      OwnPart part, LiveQueues queues, LiveAgents agents, MachineCallers machine, Floor floor) {
    this.part = part;
    this.queues = queues;
    this.agents = agents;
    this.machine = machine;
    this.floor = floor;
  }

  @Override
  public void round(Instant now) {
    NodePart fresh = part.of(queues.now(), agents.states(), machine.now(), now);
    floor.take(fresh);
  }
}
