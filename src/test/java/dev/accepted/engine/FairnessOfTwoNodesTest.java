package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.Settings;
import dev.accepted.job.JobId;
import dev.accepted.sql.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whichever server callers submit to, they take turns. */
class FairnessOfTwoNodesTest extends TwoNodes {

  private static final int MANY = 60;

  private final BlockingQueue<JobId> order = new LinkedBlockingQueue<>();

  @Override
  EngineFixture node(String name) throws Exception {
    ScriptedType type =
        new ScriptedType("test", 1)
            .act("deaf", context -> beDeaf(name))
            .act("note", context -> order.add(context.id()));
    return new EngineFixture(Settings.in(folder), clock, TestPostgres.connect(url), type);
  }

  @Test
  void nobodyIsBehindTheManyOfAnother() throws Exception {
    one.submit("test", "deaf");
    other.submit("test", "deaf");
    assertThat(List.of(nextPlayed(), nextPlayed())).containsExactlyInAnyOrder("one", "other");
    List<JobId> many = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      EngineFixture node = i % 2 == 0 ? one : other;
      many.add(node.submit(FairnessTest.job("many", "test", "note")).id());
    }
    List<JobId> few = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      EngineFixture node = i % 2 == 0 ? one : other;
      few.add(node.submit(FairnessTest.job("few", "test", "note")).id());
    }
    free.complete(null);

    List<JobId> played = new ArrayList<>();
    for (int i = 0; i < MANY + few.size(); i++) {
      played.add(order.poll(EngineFixture.PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }
    assertThat(played).containsAll(many);
    // Four turns of two, if each node takes no notice of what the other gave; and one under way.
    assertThat(played.subList(0, 4 * 3 + 1)).containsAll(few);
  }
}
