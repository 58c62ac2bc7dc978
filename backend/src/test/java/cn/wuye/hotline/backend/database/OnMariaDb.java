package cn.wuye.hotline.backend.database;

import cn.wuye.hotline.backend.ForkFolder;
import cn.wuye.hotline.backend.HotlineApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real {@link RealDatabase.Kind#MARIADB}. All classes with this
 * annotation share one application and one schema, so each test makes data of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = HotlineApplication.class)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = OnMariaDb.Schema.class)
public @interface OnMariaDb {
  /** Points the application at an empty schema. */
  class Schema implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      RealDatabase.Schema schema = RealDatabase.of(RealDatabase.Kind.MARIADB).emptySchema("shared");
      TestPropertyValues.of(
              "spring.datasource.url=" + schema.url(),
              "spring.datasource.username=" + schema.user(),
              "spring.datasource.password=" + schema.password(),
              "hotline.home=" + ForkFolder.of("shared-home/mariadb"))
          .applyTo(context);
    }
  }
}
