package dev.accepted.types;

import dev.accepted.config.Settings;
import dev.accepted.outbound.AddressRules;
import dev.accepted.outbound.CheckedNames;
import dev.accepted.outbound.NameResolver;
import dev.accepted.outbound.TimedNames;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells inspections whom they may call. */
@ApplicationScoped
public class InspectionProducer {

  private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(10);
  private static final int MOST_LOOK_UPS = 8;

  @Resource private ManagedThreadFactory threads;

  private @Nullable TimedNames names;

  /** Public addresses, and what the operator allows. */
  @Produces
  @Singleton
  public CheckedNames names(Settings settings) {
    TimedNames timed = new TimedNames(NameResolver.SYSTEM, LONGEST_LOOK_UP, MOST_LOOK_UPS, threads);
    names = timed;
    return new CheckedNames(timed, new AddressRules(settings.inspections()));
  }

  /** Ends the look-ups with the application. */
  @PreDestroy
  void close() {
    if (names != null) {
      names.close();
    }
  }
}
