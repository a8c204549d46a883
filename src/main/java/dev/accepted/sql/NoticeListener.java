package dev.accepted.sql;

/** Hears what other servers say with their commits. Called on one thread. */
public interface NoticeListener {

  /** From now on nothing is missed; what was said before may have been. */
  void listening();

  /** Something was said, by {@link Session#announce}: words with spaces between them. */
  void heard(String words);

  /** The connection is gone: things are missed from now on, until {@link #listening}. */
  void deaf();
}
