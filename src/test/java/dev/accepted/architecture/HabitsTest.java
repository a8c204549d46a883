package dev.accepted.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.accepted.architecture.ArchitectureTest.ROOT;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Holds a few habits: what is called nowhere, or only where it belongs, and how nothing is named.
 */
@AnalyzeClasses(packages = "dev.accepted", importOptions = ImportOption.DoNotIncludeTests.class)
class HabitsTest {

  /**
   * {@code Json.create…} looks for a provider on the class path each time: that costs more than to
   * read a job.
   */
  @ArchTest
  static final ArchRule WHAT_IS_DONE_OFTEN_KEEPS_ITS_JSON_PROVIDER =
      noClasses()
          .that(
              resideInAnyPackage(
                  ROOT + "store..",
                  ROOT + "engine..",
                  ROOT + "events..",
                  ROOT + "webhooks..",
                  ROOT + "messages..",
                  ROOT + "http.job..",
                  ROOT + "http.stream..",
                  ROOT + "http.socket..",
                  ROOT + "http.submission.."))
          .should()
          .dependOnClassesThat(type(Json.class));

  /** And the command, which hands it out in its own process. */
  @ArchTest
  static final ArchRule ONLY_CONFIG_READS_THE_CLOCK =
      noClasses()
          .that(not(resideInAnyPackage(ROOT + "config..", ROOT + "command")))
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone");

  @ArchTest static final ArchRule NAMES_SAY_SOMETHING = classes().should(notBeCalledAfterNothing());

  @ArchTest
  static final ArchRule NO_SLEEP =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);

  private static ArchCondition<JavaClass> notBeCalledAfterNothing() {
    List<String> empty = List.of("Util", "Utils", "Helper", "Manager", "Impl", "Base", "Common");
    return new ArchCondition<>("not be called " + empty) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        empty.stream()
            .filter(word -> item.getSimpleName().endsWith(word))
            .forEach(
                word ->
                    events.add(
                        SimpleConditionEvent.violated(item, item.getName() + " ends in " + word)));
      }
    };
  }
}
