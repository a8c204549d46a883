package dev.accepted.job;

/**
 * Who does something that the audit log tells of.
 *
 * @param owner as jobs name their owners: {@code tenant/name} or {@code name}
 * @param address where the request came from, of IPv6 the first 64 bits; empty if that is not known
 */
public record Actor(String owner, String address) {

  /** The server itself. */
  public static final Actor SERVER = new Actor("server", "");
}
