package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.router.agent.AgentRules;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.AmiSettings;
import cn.wuye.hotline.router.callback.CallBackCalls;
import cn.wuye.hotline.router.channel.LiveChannels;
import cn.wuye.hotline.router.exchange.Exchange;
import cn.wuye.hotline.router.live.DirectTalks;
import cn.wuye.hotline.router.live.LiveAgents;
import cn.wuye.hotline.router.live.LiveQueues;
import cn.wuye.hotline.router.live.QueueCommands;
import cn.wuye.hotline.router.originate.Originator;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connection to Asterisk's manager interface, and what hangs on it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hotline.telephony.enabled", matchIfMissing = true)
class RouterConfiguration {
  @Bean
  LiveChannels liveChannels(Clock clock) {
    return new LiveChannels(clock);
  }

  @Bean
  LiveQueues liveQueues(Clock clock) {
    return new LiveQueues(clock);
  }

  @Bean
  LiveAgents liveAgents(Clock clock, LiveQueues queues) {
    LiveAgents agents = new LiveAgents(AgentRules.DEFAULT, clock);
    queues.addListener(agents);
    return agents;
  }

  @Bean
  DirectTalks directTalks(
      LiveChannels channels, LiveQueues queues, LiveAgents agents, AmiConnection ami, Clock clock) {
    DirectTalks talks = new DirectTalks(channels, queues, agents, new QueueCommands(ami), clock);
    queues.addListener(talks);
    return talks;
  }

  @Bean(initMethod = "start")
  Periodically agentTicks(LiveAgents agents) {
    return new Periodically("agent-ticks", Duration.ofSeconds(1), agents::tick);
  }

  @Bean
  AmiConnection amiConnection(TelephonyProperties telephony, Clock clock) {
    TelephonyProperties.Ami ami = telephony.ami();
    return new AmiConnection(
        AmiSettings.of(ami.host(), ami.port(), ami.user(), ami.password()), clock);
  }

  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService ringTimer() {
    return Executors.newSingleThreadScheduledExecutor(
        runnable -> {
          Thread thread = new Thread(runnable, "ring-timer");
          thread.setDaemon(true);
          return thread;
        });
  }

  @Bean
  Originator originator(AmiConnection ami, ScheduledExecutorService ringTimer) {
    return new Originator(ami, ringTimer);
  }

  @Bean
  CallBackCalls callBackCalls(
      Originator originator, LiveQueues queues, TelephonyProperties telephony, Clock clock) {
    CallBackCalls calls = new CallBackCalls(originator::originate, telephony.number(), clock);
    queues.addListener(calls);
    return calls;
  }

  @Bean
  Exchange exchange(AmiConnection ami, Clock clock) {
    return new Exchange(ami, clock);
  }

  @Bean(initMethod = "start")
  Periodically exchangeRefresh(Exchange exchange) {
    return new Periodically("asterisk-facts", Duration.ofSeconds(10), exchange::refresh);
  }

  /** Listeners first, then the connection: none may miss the first synchronisation. */
  @Bean
  RouterStart routerStart(
      AmiConnection ami,
      LiveChannels channels,
      LiveQueues queues,
      DirectTalks directTalks,
      Originator originator,
      CallBackCalls callBacks,
      Exchange exchange) {
    ami.addListener(channels);
    ami.addListener(queues);
    ami.addListener(directTalks);
    ami.addListener(originator);
    ami.addListener(callBacks);
    ami.addListener(exchange);
    return new RouterStart(ami);
  }
}
