package cn.wuye.hotline.backend.recording;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecordingConfiguration {
  @Bean
  RecordingStore recordingStore(RecordingProperties properties) {
    return new FolderRecordingStore(properties.folder());
  }
}
