package dev.accepted.guard.throttle;

/**
 * Whose requests are counted together.
 *
 * @param kind what the name is
 * @param name a caller's owner text, or an address; of IPv6 addresses, the first 64 bits
 */
public record Visitor(Kind kind, String name) {

  /** What a visitor is known by. */
  public enum Kind {
    /** It has signed in. */
    CALLER,
    /** It has not. */
    ADDRESS
  }

  /** One that has signed in. */
  public static Visitor caller(String owner) {
    return new Visitor(Kind.CALLER, owner);
  }

  /** One of whom only the address is known. */
  public static Visitor at(String address) {
    return new Visitor(Kind.ADDRESS, address);
  }

  /** About what it takes of the heap, in bytes. */
  int weight() {
    return 64 + 2 * name.length();
  }
}
