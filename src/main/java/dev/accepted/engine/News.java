package dev.accepted.engine;

import dev.accepted.events.EventFeed;
import dev.accepted.store.CommitListener;
import dev.accepted.store.JournalEntry;
import dev.accepted.webhooks.EventOutbox;
import java.util.List;

/** Passes on what the store's writer tells. */
record News(EventFeed feed, EventOutbox outbox, Runnable doubt) implements CommitListener {

  @Override
  public void committed(List<JournalEntry> entries) {
    feed.committed(entries);
    outbox.committed(entries);
  }

  @Override
  public void doubted() {
    doubt.run();
  }
}
