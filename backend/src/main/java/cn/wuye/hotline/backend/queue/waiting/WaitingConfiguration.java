package cn.wuye.hotline.backend.queue.waiting;

import cn.wuye.hotline.backend.queue.QueueBook;
import cn.wuye.hotline.backend.queue.callback.CallBacksAhead;
import cn.wuye.hotline.backend.traffic.writer.CallerSteps;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.live.LiveQueues;
import cn.wuye.hotline.router.originate.Originator;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hotline.telephony.enabled", matchIfMissing = true)
class WaitingConfiguration {
  @Bean
  WaitingRoom waitingRoom(
      QueueBook book,
      AmiConnection ami,
      LiveQueues queues,
      DatabaseKept kept,
      CallBacksAhead ahead,
      Originator originator,
      PromptAudio prompts,
      CallerSteps steps,
      Clock clock) {
    AnsweredCalls answered = new AnsweredCalls(clock);
    AgentAlarm alarm = new AgentAlarm(originator::originate, prompts);
    WaitingRoom room =
        new WaitingRoom(book, queues::now, kept, ahead, answered, alarm, steps, clock);
    queues.addListener(answered);
    queues.addListener(room);
    ami.addListener(room);
    return room;
  }
}
