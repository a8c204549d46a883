package dev.accepted.sql;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings a database to the shape this version needs: a folder's scripts, each once, in order. */
public final class Migrations {

  private Migrations() {}

  /**
   * Runs what has not run yet. In a script, <code>${where}</code> before the condition of an index
   * makes it a partial one; where there are none, the condition is a comment.
   *
   * @param folder of scripts, from the class path's root
   * @throws RuntimeException if the database is newer than this version, or a script has been
   *     changed since it ran
   */
  public static void run(Database database, String folder) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database.migrationSource())
        .locations("classpath:" + folder)
        .placeholders(Map.of("where", database.dialect().whereOfIndex()))
        .validateMigrationNaming(true)
        .loggers(MigrationLog.Creator.class.getName())
        .load()
        .migrate();
  }
}
