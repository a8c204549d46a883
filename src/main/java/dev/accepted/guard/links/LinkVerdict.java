package dev.accepted.guard.links;

/** What a link's token is worth, for one job. */
public sealed interface LinkVerdict {

  /** It was never given for that job, is not readable, or was signed with another secret. */
  LinkVerdict INVALID = new Refused(false);

  /** Its time is over. */
  LinkVerdict EXPIRED = new Refused(true);

  /** It counts. */
  record Opens(LinkTarget to) implements LinkVerdict {}

  /**
   * It doesn't count.
   *
   * @param expired whether it did before
   */
  record Refused(boolean expired) implements LinkVerdict {}
}
