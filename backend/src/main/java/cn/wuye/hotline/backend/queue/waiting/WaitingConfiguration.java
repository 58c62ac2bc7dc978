package cn.wuye.hotline.backend.queue.waiting;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.queue.OtherNodes;
import cn.wuye.hotline.backend.queue.QueueBook;
import cn.wuye.hotline.backend.queue.callback.CallBacksAhead;
import cn.wuye.hotline.backend.traffic.writer.CallerSteps;
import cn.wuye.hotline.ivr.music.MusicFolder;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.live.LiveQueues;
import cn.wuye.hotline.router.originate.Originator;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hotline.telephony.enabled", matchIfMissing = true)
class WaitingConfiguration {
  private static final Duration MUSIC_EVERY = Duration.ofHours(6);

  @Bean
  HeldMusic heldMusic(HotlineProperties hotline) {
    return new HeldMusic(new MusicFolder(hotline.home().resolve("music")));
  }

  @Bean(initMethod = "start")
  Periodically heldMusicRounds(HeldMusic music) {
    return new Periodically("music", MUSIC_EVERY, music::fill);
  }

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
      HeldMusic music,
      OtherNodes otherNodes,
      Clock clock) {
    AnsweredCalls answered = new AnsweredCalls(clock);
    AgentAlarm alarm = new AgentAlarm(originator::originate, prompts);
    WaitingRoom room =
        new WaitingRoom(
            book,
            queues::now,
            kept,
            ahead,
            answered,
            alarm,
            steps,
            music::ready,
            otherNodes,
            clock);
    queues.addListener(answered);
    queues.addListener(room);
    ami.addListener(room);
    return room;
  }
}
