package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.desk.CallSteps;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.line.FloorRounds;
import cn.wuye.hotline.backend.intake.CallsSoFar;
import cn.wuye.hotline.backend.queue.waiting.WaitingSteps;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.channel.LiveChannels;
import cn.wuye.hotline.router.live.LiveAgents;
import cn.wuye.hotline.router.live.LiveQueues;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class FloorConfiguration {
  @Bean
  Floor floor() {
    return new Floor();
  }

  @Bean
  NodeToken nodeToken(@Value("${hotline.cluster.secret:}") String secret) {
    return new NodeToken(secret);
  }

  @Bean
  PartItems partItems(JsonMapper json) {
    return new PartItems(json);
  }

  /** A node without a telephone shows what the others see. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "hotline.telephony.enabled", matchIfMissing = true)
  static class FloorWithTelephone {
    @Bean
    CallerFacts callerFacts(CallsSoFar calls, Directory directory) {
      return new CallerFacts(calls, directory);
    }

    @Bean
    MachineCallers machineCallers(CallerFacts facts) {
      return new MachineCallers(facts::of);
    }

    @Bean
    @Order(0)
    OwnRound ownRound(
        HotlineProperties here,
        CallerFacts facts,
        MachineCallers machine,
        LiveQueues queues,
        LiveAgents agents,
        LiveChannels channels,
        Floor floor) {
      OwnPart part =
          new OwnPart(
              here.nodeId(),
              facts::of,
              call -> channels.find(call).isPresent(),
              new OwnTalks(channels::snapshot)::of);
      return new OwnRound(part, queues, agents, machine, floor);
    }

    @Bean
    OwnAgents ownAgents(AmiConnection ami, LiveQueues queues) {
      return new OwnAgents(ami, queues::now);
    }

    @Bean
    OwnCalls ownCalls(CallSteps steps, LiveQueues queues, LiveChannels channels) {
      OwnTalks talks = new OwnTalks(channels::snapshot);
      return new OwnCalls(
          steps, device -> talks.of(device, queues.now().calls().getOrDefault(device, "")));
    }

    @Bean
    OwnCallers ownCallers(
        AmiConnection ami, WaitingSteps steps, LiveQueues queues, LiveChannels channels) {
      return new OwnCallers(
          ami, steps, queues::now, call -> channels.find(call).map(LiveChannel::name));
    }

    @Bean
    OwnRecordings ownRecordings(AmiConnection ami, LiveChannels channels) {
      return new OwnRecordings(ami, channels::snapshot);
    }

    @Bean
    FloorNews floorNews(
        FloorRounds rounds, LiveQueues queues, LiveAgents agents, MachineCallers machine) {
      FloorNews news = new FloorNews(rounds);
      queues.addListener(news);
      agents.addListener(news);
      machine.addListener(rounds::soon);
      return news;
    }
  }
}
