package cn.wuye.hotline.backend.traffic.writer;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.traffic.log.EventKeeper;
import cn.wuye.hotline.backend.traffic.log.QueueEvents;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.channel.LiveChannels;
import cn.wuye.hotline.router.live.LiveAgents;
import cn.wuye.hotline.router.live.LiveQueues;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Listens before the connection to Asterisk begins, so that the first synchronisation is heard. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hotline.telephony.enabled", matchIfMissing = true)
class WriterConfiguration {
  @Bean
  OpenEnds openEnds(
      HotlineProperties hotline,
      QueueEvents events,
      EventKeeper keeper,
      LiveChannels channels,
      DatabaseGate gate,
      Clock clock) {
    return new OpenEnds(
        hotline.nodeId(),
        Utc.now(clock),
        events,
        keeper::nothingOnDisk,
        call -> !channels.current() || channels.find(call).isPresent(),
        gate,
        clock);
  }

  @Bean
  QueueScribe queueScribe(
      HotlineProperties hotline,
      EventKeeper keeper,
      OpenEnds openEnds,
      AmiConnection ami,
      LiveQueues queues,
      Clock clock) {
    QueueScribe scribe = new QueueScribe(hotline.nodeId(), keeper::keep, openEnds, clock);
    ami.addListener(scribe);
    queues.addListener(scribe);
    return scribe;
  }

  @Bean
  AgentScribe agentScribe(HotlineProperties hotline, EventKeeper keeper, LiveAgents agents) {
    AgentScribe scribe = new AgentScribe(hotline.nodeId(), keeper::keep);
    agents.addListener(scribe);
    return scribe;
  }
}
