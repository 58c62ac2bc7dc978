package cn.wuye.hotline.backend.directory;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.resident.CallerMemory;
import cn.wuye.hotline.backend.resident.NumberHash;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {
  @Bean
  DirectoryFile directoryFile(HotlineProperties hotline) {
    return new DirectoryFile(hotline.home().resolve("cache/directory.json"));
  }

  @Bean
  CachedDirectory directory(DirectoryFile file, NumberHash hash) {
    return new CachedDirectory(file.read(), hash::of);
  }

  @Bean
  Refresher directoryRefresher(
      CachedDirectory directory,
      DirectoryFile file,
      HotlineProperties hotline,
      DirectoryProperties properties,
      JdbcClient jdbc,
      CallerMemory memory,
      DatabaseGate gate,
      Clock clock) {
    Path onDuty = hotline.home().resolve("asterisk/etc/on-duty.conf");
    DirectoryRefresh refresh =
        new DirectoryRefresh(
            directory,
            new DirectoryReader(jdbc, memory, clock),
            file,
            new OnDutyFile(onDuty),
            gate,
            clock);
    return new Refresher(new Periodically("directory", properties.refresh(), refresh::refresh));
  }

  /**
   * Refreshes also as soon as the database is there for the first time, after those who fill it
   * then.
   */
  record Refresher(Periodically work) implements AutoCloseable {
    Refresher {
      work.start();
    }

    @EventListener
    @Order
    void on(SchemaReady ready) {
      work.now();
    }

    @Override
    public void close() {
      work.close();
    }
  }
}
