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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
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
  @Autowired private JdbcClient jdbc;

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
    residents(schema);
    schema.register(registry);
    registry.add("hotline.home", ForkFolder.of("earlier-schema-home")::toString);
  }

  private static void residents(RealDatabase.Schema schema) {
    JdbcClient earlier =
        JdbcClient.create(
            new DriverManagerDataSource(schema.url(), schema.user(), schema.password()));
    earlier
        .sql(
            "INSERT INTO resident (id, name, dialect) VALUES (1, 'a', 'yue'),"
                + " (2, 'b', 'cmn-sichuan')")
        .update();
    earlier.sql("INSERT INTO resident (id, name) VALUES (3, 'c')").update();
    earlier.sql("INSERT INTO estate (id, name) VALUES (1, '阳光花园')").update();
  }

  @Test
  void whatADefaultHadWrittenOfResidentsIsNoPreference() {
    assertThat(jdbc.sql("SELECT dialect FROM resident ORDER BY id").query(String.class).list())
        .containsExactly("yue", "cmn-SC", "");
    assertThat(jdbc.sql("SELECT dialect FROM estate").query(String.class).list())
        .containsExactly("cmn");
  }

  @Test
  void isBroughtUpToDate() {
    assertThat(flyway.info().pending()).isEmpty();
    assertThat(flyway.info().applied()).hasSizeGreaterThan(EARLIER.size());
    assertThat(gate.isOpen()).isTrue();
  }
}
