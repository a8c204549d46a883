package dev.accepted.guard;

/**
 * Who sends a request. Jobs belong to the caller that submitted them, by name.
 *
 * @param name as it is stored with jobs
 */
public record Caller(String name) {

  /** Everybody, as nobody signs in. */
  public static final Caller ANONYMOUS = new Caller("anonymous");
}
