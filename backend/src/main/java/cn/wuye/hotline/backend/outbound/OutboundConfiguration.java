package cn.wuye.hotline.backend.outbound;

import cn.wuye.hotline.ivr.data.DataFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How often numbers may be called. */
@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {
  /**
   * Those of surveys, for they hold together.
   *
   * @param calling the operator's own file; empty: the shipped one
   */
  @Bean
  CallLimits callLimits(@Value("${hotline.survey.calling:}") String calling) {
    return calling.isBlank()
        ? CallLimits.shipped()
        : CallingFile.read(calling, file -> CallLimits.of(DataFile.file(file)));
  }
}
