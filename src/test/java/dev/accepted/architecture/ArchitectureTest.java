package dev.accepted.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** Holds the arrows between the packages, and to what is not ours. */
@AnalyzeClasses(packages = "dev.accepted", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  static final String ROOT = "dev.accepted.";

  @ArchTest
  static final ArchRule ARROWS =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("job")
          .definedBy(ROOT + "job..")
          .layer("sql")
          .definedBy(ROOT + "sql..")
          .layer("config")
          .definedBy(ROOT + "config..")
          .layer("outbound")
          .definedBy(ROOT + "outbound..")
          .layer("guard")
          .definedBy(ROOT + "guard..")
          .layer("datasets")
          .definedBy(ROOT + "datasets..")
          .layer("types")
          .definedBy(ROOT + "types.*..")
          .layer("wiring")
          .definedBy(ROOT + "types")
          .layer("store")
          .definedBy(ROOT + "store..")
          .layer("content")
          .definedBy(ROOT + "content..")
          .layer("events")
          .definedBy(ROOT + "events..")
          .layer("webhooks")
          .definedBy(ROOT + "webhooks..")
          .layer("messages")
          .definedBy(ROOT + "messages..")
          .layer("engine")
          .definedBy(ROOT + "engine..")
          .layer("metrics")
          .definedBy(ROOT + "metrics..")
          .layer("faulty")
          .definedBy(ROOT + "faulty..")
          .layer("http")
          .definedBy(ROOT + "http..")
          .layer("command")
          .definedBy(ROOT + "command..")
          .whereLayer("http")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("wiring")
          .mayNotBeAccessedByAnyLayer()
          // A program of its own, beside the server.
          .whereLayer("command")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("types")
          .mayOnlyBeAccessedByLayers("wiring", "command")
          .whereLayer("faulty")
          .mayOnlyBeAccessedByLayers("types", "http")
          .whereLayer("metrics")
          .mayOnlyBeAccessedByLayers("http")
          .whereLayer("engine")
          .mayOnlyBeAccessedByLayers("http", "metrics")
          .whereLayer("webhooks")
          .mayOnlyBeAccessedByLayers("engine", "http", "metrics")
          .whereLayer("messages")
          .mayOnlyBeAccessedByLayers("engine")
          .whereLayer("guard")
          .mayOnlyBeAccessedByLayers("engine", "http")
          .whereLayer("events")
          .mayOnlyBeAccessedByLayers("engine", "messages", "http")
          // A result is streamed from where it lies, and an upload to where it is staged.
          .whereLayer("content")
          .mayOnlyBeAccessedByLayers("engine", "http")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers(
              "guard", "engine", "events", "webhooks", "messages", "http", "metrics")
          .whereLayer("datasets")
          .mayOnlyBeAccessedByLayers("types", "wiring", "http")
          .whereLayer("sql")
          .mayOnlyBeAccessedByLayers(
              "store", "datasets", "events", "webhooks", "messages", "engine", "wiring")
          .whereLayer("outbound")
          .mayOnlyBeAccessedByLayers("webhooks", "engine", "types", "wiring", "command")
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers(
              "guard", "outbound", "content", "webhooks", "messages", "engine", "http", "wiring");

  @ArchTest
  static final ArchRule FILTERS_ARE_ALL_THAT_HTTP_KNOWS_OF_THE_STORE =
      noClasses()
          .that(resideInAPackage(ROOT + "http.."))
          .should()
          .dependOnClassesThat(resideInAPackage(ROOT + "store..").and(not(named("AuditFilter"))));

  @ArchTest
  static final ArchRule THE_ENGINE_S_TOOLS_ARE_ITS_OWN =
      noClasses()
          .that(not(resideInAPackage(ROOT + "engine..")))
          .should()
          .dependOnClassesThat(resideInAnyPackage(ROOT + "engine.threads.."));

  /** What requests end with is logged as carefully as what jobs end with. */
  @ArchTest
  static final ArchRule WHAT_MAY_BE_ANYBODY_S_WORDS_IS_LOGGED_BY_ENGINE_AND_HTTP =
      noClasses()
          .that(not(resideInAnyPackage(ROOT + "engine..", ROOT + "http..")))
          .should()
          .dependOnClassesThat(resideInAPackage(ROOT + "engine.logging.."));

  @ArchTest
  static final ArchRule THE_ENGINE_S_ROOMS_DO_NOT_CALL_IT =
      noClasses()
          .that(resideInAPackage(ROOT + "engine.*.."))
          .should()
          .dependOnClassesThat(resideInAPackage(ROOT + "engine"));

  @ArchTest
  static final ArchRule JOB_IS_PLAIN_JAVA =
      classes()
          .that(resideInAPackage(ROOT + "job.."))
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage("java..", ROOT + "job..", "org.jspecify.."));

  @ArchTest
  static final ArchRule THE_CLIENT_NEEDS_NOTHING_BUT_THE_JDK =
      classes()
          .that(resideInAPackage(ROOT + "client.."))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", ROOT + "client..", "org.jspecify.."));

  /** It isn't in the WAR. */
  @ArchTest
  static final ArchRule THE_SERVER_DOES_NOT_USE_THE_CLIENT =
      noClasses()
          .that(not(resideInAPackage(ROOT + "client..")))
          .should()
          .dependOnClassesThat(resideInAPackage(ROOT + "client.."));

  /** Its jar has neither CDI nor the libraries of other types. */
  @ArchTest
  static final ArchRule THE_COMMAND_USES_THE_INSPECTOR_AND_NOT_THE_JOB_TYPE =
      classes()
          .that(resideInAPackage(ROOT + "command.."))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "picocli..",
                  "org.jspecify..",
                  ROOT + "command..",
                  ROOT + "outbound..",
                  ROOT + "types.inspections.*.."));

  @ArchTest
  static final ArchRule ONLY_HTTP_KNOWS_JAX_RS =
      noClasses()
          .that(resideInAPackage("dev.accepted..").and(not(resideInAPackage(ROOT + "http.."))))
          .should()
          .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet.."));

  @ArchTest
  static final ArchRule ONLY_METRICS_KNOWS_PROMETHEUS =
      noClasses()
          .that(resideInAPackage("dev.accepted..").and(not(resideInAPackage(ROOT + "metrics.."))))
          .should()
          .dependOnClassesThat(resideInAPackage("io.prometheus.."));

  /** The engine finds the secret; what is made of it is arithmetic. */
  @ArchTest
  static final ArchRule SECRETS_KNOW_OF_NO_STORE =
      classes()
          .that(resideInAPackage(ROOT + "guard.secrets.."))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..", "javax.crypto..", ROOT + "guard.secrets..", "org.jspecify.."));

  @ArchTest
  static final ArchRule TWO_ROOMS_KNOW_HOW_TOKENS_ARE_SIGNED_AND_SEALED =
      noClasses()
          .that(not(resideInAnyPackage(ROOT + "guard.tokens..", ROOT + "guard.sessions..")))
          .should()
          .dependOnClassesThat(resideInAPackage("com.nimbusds.."));

  @ArchTest
  static final ArchRule ONLY_THROTTLE_AND_QUOTAS_KNOW_BUCKET4J =
      noClasses()
          .that(not(resideInAnyPackage(ROOT + "guard.throttle..", ROOT + "engine.quota..")))
          .should()
          .dependOnClassesThat(resideInAPackage("io.github.bucket4j.."));

  /** Not all servers have it: whatever else is loaded must not need it. */
  @ArchTest
  static final ArchRule ONE_CLASS_KNOWS_JAKARTA_MESSAGING =
      noClasses()
          .that(not(nameStartingWith(ROOT + "messages.JmsTopic")))
          .should()
          .dependOnClassesThat(resideInAPackage("jakarta.jms.."));

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching(ROOT + "(**)").should().beFreeOfCycles();

  /** But for one room, which Undertow finds by itself, and other servers don't look at. */
  @ArchTest
  static final ArchRule NOTHING_SERVER_SPECIFIC =
      noClasses()
          .that(not(resideInAPackage(ROOT + "http.undertow..")))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.jboss..",
                  "org.wildfly..",
                  "io.undertow..",
                  "fish.payara..",
                  "org.glassfish.."));

  @ArchTest
  static final ArchRule NOTHING_NEEDS_WHAT_IS_SERVER_SPECIFIC =
      noClasses()
          .that(not(resideInAPackage(ROOT + "http.undertow..")))
          .should()
          .dependOnClassesThat(resideInAPackage(ROOT + "http.undertow.."));

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> named(String simpleName) {
    return com.tngtech.archunit.base.DescribedPredicate.describe(
        "named " + simpleName, found -> found.getSimpleName().equals(simpleName));
  }
}
