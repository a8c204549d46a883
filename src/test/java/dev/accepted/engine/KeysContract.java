package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.config.Settings;
import dev.accepted.config.TestSettings;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.guard.Verdict;
import dev.accepted.guard.keys.KeyReport;
import dev.accepted.guard.keys.RequestedKey;
import dev.accepted.job.Actor;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.Database;
import dev.accepted.store.AuditFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which keys count, and for whom; on any database. */
@Timeout(90)
abstract class KeysContract {

  static final Caller ROOT = new Caller("key:root", Optional.empty(), EnumSet.allOf(Role.class));
  private static final Caller ACME =
      new Caller("key:boss", Optional.of("acme"), EnumSet.allOf(Role.class));

  @TempDir Path folder;
  final SettableClock clock = new SettableClock();
  private EngineFixture engine;

  abstract Database open(Path data) throws Exception;

  /** The store can't be read any more, for a while or for good. */
  abstract void cut(Database database) throws Exception;

  /** When a server begins to listen to others, it forgets what it knew before. */
  void awaitHearing() throws Exception {}

  private Database database;

  @BeforeEach
  void start() throws Exception {
    Settings settings = TestSettings.in(folder, Map.of("accepted.auth", "keys"));
    database = open(folder);
    engine =
        new EngineFixture(
            settings, clock, database, new ScriptedType("test", 1).act("nothing", context -> {}));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  KeyService keys() {
    return engine.service().keys();
  }

  KeyReport.WithSecret make(Caller maker, Optional<String> tenant, Instant end, Role... roles)
      throws Exception {
    RequestedKey asked =
        new RequestedKey("CI", "ci", tenant, Set.of(roles), Optional.ofNullable(end)).by(maker);
    return keys().make(asked, maker, from(maker)).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static Actor from(Caller caller) {
    return new Actor(caller.owner(), "192.0.2.7");
  }

  private boolean revoke(Caller admin, String id) throws Exception {
    return keys().revoke(admin, id, from(admin)).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void aKeyIsKnownByItsSecretAlone() throws Exception {
    KeyReport.WithSecret made = make(ROOT, Optional.of("acme"), null, Role.SUBMIT);
    String other = made.secret().substring(0, 63) + (made.secret().endsWith("x") ? 'y' : 'x');

    assertThat(keys().verdict(made.secret()))
        .isEqualTo(
            new Verdict.Known(new Caller("key:ci", Optional.of("acme"), Set.of(Role.SUBMIT))));
    assertThat(keys().verdict(other)).isEqualTo(Verdict.INVALID);
    assertThat(keys().verdict("acc_rubbish")).isEqualTo(Verdict.INVALID);
    assertThat(made.toString()).doesNotContain(made.secret());
  }

  @Test
  void oneThatIsRevokedCountsNoMoreAtOnce() throws Exception {
    KeyReport.WithSecret made = make(ROOT, Optional.empty(), null, Role.SUBMIT);
    assertThat(keys().verdict(made.secret())).isInstanceOf(Verdict.Known.class);

    assertThat(revoke(ROOT, made.key().id())).isTrue();

    assertThat(keys().verdict(made.secret())).isEqualTo(Verdict.INVALID);
    Instant at = keys().find(ROOT, made.key().id()).orElseThrow().revokedAt().orElseThrow();
    clock.advance(Duration.ofHours(1));
    assertThat(revoke(ROOT, made.key().id())).as("again").isTrue();
    assertThat(keys().find(ROOT, made.key().id()).orElseThrow().revokedAt()).contains(at);
  }

  @Test
  void oneExpiresToTheMoment() throws Exception {
    Instant end = clock.instant().plusSeconds(60);
    KeyReport.WithSecret made = make(ROOT, Optional.empty(), end, Role.SUBMIT);

    clock.set(end.minusMillis(1));
    assertThat(keys().verdict(made.secret())).isInstanceOf(Verdict.Known.class);
    clock.set(end);
    assertThat(keys().verdict(made.secret())).isEqualTo(Verdict.EXPIRED);
  }

  @Test
  void aTenantsAdministratorHasItsTenantsKeysOnly() throws Exception {
    KeyReport.WithSecret own = make(ACME, Optional.empty(), null, Role.SUBMIT);
    KeyReport.WithSecret foreign = make(ROOT, Optional.of("umbrella"), null, Role.SUBMIT);

    assertThat(own.key().tenant()).contains("acme");
    assertThat(own.key().createdBy()).isEqualTo("acme/key:boss");
    assertThat(keys().list(ACME)).extracting(KeyReport::id).containsExactly(own.key().id());
    assertThat(keys().list(ROOT)).extracting(KeyReport::id).contains(foreign.key().id());
    assertThat(keys().find(ACME, foreign.key().id())).isEmpty();
    assertThat(revoke(ACME, foreign.key().id())).isFalse();
    assertThat(keys().verdict(foreign.secret())).isInstanceOf(Verdict.Known.class);
  }

  @Test
  void whenItWasLastUsedIsWrittenNowAndThen() throws Exception {
    KeyReport.WithSecret made = make(ROOT, Optional.empty(), null, Role.SUBMIT);
    Instant first = clock.instant();
    assertThat(keys().verdict(made.secret())).isInstanceOf(Verdict.Known.class);
    keys().everyTenSeconds().get(20, TimeUnit.SECONDS);
    assertThat(keys().find(ROOT, made.key().id()).orElseThrow().lastUsedAt()).contains(first);

    clock.advance(Duration.ofSeconds(30));
    assertThat(keys().verdict(made.secret())).isInstanceOf(Verdict.Known.class);
    keys().everyTenSeconds().get(20, TimeUnit.SECONDS);
    assertThat(keys().find(ROOT, made.key().id()).orElseThrow().lastUsedAt()).contains(first);

    clock.advance(Duration.ofMinutes(2));
    assertThat(keys().verdict(made.secret())).isInstanceOf(Verdict.Known.class);
    keys().everyTenSeconds().get(20, TimeUnit.SECONDS);
    assertThat(keys().find(ROOT, made.key().id()).orElseThrow().lastUsedAt())
        .contains(clock.instant());
  }

  @Test
  void whatIsKnownCountsForAMinuteWhileTheStoreIsDown() throws Exception {
    KeyReport.WithSecret made = make(ROOT, Optional.empty(), null, Role.SUBMIT);
    KeyReport.WithSecret unseen = make(ROOT, Optional.empty(), null, Role.SUBMIT);
    awaitHearing();
    assertThat(keys().verdict(made.secret())).isInstanceOf(Verdict.Known.class);
    cut(database);

    assertThatThrownBy(() -> keys().verdict(unseen.secret())).isInstanceOf(Refusal.StoreDown.class);
    clock.advance(Duration.ofSeconds(50));
    assertThat(keys().verdict(made.secret())).isInstanceOf(Verdict.Known.class);
    clock.advance(Duration.ofSeconds(11));
    assertThatThrownBy(() -> keys().verdict(made.secret())).isInstanceOf(Refusal.StoreDown.class);
  }

  @Test
  void theFirstKeyIsInAFileOfTheServersOwn() throws Exception {
    Path file = folder.resolve(FirstKey.FILE);
    String key = Files.readString(file).strip();

    assertThat(keys().verdict(key))
        .isEqualTo(
            new Verdict.Known(
                new Caller("key:admin", Optional.empty(), EnumSet.allOf(Role.class))));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(engine.service().audit().list(AuditFilter.ALL, 10, Optional.empty()))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.act()).isEqualTo("key.created");
              assertThat(entry.actor()).isEqualTo(Actor.SERVER);
            });
    Files.delete(file);
    keys().start();
    assertThat(file).as("there is a key").doesNotExist();
  }
}
