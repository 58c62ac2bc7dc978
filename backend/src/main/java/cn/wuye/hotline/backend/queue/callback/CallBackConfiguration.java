package cn.wuye.hotline.backend.queue.callback;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.outbound.PhonesInUse;
import cn.wuye.hotline.backend.queue.LastAgents;
import cn.wuye.hotline.backend.queue.QueueBook;
import cn.wuye.hotline.ivr.wording.ServiceHours;
import cn.wuye.hotline.router.callback.CallBackCalls;
import cn.wuye.hotline.router.callback.CallBackOrder;
import cn.wuye.hotline.router.callback.PlacedCallBack;
import cn.wuye.hotline.router.live.LiveQueues;
import cn.wuye.hotline.router.live.QueuesNow;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hotline.telephony.enabled", matchIfMissing = true)
class CallBackConfiguration {
  private static final Duration EVERY = Duration.ofSeconds(2);

  @Bean
  CallBacksAhead callBacksAhead() {
    return new CallBacksAhead();
  }

  @Bean(initMethod = "start")
  Periodically callBackRounds(
      CallBackRows rows,
      CallBacks callBacks,
      CallBackTickets tickets,
      PhonesInUse phones,
      LastAgents agents,
      QueueBook book,
      CallBacksAhead ahead,
      DatabaseGate gate,
      HotlineProperties hotline,
      LiveQueues queues,
      CallBackCalls calls,
      Clock clock) {
    Node here = new Node(hotline.nodeId(), queues, calls);
    CallBackRounds rounds =
        new CallBackRounds(
            here,
            new CallBackRounds.Shared(rows, callBacks, tickets, phones, agents, book, ahead, gate),
            clock,
            ServiceHours.ZONE);
    Periodically job = new Periodically("call-backs", EVERY, rounds::round);
    here.wakes(job);
    return job;
  }

  /** This node, and who is woken when something has happened. */
  private static final class Node implements CallBackRounds.Here {
    private final String name;
    private final LiveQueues live;
    private final CallBackCalls calls;
    private volatile @Nullable Periodically job;

    Node(String name, LiveQueues live, CallBackCalls calls) {
      this.name = name;
      this.live = live;
      this.calls = calls;
    }

    void wakes(Periodically rounds) {
      job = rounds;
    }

    @Override
    public String node() {
      return name;
    }

    @Override
    public QueuesNow queues() {
      return live.now();
    }

    @Override
    public PlacedCallBack place(CallBackOrder order) {
      return calls.place(order);
    }

    @Override
    public void wake() {
      Periodically sleeping = job;
      if (sleeping != null) {
        sleeping.now();
      }
    }
  }
}
