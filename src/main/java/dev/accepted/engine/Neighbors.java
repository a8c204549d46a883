package dev.accepted.engine;

import dev.accepted.events.EventFeed;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.sql.NoticeListener;
import dev.accepted.store.JobQueries;
import dev.accepted.store.Word;
import dev.accepted.webhooks.Webhooks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Follows what other servers do with the jobs of the store that they share: who waits here is told,
 * what is kept in memory is kept true, what runs here hears that it is to stop, and a slot that is
 * idle here finds the job that waits for it.
 */
final class Neighbors implements NoticeListener {

  private final Core core;
  private final Dispatcher dispatcher;
  private final Pauses pauses;
  private final EventFeed feed;
  private final Webhooks webhooks;
  private final KeyService keys;
  private volatile boolean missedSomething;
  private volatile boolean started;

  Neighbors(
      Core core,
      Dispatcher dispatcher,
      Pauses pauses,
      EventFeed feed,
      Webhooks webhooks,
      KeyService keys) {
    this.core = core;
    this.keys = keys;
    this.webhooks = webhooks;
    this.feed = feed;
    this.pauses = pauses;
    this.dispatcher = dispatcher;
  }

  /** From now on jobs may be started here. */
  void start() {
    started = true;
  }

  @Override
  public void listening() {
    core.live().trust();
    webhooks.listening();
    keys.missed();
    missed();
    if (started) {
      core.loadTurns();
      pauses.reload();
      core.types().all().forEach(type -> dispatcher.markLater(type.name()));
    }
  }

  @Override
  public void deaf() {
    core.live().distrust();
    webhooks.deaf();
    // What is known of keys gets old by itself.
  }

  /** Something may have changed unheard: the next pass looks at all that somebody waits for. */
  void missed() {
    missedSomething = true;
  }

  /** Looks again at what somebody waits for, if something was missed; tells how many jobs. */
  int runOnce() {
    if (!missedSomething) {
      return 0;
    }
    missedSomething = false;
    boolean looked = false;
    try {
      Set<JobId> waitedFor = core.events().listenedTo();
      look(waitedFor);
      feed.missed();
      looked = true;
      return waitedFor.size();
    } finally {
      if (!looked) {
        missed();
      }
    }
  }

  @Override
  public void heard(String words) {
    Set<String> ready = new LinkedHashSet<>();
    Set<JobId> changed = new LinkedHashSet<>();
    LongAccumulator upTo = new LongAccumulator(Math::max, 0);
    for (String said : words.split(" ", -1)) {
      Word.parse(said)
          .ifPresent(
              word -> {
                if (word instanceof Word.Ready waiting) {
                  ready.add(waiting.type());
                } else if (word instanceof Word.Turn turn) {
                  core.writer().turns().heard(turn);
                } else if (word instanceof Word.Subscriptions) {
                  webhooks.subscriptionsChanged();
                } else if (word instanceof Word.Key key) {
                  keys.changed(key.id());
                } else if (word instanceof Word.Paused type) {
                  pauses.reload();
                  ready.add(type.type());
                } else if (word instanceof Word.Journal journal) {
                  upTo.accumulate(journal.number());
                } else if (word instanceof Word.Changed job && concerns(job.id())) {
                  changed.add(job.id());
                }
              });
    }
    ready.removeIf(type -> core.types().named(type).isEmpty());
    ready.forEach(dispatcher::markLater);
    look(changed);
    feed.heard(upTo.get());
  }

  private boolean concerns(JobId id) {
    return core.live().knows(id)
        || core.events().isListenedTo(id)
        || core.running().find(id).isPresent();
  }

  private void look(Collection<JobId> ids) {
    List<JobId> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += JobQueries.MOST_FOUND) {
      List<JobId> some = all.subList(from, Math.min(all.size(), from + JobQueries.MOST_FOUND));
      Map<JobId, Job> rows =
          core.database().read(session -> JobQueries.find(session, some)).stream()
              .collect(Collectors.toMap(Job::id, Function.identity()));
      for (JobId id : new ArrayList<>(some)) {
        Job row = rows.get(id);
        if (row == null) {
          core.transitions().seenGone(id);
          core.running().stop(id, StopReason.REMOVED);
        } else {
          core.transitions().seen(row);
          core.running().compare(row);
        }
      }
    }
  }
}
