package dev.accepted.types;

import dev.accepted.config.Settings;
import dev.accepted.datasets.Datasets;
import dev.accepted.job.Sweep;
import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import dev.accepted.sql.PostgresDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;

/**
 * Opens the datasets, apart from the jobs: in a schema of their own of the database that nodes
 * share, or in an embedded database of their own.
 */
@ApplicationScoped
public class DatasetsProducer {

  private static final String SCHEMA = "accepted_datasets";

  /** Each running job may hold one for as long as it reads; the rest is for requests. */
  private static final int FURTHER_CONNECTIONS = 16;

  /** One for the server. */
  @Produces
  @Singleton
  public Datasets datasets(Settings settings, Clock clock) throws IOException {
    Files.createDirectories(settings.data());
    return new Datasets(database(settings), clock, settings.limits().importRows());
  }

  /** The threads that use it may be interrupted, since jobs do. */
  private static Database database(Settings settings) {
    int connections = settings.slots() + FURTHER_CONNECTIONS;
    return settings
        .store()
        .<Database>map(
            shared ->
                PostgresDatabase.openSchema(
                    shared.url(), shared.user(), shared.password(), connections, SCHEMA))
        .orElseGet(
            () ->
                EmbeddedDatabase.open(
                    settings.data().resolve("datasets"), settings.powerSafe(), connections, true));
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
