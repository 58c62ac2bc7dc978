package cn.wuye.hotline.backend.estate;

import cn.wuye.hotline.backend.persistence.Conversions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EstateConverters {
  @Bean
  Conversions estateConversions() {
    return new Conversions()
        .number(EstateId.class, EstateId::value, EstateId::new)
        .value(Estate.Aliases.class, String.class, Estate.Aliases::column, Estate.Aliases::parse);
  }
}
