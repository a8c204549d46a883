package dev.accepted.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the shape this version needs: the scripts under {@code db/jobs}, each once,
 * in order.
 */
public final class Migrations {

  private static final Logger LOG = System.getLogger(Migrations.class.getName());

  private Migrations() {}

  /**
   * Runs what has not run yet.
   *
   * @throws RuntimeException if the database is newer than this version, or a script has been
   *     changed since it ran
   */
  public static void run(DataSource source) {
    int count =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:db/jobs")
            .validateMigrationNaming(true)
            .load()
            .migrate()
            .migrationsExecuted;
    LOG.log(Level.DEBUG, "{0} migrations of the job store", count);
  }
}
