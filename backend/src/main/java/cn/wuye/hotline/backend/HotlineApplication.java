package cn.wuye.hotline.backend;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The hotline's one deployable. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HotlineApplication {
  public static void main(String[] args) {
    SpringApplication.run(HotlineApplication.class, args);
  }
}
