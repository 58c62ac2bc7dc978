package cn.wuye.hotline.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.ForkFolder;
import cn.wuye.hotline.backend.HotlineApplication;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A database of an earlier release, whose last migration has a higher number than some new ones.
 */
@SpringBootTest(classes = HotlineApplication.class)
class EarlierSchemaIT {
  private static final List<String> EARLIER =
      List.of(
          "V1__schema",
          "V2__categories",
          "V20__transcription",
          "V40__sample_mark",
          "V41__unfinished_index");

  @TempDir private static Path migrations;

  @Autowired private Flyway flyway;
  @Autowired private DatabaseGate gate;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) throws IOException {
    RealDatabase.Schema schema =
        RealDatabase.of(RealDatabase.Kind.MARIADB).emptySchema(EarlierSchemaIT.class);
    for (String name : EARLIER) {
      try (InputStream sql =
          EarlierSchemaIT.class.getResourceAsStream("/db/migration/" + name + ".sql")) {
        Files.copy(Objects.requireNonNull(sql, name), migrations.resolve(name + ".sql"));
      }
    }
    Flyway.configure()
        .dataSource(schema.url(), schema.user(), schema.password())
        .locations("filesystem:" + migrations)
        .load()
        .migrate();
    schema.register(registry);
    registry.add("hotline.home", ForkFolder.of("earlier-schema-home")::toString);
  }

  @Test
  void isBroughtUpToDate() {
    assertThat(flyway.info().pending()).isEmpty();
    assertThat(flyway.info().applied()).hasSizeGreaterThan(EARLIER.size());
    assertThat(gate.isOpen()).isTrue();
  }
}
