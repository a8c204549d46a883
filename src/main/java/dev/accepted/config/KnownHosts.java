package dev.accepted.config;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names by which the server may be asked over loopback. Addresses and {@code localhost} always
 * count: nobody can make those lead elsewhere.
 *
 * @param names in lower case, without ports
 * @param any whether every name counts
 */
public record KnownHosts(Set<String> names, boolean any) {

  /** Addresses and {@code localhost}. */
  public static final KnownHosts DEFAULTS = new KnownHosts(Set.of(), false);

  private static final String LOCAL = "localhost";
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  public KnownHosts {
    names = Set.copyOf(names);
  }

  /**
   * Reads a list of names, separated by commas; {@code *} for any.
   *
   * @throws IllegalArgumentException if one is no host's name
   */
  static KnownHosts parse(String list) {
    Set<String> names = new TreeSet<>();
    for (String part : list.split(",", -1)) {
      String name = part.strip().toLowerCase(Locale.ROOT);
      if (name.equals("*")) {
        return new KnownHosts(Set.of(), true);
      }
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "names of hosts are needed, without ports, such as jobs.example");
      }
      names.add(name);
    }
    return new KnownHosts(names, false);
  }

  /** The same with one more. */
  KnownHosts and(String name) {
    Set<String> all = new TreeSet<>(names);
    all.add(name.toLowerCase(Locale.ROOT));
    return new KnownHosts(all, any);
  }

  /**
   * Whether the server goes by that name.
   *
   * @param host a name or an address, without a port
   */
  public boolean knows(String host) {
    return any
        || host.equalsIgnoreCase(LOCAL)
        || IPV4.matcher(host).matches()
        || host.indexOf(':') >= 0 // IPv6: no name has a colon
        || names.contains(host.toLowerCase(Locale.ROOT));
  }
}
