package dev.accepted.engine;

import dev.accepted.config.Settings;
import dev.accepted.job.Sweep;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Starts the engine with the server, and calls its passes. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EngineTimers {

  private static final Logger LOG = System.getLogger(EngineTimers.class.getName());

  @Inject private Engine engine;
  @Inject private Settings settings;
  @Inject private Event<Sweep> sweeps;

  @PostConstruct
  void start() {
    engine.start();
    settings
        .announce()
        .ifPresent(
            url ->
                LOG.log(
                    Level.INFO,
                    "\n\n  Accepted is ready. Open {0} in a browser.\n  Its data is kept in {1}. Stop it with Ctrl+C.\n",
                    url,
                    settings.data().toAbsolutePath()));
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void everySecond() {
    engine.everySecond();
  }

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void everyTenSeconds() {
    engine.everyTenSeconds();
  }

  @Schedule(hour = "*", minute = "17", persistent = false)
  void everyHour() {
    try {
      engine.everyHour();
      sweeps.fire(new Sweep(engine::isUnfinished));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Sweeping orphaned content failed; the next pass tries again", e);
    }
  }
}
