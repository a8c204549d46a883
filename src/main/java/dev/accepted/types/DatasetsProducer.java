package dev.accepted.types;

import dev.accepted.config.Settings;
import dev.accepted.datasets.Datasets;
import dev.accepted.job.Sweep;
import dev.accepted.sql.EmbeddedDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;

/** Opens the datasets: a database of their own, beside that of the jobs. */
@ApplicationScoped
public class DatasetsProducer {

  private static final int CONNECTIONS = 32;

  /** One for the server; its threads may be interrupted, since jobs use it. */
  @Produces
  @Singleton
  public Datasets datasets(Settings settings, Clock clock) throws IOException {
    Files.createDirectories(settings.data());
    return new Datasets(
        EmbeddedDatabase.open(
            settings.data().resolve("datasets"), settings.powerSafe(), CONNECTIONS, true),
        clock);
  }

  /** Drops what imports and reports left half done whose jobs are over. */
  void sweep(@Observes Sweep sweep, Datasets datasets) {
    datasets.sweep(sweep.alive());
  }

  /** Closes them with the application. */
  void close(@Disposes Datasets datasets) {
    datasets.close();
  }
}
