package dev.accepted.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.JobId;
import dev.accepted.job.Owners;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a caller sees and changes. */
class CallerTest {

  private static final JobId JOB = new JobId(new UUID(1, 2));
  private static final JobId OTHER = new JobId(new UUID(1, 3));

  @Test
  void whoHasALinkSeesThatJobAloneWhoeversItIs() {
    Caller holder = Caller.withLinkTo(JOB);

    assertThat(holder.sees().include(JOB, "ann")).isTrue();
    assertThat(holder.sees().include(JOB, "acme/bob")).isTrue();
    assertThat(holder.sees().include(OTHER, "ann")).isFalse();
    assertThat(holder.sees().include(OTHER, holder.owner())).isFalse();
    assertThat(holder.sees().include("ann")).as("by its owner").isFalse();
    assertThat(holder.changes()).isEqualTo(Owners.NONE);
    assertThat(Role.values()).noneMatch(holder::may);
  }

  @Test
  void itIsNobodyWhoIsKnown() {
    assertThat(Caller.withLinkTo(JOB).isKnown()).isFalse();
    assertThat(Caller.ANONYMOUS.isKnown()).isFalse();
    assertThat(new Caller("ann", Optional.empty(), Set.of()).isKnown()).isTrue();
  }

  @Test
  void othersSeeByOwners() {
    Caller ann = new Caller("ann", Optional.of("acme"), Set.of(Role.SUBMIT));

    assertThat(ann.sees().include(JOB, "acme/ann")).isTrue();
    assertThat(ann.sees().include(JOB, "acme/bob")).isFalse();
  }
}
