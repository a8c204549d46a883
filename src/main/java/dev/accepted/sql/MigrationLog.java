package dev.accepted.sql;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Flyway's log lines, of which an operator needs the warnings only. */
final class MigrationLog implements Log {

  /** Made by Flyway, by its name. */
  public static final class Creator implements LogCreator {

    @Override
    public Log createLogger(Class<?> origin) {
      return new MigrationLog(System.getLogger(origin.getName()));
    }
  }

  private final Logger log;

  private MigrationLog(Logger log) {
    this.log = log;
  }

  @Override
  public void debug(String message) {
    log.log(Level.TRACE, message);
  }

  @Override
  public void info(String message) {
    log.log(Level.DEBUG, message);
  }

  @Override
  public void warn(String message) {
    log.log(Level.WARNING, message);
  }

  @Override
  public void error(String message) {
    log.log(Level.ERROR, message);
  }

  @Override
  public void error(String message, Exception cause) {
    log.log(Level.ERROR, message, cause);
  }

  @Override
  public void notice(String message) {
    log.log(Level.DEBUG, message);
  }
}
