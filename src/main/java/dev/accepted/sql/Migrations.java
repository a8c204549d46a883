package dev.accepted.sql;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the shape this version needs: a folder's scripts, each once, in order. */
public final class Migrations {

  private Migrations() {}

  /**
   * Runs what has not run yet.
   *
   * @param folder of scripts, from the class path's root
   * @throws RuntimeException if the database is newer than this version, or a script has been
   *     changed since it ran
   */
  public static void run(DataSource source, String folder) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:" + folder)
        .validateMigrationNaming(true)
        .loggers(MigrationLog.Creator.class.getName())
        .load()
        .migrate();
  }
}
