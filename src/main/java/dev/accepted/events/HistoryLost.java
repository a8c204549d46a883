package dev.accepted.events;

/** What somebody wants to go on from is longer ago than the journal is kept. */
public final class HistoryLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HistoryLost() {
    super("the journal is not kept for so long");
  }
}
