package dev.accepted.tenancy;

import dev.accepted.guard.keys.KeyText;
import dev.accepted.http.Api;
import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import dev.accepted.sql.Migrations;
import dev.accepted.store.KeyStore;
import dev.accepted.store.StoredKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A server whose callers have keys: some of the tenant {@value #MARK}, some of another, some of
 * none. The keys are in its store before it starts. It ends with this JVM.
 */
final class TwoTenants {

  /** In all that the first tenant calls something; nobody else says it. */
  static final String MARK = "kestrel";

  private static final String OTHER = "osprey";
  private static @Nullable TwoTenants shared;

  private final List<StoredKey> keys = new ArrayList<>();
  private final Api api;

  /** Of the first tenant: whose things are looked for, and who else is there. */
  final Person ann;

  final Person colleague;
  final Person observer;
  final Person admin;

  /** Of the other. */
  final Person bob;

  final Person boss;

  /** Of none, with the name of the tenant, and with that of a user of it. */
  final Person loner;

  final Person namesake;

  /** Of none, and with the say over the server. */
  final Person operator;

  /** Without a key, and with one that was never given. */
  final Person nobody;

  final Person liar;

  private TwoTenants() throws Exception {
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "tenants");
    ServerSetup setup =
        ServerSetup.in(folder)
            .with("accepted.auth", "keys")
            .with("accepted.webhooks.allow", "localhost");
    api = new Api(setup.url());
    ann = person("ann", MARK, "submit");
    colleague = person("cid", MARK, "submit");
    observer = person("olga", MARK, "observe");
    admin = person("abe", MARK, "admin", "submit");
    bob = person("bob", OTHER, "submit", "observe");
    boss = person("bea", OTHER, "submit", "observe", "admin");
    loner = person(MARK, null, "submit");
    namesake = person("ann", null, "submit");
    operator = person("root", null, "admin");
    nobody = new Person("nobody", api, "");
    liar = new Person("liar", api, KeyText.random());
    store(Path.of(setup.settings().get("accepted.data")));
    ServerProcess.start(setup).endWithThisJvm();
  }

  /** The one that all tests share. */
  static synchronized TwoTenants shared() throws Exception {
    TwoTenants known = shared;
    if (known == null) {
      known = new TwoTenants();
      shared = known;
    }
    return known;
  }

  private Person person(String name, @Nullable String tenant, String... roles) {
    String key = KeyText.random();
    keys.add(
        new StoredKey(
            KeyText.id(key).orElseThrow(),
            name,
            name,
            tenant,
            Set.of(roles),
            KeyText.digest(key),
            "test",
            Instant.now(),
            null,
            null,
            null));
    return new Person(tenant == null ? name : tenant + '/' + name, api, key);
  }

  private void store(Path data) throws Exception {
    Files.createDirectories(data);
    try (Database database = EmbeddedDatabase.open(data.resolve("jobs"), false, 2, false)) {
      Migrations.run(database, "db/jobs");
      database.transaction(
          session -> {
            for (StoredKey key : keys) {
              KeyStore.add(session, key);
            }
            return keys;
          });
    }
  }

  /** Who must not learn of the first tenant's things. */
  List<Person> strangers() {
    return List.of(bob, boss, loner, namesake);
  }
}
