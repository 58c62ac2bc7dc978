package cn.wuye.hotline.backend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.deadline.ImpureOnPurpose;
import cn.wuye.hotline.backend.estate.WrongOnPurpose;
import cn.wuye.hotline.backend.wrong.one.One;
import cn.wuye.hotline.backend.wrong.two.Two;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

/** Holds what may use what in the backend; {@link FeatureDependencies} is the table. */
class ArchitectureTest {
  private static final JavaClasses BACKEND =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("cn.wuye.hotline.backend");

  private static final ArchRule DATA_KNOWS_NO_WEB =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..backend.estate", "..backend.resident", "..backend.ticket", "..backend.call")
          .or()
          .resideInAnyPackage(
              "..backend.persistence", "..backend.intake..", "..backend.directory..")
          .and()
          .resideOutsideOfPackage("..backend.intake.api")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..", "..thymeleaf..");

  private static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .that()
          .doNotHaveSimpleName("ClockConfiguration")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone");

  /** Deadlines and choices must be answerable without a server: in a test, a bench, a report. */
  private static final ArchRule DEADLINES_AND_CHOICES_ARE_PURE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..backend.deadline",
              "..backend.deadline.calendar",
              "..backend.deadline.rule",
              "..backend.deadline.escalation",
              "..backend.dispatch",
              "..backend.traffic",
              "..backend.traffic.figures",
              "..backend.traffic.reconcile",
              "..backend.traffic.staffing",
              "..backend.survey")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..");

  private static final ArchRule NO_CYCLES =
      slices().matching("cn.wuye.hotline.backend.(**)").should().beFreeOfCycles();

  /** Two of one name do not start, whatever their packages: the container names them by it. */
  @Test
  void everyComponentHasANameOfItsOwn() {
    Map<String, String> byName = new HashMap<>();
    for (JavaClass component : BACKEND) {
      if (component.isMetaAnnotatedWith(Component.class)
          || component.isAnnotatedWith(Component.class)) {
        String other = byName.put(component.getSimpleName(), component.getName());
        assertThat(other).as("%s of the same name", component.getName()).isNull();
      }
    }
    assertThat(byName).hasSizeGreaterThan(100);
  }

  @Test
  void featuresUseOnlyWhatTheTableAllows() {
    features(FeatureDependencies.ALLOWED).check(BACKEND);
  }

  @Test
  void withAnEmptyTableEveryDependencyIsNoticed() {
    Map<String, Set<String>> none = new HashMap<>();
    FeatureDependencies.ALLOWED.keySet().forEach(feature -> none.put(feature, Set.of()));

    assertThatThrownBy(() -> features(none).check(BACKEND))
        .hasMessageContaining("ticket must not use estate")
        .hasMessageContaining("console must not use ticket");
  }

  @Test
  void theTableNamesOnlyFeaturesThatExist() {
    assertThat(present()).containsExactlyInAnyOrderElementsOf(FeatureDependencies.ALLOWED.keySet());
  }

  @Test
  void aFeatureThatIsNotInTheTableIsNoticed() {
    Map<String, Set<String>> table = new HashMap<>(FeatureDependencies.ALLOWED);
    table.remove("estate");

    assertThatThrownBy(() -> features(table).check(BACKEND))
        .hasMessageContaining("estate does not stand in the table");
  }

  @Test
  void packagesHaveNoCycles() {
    NO_CYCLES.check(BACKEND);
  }

  @Test
  void dataKnowsNoWeb() {
    DATA_KNOWS_NO_WEB.check(BACKEND);
  }

  @Test
  void deadlinesAndChoicesArePure() {
    DEADLINES_AND_CHOICES_ARE_PURE.check(BACKEND);
  }

  @Test
  void timeComesFromTheClock() {
    TIME_COMES_FROM_THE_CLOCK.check(BACKEND);
  }

  @Test
  void everyOtherRuleFindsWhatIsWrongOnPurpose() {
    JavaClasses wrong = new ClassFileImporter().importClasses(WrongOnPurpose.class);
    JavaClasses impure = new ClassFileImporter().importClasses(ImpureOnPurpose.class);
    JavaClasses circle = new ClassFileImporter().importClasses(One.class, Two.class);

    assertThatThrownBy(() -> TIME_COMES_FROM_THE_CLOCK.check(wrong))
        .hasMessageContaining("Instant.now()");
    assertThatThrownBy(() -> DATA_KNOWS_NO_WEB.check(wrong))
        .hasMessageContaining("ResponseStatusException");
    assertThatThrownBy(() -> DEADLINES_AND_CHOICES_ARE_PURE.check(impure))
        .hasMessageContaining("java.sql.Timestamp");
    assertThatThrownBy(() -> NO_CYCLES.check(circle)).hasMessageContaining("Cycle detected");
  }

  private static ArchRule features(Map<String, Set<String>> table) {
    return classes().should(new FeatureDependencies(table));
  }

  private static Set<String> present() {
    return BACKEND.stream().map(FeatureDependencies::feature).collect(Collectors.toSet());
  }
}
