package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.guard.Role;
import dev.accepted.guard.Verdict;
import dev.accepted.guard.keys.KeyReport;
import dev.accepted.sql.Database;
import dev.accepted.sql.TestPostgres;
import dev.accepted.store.KeyStore;
import java.nio.file.Path;
import java.util.Optional;

/** Keys on PostgreSQL. */
class PostgresKeysTest extends KeysContract {

  private final String url = TestPostgres.url();

  @Override
  Database open(Path data) {
    return TestPostgres.connect(url);
  }

  @Override
  void awaitHearing() throws Exception {
    KeyReport.WithSecret key = make(ROOT, Optional.empty(), null, Role.SUBMIT);
    assertThat(keys().verdict(key.secret())).isInstanceOf(Verdict.Known.class);
    try (Database another = TestPostgres.connect(url)) {
      another.transaction(session -> KeyStore.revoke(session, key.key().id(), clock.instant()));
    }
    while (keys().verdict(key.secret()) instanceof Verdict.Known) {
      Thread.onSpinWait();
    }
  }

  @Override
  void cut(Database database) {
    TestPostgres.shut(url);
  }
}
