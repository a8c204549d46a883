package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.Job;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every database must do for lists of jobs. */
abstract class JobListContract extends StoreFixture {

  private static final Duration PATIENCE = Duration.ofMillis(100);
  private static final int MANY = 1_300;

  private final JobList list = new JobList(Clock.fixed(NOW, ZoneOffset.UTC), PATIENCE);

  /** Old ones are rare, and so are new ones of another kind. */
  private List<Job> many() {
    List<Job> all = new ArrayList<>();
    for (int n = 0; n < MANY; n++) {
      String owner = n % 3 == 0 ? "acme/one" : n % 3 == 1 ? "acme/two" : "big/" + n % 200;
      String type = n < 30 ? "rare" : n % 2 == 0 ? "even" : "odd";
      Map<String, String> labels =
          n % 97 == 5
              ? Map.of("team", "red", "kind", "Needle")
              : Map.of("team", n % 5 == 0 ? "red" : "blue");
      all.add(job(owner, type, 4, n % 400 == 7 ? NOW.plusSeconds(9) : null, labels));
    }
    database.transaction(
        session -> {
          for (Job job : all) {
            JobStore.insert(session, job, "{}");
          }
          return true;
        });
    Collections.reverse(all);
    return all;
  }

  private static Stream<Arguments> questions() {
    JobFilter all = JobFilter.ALL;
    JobFilter needle = filter(Set.of(), null, Map.of(), "needle");
    JobFilter red = filter(Set.of(), null, Map.of("team", "red"), null);
    JobFilter scheduled = filter(Set.of(JobStatus.SCHEDULED), null, Map.of(), null);
    Owners one = new Owners.Only("acme/one");
    return Stream.of(
            List.of(Owners.ALL, all),
            List.of(Owners.NONE, all),
            List.of(one, all),
            List.of(new Owners.OfTenant("acme"), all),
            List.of(new Owners.OfTenant("big"), needle),
            List.of(new Owners.OfTenant("none"), all),
            List.of(Owners.ALL, needle),
            List.of(one, needle),
            List.of(Owners.ALL, filter(Set.of(), null, Map.of(), "nowhere")),
            List.of(Owners.ALL, red),
            List.of(one, red),
            List.of(one, red.ofOwner("acme/one")),
            List.of(one, red.ofOwner("acme/two")),
            List.of(
                Owners.ALL, filter(Set.of(), null, Map.of("team", "red", "kind", "Needle"), null)),
            List.of(Owners.ALL, scheduled),
            List.of(one, scheduled),
            List.of(Owners.ALL, filter(Set.of(), "rare", Map.of(), null)),
            List.of(Owners.ALL, filter(Set.of(), "none", Map.of(), null)),
            List.of(new Owners.OfTenant("big"), filter(Set.of(), "rare", Map.of(), null)),
            List.of(
                Owners.ALL,
                filter(Set.of(JobStatus.QUEUED), "odd", Map.of("team", "red"), "NEEDLE")),
            List.of(
                Owners.ALL,
                new JobFilter(
                    Set.of(), Set.of("rare", "odd"), Map.of(), null, null, null, null, "odd")),
            List.of(
                Owners.ALL,
                new JobFilter(Set.of(), Set.of(), Map.of(), null, null, null, null, "odd")))
        .map(question -> Arguments.of(question.toArray()));
  }

  /** Time is up after each window, or after some. */
  @ParameterizedTest
  @MethodSource("questions")
  void pageByPageEveryJobIsFoundOnce(Owners owners, JobFilter filter) {
    List<Job> all = many();
    List<Job> wanted =
        all.stream().filter(job -> owners.include(job.owner()) && filter.shows(job)).toList();
    for (Duration tick : List.of(Duration.ZERO, Duration.ofMillis(30), PATIENCE)) {
      JobList ticking = new JobList(new TickingClock(tick), PATIENCE);
      for (int limit : new int[] {1, 7, MANY}) {
        assertThat(walk(ticking, owners, filter, limit)).isEqualTo(wanted);
      }
      assertThat(counted(ticking, owners, filter)).isEqualTo(wanted.size());
    }
  }

  @Test
  void aSearchEndsWhenItsTimeIsUpAndTellsHowFarItIs() {
    List<Job> all = many();
    JobFilter nothing = filter(Set.of(), null, Map.of(), "nowhere");
    JobList hasty = new JobList(new TickingClock(PATIENCE), PATIENCE);

    FoundJobs page = database.read(s -> hasty.read(s, Owners.ALL, nothing, 10, null));

    assertThat(page.jobs()).isEmpty();
    assertThat(page.next()).contains(all.get(JobWindows.FIRST - 1).id());
    assertThat(found(Owners.ALL, nothing, 10, null).next()).isEmpty();
  }

  @Test
  void whatAnIndexHasAloneIsFoundAtOnceHoweverFarBack() {
    List<Job> all = many();
    JobList hasty = new JobList(new TickingClock(PATIENCE), PATIENCE);
    JobFilter rare = filter(Set.of(), "rare", Map.of(), null);

    FoundJobs page = database.read(s -> hasty.read(s, Owners.ALL, rare, 30, null));

    assertThat(page).isEqualTo(new FoundJobs(all.subList(MANY - 30, MANY), Optional.empty()));
  }

