package dev.accepted.store;

import java.util.List;

/** Hears on the writer's thread what has become of its transactions; quick, and never blocks. */
public interface CommitListener {

  /** Hears nothing. */
  CommitListener NONE =
      new CommitListener() {
        @Override
        public void committed(List<JournalEntry> entries) {
          // nobody follows
        }

        @Override
        public void doubted() {
          // nothing is kept in memory
        }
      };

  /**
   * A transaction is done, and memory follows it; those who wait for it are told next.
   *
   * @param entries what it added to the journal
   */
  void committed(List<JournalEntry> entries);

  /**
   * It is not known whether a transaction happened: what is kept in memory may no longer be what is
   * stored.
   */
  void doubted();
}
