package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.desk.RecordedElsewhere;
import cn.wuye.hotline.backend.desk.TelephoneAway;
import cn.wuye.hotline.backend.floor.CallOrder.Outcome;
import cn.wuye.hotline.router.ami.SentCallers;
import org.springframework.stereotype.Component;

/** Asks the node whose call it is. */
@Component
final class OtherRecordings implements RecordedElsewhere {
  private final FloorCommands commands;

  OtherRecordings(FloorCommands commands) {
    this.commands = commands;
  }

  @Override
  public void pause(String call, boolean paused) {
    Outcome outcome =
        SentCallers.nodeOf(call)
            .map(node -> commands.pauseRecording(node, call, paused))
            .orElse(Outcome.OVER);
    if (outcome != Outcome.DONE) {
      throw new TelephoneAway("the node of call " + call + " has not done it: " + outcome);
    }
  }
}