  /** H2 must not keep to the number that was asked for at first. */
  @Test
  void aLargePageIsWholeAfterSmallOnes() {
    many();
    Owners tenant = new Owners.OfTenant("acme");
    for (int time = 0; time < 20; time++) {
      assertThat(found(tenant, JobFilter.ALL, 5, null).jobs()).hasSize(5);
    }
    assertThat(found(tenant, JobFilter.ALL, 500, null).jobs()).hasSize(500);
  }

  private List<Job> walk(JobList by, Owners owners, JobFilter filter, int limit) {
    List<Job> all = new ArrayList<>();
    Optional<JobId> next = Optional.empty();
    do {
      JobId before = next.orElse(null);
      FoundJobs page = database.read(session -> by.read(session, owners, filter, limit, before));
      assertThat(page.jobs().size()).isLessThanOrEqualTo(limit);
      all.addAll(page.jobs());
      next = page.next();
    } while (next.isPresent());
    return all;
  }

  private long counted(JobList by, Owners owners, JobFilter filter) {
    long number = 0;
    Optional<JobId> next = Optional.of(new JobId(new UUID(-1, -1)));
    while (next.isPresent()) {
      JobId before = next.get();
      CountedJobs part = database.read(session -> by.count(session, owners, filter, before));
      number += part.number();
      next = part.next();
    }
    return number;
  }

  private FoundJobs found(Owners owners, JobFilter filter, int limit, @Nullable JobId before) {
    return database.read(session -> list.read(session, owners, filter, limit, before));
  }

  @Test
  void listsAreFilteredAndPaged() {
    Job red = stored(job("test", 4, null, Map.of("team", "red")));
    Job blue = stored(job("other", 4, null, Map.of("team", "blue_100%")));
    Job running = started(plain());
    assertThat(list(JobFilter.ALL, null)).containsExactly(running, blue, red);
    assertThat(list(JobFilter.ALL, running.id())).containsExactly(blue, red);
    assertThat(list(filter(Set.of(JobStatus.RUNNING), null, Map.of(), null), null))
        .containsExactly(running);
    assertThat(list(filter(Set.of(), "other", Map.of(), null), null)).containsExactly(blue);
    assertThat(list(filter(Set.of(), null, Map.of("team", "red"), null), null))
        .containsExactly(red);
    assertThat(list(filter(Set.of(), null, Map.of(), "E_100%"), null)).containsExactly(blue);
    String input = "\"N\": 1";
    assertThat(list(filter(Set.of(), null, Map.of(), input), null))
        .containsExactly(running, blue, red);
    assertThat(
            Stream.of(NOW.minusMillis(1), NOW)
                .map(after -> new JobFilter(Set.of(), null, Map.of(), null, after, null))
                .map(filter -> list(filter, null).size()))
        .containsExactly(3, 0);
  }

  @Test
  void aListHasTheJobsOfItsOwnersOnly() {
    Job one = stored(job("acme/one"));
    Job alone = stored(job("acme"));
    Job another = stored(job("acmes/one"));
    Job two = stored(job("acme/two"));
    Job odd = stored(job("a_%!/one"));
    Job alike = stored(job("abc!/one"));
    assertThat(list(new Owners.OfTenant("acme"), null)).containsExactly(two, one);
    assertThat(list(new Owners.OfTenant("acme"), two.id())).containsExactly(one);
    assertThat(list(new Owners.Only("acme"), null)).containsExactly(alone);
    assertThat(list(new Owners.Only("acme/one"), null)).containsExactly(one);
    assertThat(list(new Owners.OfTenant("a_%!"), null)).containsExactly(odd);
    assertThat(list(Owners.NONE, null)).isEmpty();
    JobFilter ofOne = JobFilter.ALL.ofOwner("acme/one");
    assertThat(found(Owners.ALL, ofOne)).containsExactly(one);
    assertThat(found(new Owners.OfTenant("acme"), ofOne)).containsExactly(one);
    assertThat(found(new Owners.Only("acme/two"), ofOne)).isEmpty();
    assertThat(found(new Owners.OfTenant("acmes"), ofOne)).isEmpty();
    assertThat(list(Owners.ALL, null)).containsExactly(alike, odd, two, another, alone, one);
  }

  @Test
  void aFilterCountsWhatItLists() {
    stored(job("test", 4, null, Map.of()));
    stored(job("other", 4, null, Map.of()));
    Job third = stored(job("third", 4, null, Map.of()));
    JobId end = new JobId(new UUID(-1, -1));
    JobFilter some =
        new JobFilter(Set.of(), Set.of("test", "third"), Map.of(), null, null, null, null, "third");
    assertThat(count(JobFilter.ALL, end)).isEqualTo(3);
    assertThat(count(JobFilter.ALL, third.id())).isEqualTo(2);
    assertThat(count(some, end)).isEqualTo(1);
  }

  private long count(JobFilter filter, JobId before) {
    return database.read(session -> list.count(session, Owners.ALL, filter, before)).number();
  }

  private List<Job> found(Owners owners, JobFilter filter) {
    return found(owners, filter, 10, null).jobs();
  }

  private List<Job> list(Owners owners, @Nullable JobId before) {
    return found(owners, JobFilter.ALL, 10, before).jobs();
  }

  private static JobFilter filter(
      Set<JobStatus> statuses,
      @Nullable String type,
      Map<String, String> labels,
      @Nullable String text) {
    return new JobFilter(statuses, type, labels, text, null, null);
  }

  private List<Job> list(JobFilter filter, @Nullable JobId before) {
    return found(new Owners.Only(OWNER), filter, 10, before).jobs();
  }
}
