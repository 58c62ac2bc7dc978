package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.channel.LiveChannels;
import cn.wuye.hotline.router.control.CallControl;
import cn.wuye.hotline.router.live.LiveAgents;
import cn.wuye.hotline.router.live.LiveQueues;
import cn.wuye.hotline.router.live.QueueCommands;
import cn.wuye.hotline.router.originate.Originator;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DeskConfiguration {
  private static final Duration EVERY = Duration.ofHours(6);

  @Bean(initMethod = "start")
  Periodically deskPurge(JdbcClient jdbc, DatabaseGate gate, Clock clock) {
    OldDesks old = new OldDesks(jdbc, clock);
    return new Periodically(
        "desk-purge",
        EVERY,
        () -> {
          if (gate.isOpen()) {
            old.remove();
          }
        });
  }

  /** A node that answers calls. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "hotline.telephony.enabled", matchIfMissing = true)
  static class DeskWithTelephone {
    @Bean
    DeskTelephone deskTelephone(
        LiveQueues queues,
        LiveAgents agents,
        LiveChannels channels,
        AmiConnection ami,
        Originator originator,
        RecordedElsewhere elsewhere,
        Clock clock) {
      return new AsteriskTelephone(
          queues,
          agents,
          channels,
          new QueueCommands(ami),
          new CallControl(ami),
          originator,
          elsewhere,
          clock);
    }

    /** Listens from the first synchronisation on. */
    @Bean
    DeskWatch deskWatch(
        Seats seats,
        DeskCalls calls,
        CallDesk desk,
        DeskTelephone telephone,
        DeskScreens screens,
        DeskThread thread,
        LiveChannels channels,
        LiveAgents agents,
        Clock clock) {
      DeskWatch watch =
          new DeskWatch(seats, calls, desk, telephone, screens, thread, channels::find, clock);
      channels.addListener(watch);
      agents.addListener(watch);
      return watch;
    }
  }

  /** A process that serves the console only. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "hotline.telephony.enabled", havingValue = "false")
  static class DeskWithoutTelephone {
    @Bean
    DeskTelephone deskTelephone() {
      return new NoTelephone();
    }
  }
}
