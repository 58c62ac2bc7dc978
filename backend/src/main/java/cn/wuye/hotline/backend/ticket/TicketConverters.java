package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Conversions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TicketConverters {
  @Bean
  Conversions ticketConversions() {
    return new Conversions()
        .number(TicketNumber.class, TicketNumber::value, TicketNumber::new)
        .coded(Channel.class)
        .coded(Kind.class)
        .coded(Urgency.class)
        .coded(State.class);
  }
}
