package cn.wuye.hotline.ivr;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Holds the direction: ivr is a library that knows the backend only through the ports it declares
 * itself.
 */
@AnalyzeClasses(packages = "cn.wuye.hotline")
class ArchitectureTest {
  @ArchTest
  static final ArchRule NO_SPRING_NO_DATABASE =
      noClasses()
          .that()
          .resideInAPackage("cn.wuye.hotline.ivr..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "java.sql..",
              "javax.sql..",
              "cn.wuye.hotline.router..",
              "cn.wuye.hotline.backend..");

  @ArchTest
  static final ArchRule DIALOGS_KNOW_NO_TELEPHONE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..ivr.dialog..", "..ivr.conversation..", "..ivr.intent..", "..ivr.port..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..ivr.agi..", "..ivr.audiosocket..", "org.asteriskjava..", "org.vosk..");
}
