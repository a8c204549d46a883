package dev.accepted.config;

/**
 * A PostgreSQL database that several nodes may share.
 *
 * @param url {@code accepted.store.url}: a JDBC URL, such as {@code
 *     jdbc:postgresql://db.example/accepted}
 * @param user {@code accepted.store.user}
 * @param password {@code accepted.store.password}
 */
public record SharedDatabase(String url, String user, String password) {

  /** Without the password: settings are logged. */
  @Override
  public String toString() {
    return "%s as %s".formatted(url, user);
  }
}
