package dev.accepted.engine;

import dev.accepted.config.Settings;
import dev.accepted.job.Sweep;
import dev.accepted.sql.DatabaseException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Starts the engine with the server, calls its passes, and stops it with the server. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EngineTimers {

  private static final Logger LOG = System.getLogger(EngineTimers.class.getName());

  @Inject private Engine engine;
  @Inject private Settings settings;
  @Inject private Event<Sweep> sweeps;

  @Resource private TimerService timers;

  /** What the timers call. */
  private enum Pass {
    LEASE,
    SECOND,
    TEN_SECONDS,
    HOUR
  }

  /**
   * The timers are made once the engine runs: ones that the server made by itself would come while
   * it starts.
   */
  @PostConstruct
  void start() {
    engine.start();
    every(Pass.LEASE, new ScheduleExpression().hour("*").minute("*").second("*"));
    every(Pass.SECOND, new ScheduleExpression().hour("*").minute("*").second("*"));
    every(Pass.TEN_SECONDS, new ScheduleExpression().hour("*").minute("*").second("*/10"));
    every(Pass.HOUR, new ScheduleExpression().hour("*").minute("17"));
    settings.announce().ifPresent(this::announce);
  }

  /**
   * Before anything that jobs use is closed: the server ends beans of the same scope in no
   * particular order, but all of them after this one.
   */
  @PreDestroy
  void stop() {
    engine.stop(settings.drain());
  }

  private void every(Pass pass, ScheduleExpression schedule) {
    timers.createCalendarTimer(schedule, new TimerConfig(pass, false));
  }

  private void announce(String url) {
    LOG.log(
        Level.INFO,
        "\n\n  Accepted is ready. Open {0} in a browser.\n  Its data is kept in {1}. Stop it with Ctrl+C.\n",
        url,
        settings.data().toAbsolutePath());
  }

  /** A store that is out of order must not be the server's trouble, too: the next pass comes. */
  @Timeout
  void pass(Timer timer) {
    Pass pass = (Pass) timer.getInfo();
    try {
      perform(pass);
    } catch (DatabaseException down) {
      LOG.log(Level.WARNING, "{0}: {1}", pass, down.getMessage());
    }
  }

  private void perform(Pass pass) {
    switch (pass) {
      case LEASE -> engine.renewLease();
      case SECOND -> engine.everySecond();
      case TEN_SECONDS -> engine.everyTenSeconds();
      case HOUR -> everyHour();
    }
  }

  private void everyHour() {
    try {
      engine.everyHour();
      sweeps.fire(new Sweep(engine.service()::isUnfinished));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Sweeping orphaned content failed; the next pass tries again", e);
    }
  }
}
