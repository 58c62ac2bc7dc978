package cn.wuye.hotline.router;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Holds the direction: call-router is a library that knows the backend only through the ports it
 * declares itself.
 */
@AnalyzeClasses(packages = "cn.wuye.hotline")
class ArchitectureTest {
  @ArchTest
  static final ArchRule NO_SPRING_NO_DATABASE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "java.sql..",
              "javax.sql..",
              "cn.wuye.hotline.ivr..",
              "cn.wuye.hotline.backend..")
          .allowEmptyShould(true);

  /** Decisions must be answerable without an Asterisk: in a test, a bench, a forecast. */
  @ArchTest
  static final ArchRule DECISIONS_ARE_PURE =
      noClasses()
          .that()
          .resideInAnyPackage("..router.queue", "..router.agent")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.asteriskjava..", "..router.ami..", "..router.live..", "..router.channel..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock");
}
