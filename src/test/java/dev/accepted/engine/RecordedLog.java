package dev.accepted.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class logs while this is open, down to DEBUG. */
public final class RecordedLog extends Handler implements AutoCloseable {

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Logger logger;

  public RecordedLog(Class<?> origin) {
    logger = Logger.getLogger(origin.getName());
    logger.setLevel(Level.FINE);
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
    setLevel(Level.ALL);
  }

  /** The lines of that level, as they were written. */
  public List<String> lines(Level level) {
    return records.stream()
        .filter(logged -> logged.getLevel().equals(level))
        .map(LogRecord::getMessage)
        .toList();
  }

  /** All of them. */
  public List<LogRecord> records() {
    return records;
  }

  @Override
  public void publish(LogRecord logged) {
    records.add(logged);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
    logger.setLevel(null);
  }
}
