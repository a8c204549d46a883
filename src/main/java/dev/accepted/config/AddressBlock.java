package dev.accepted.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A block of IP addresses, such as {@code 10.0.0.0/8}. */
public final class AddressBlock {

  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  /** Only addresses: anything else, were it 999.1.1.1, would be looked up as a name. */
  private static final Pattern ADDRESS =
      Pattern.compile("(" + OCTET + "\\.){3}" + OCTET + "|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private static final int BITS = 8;

  private final byte[] first;
  private final int length;

  private AddressBlock(byte[] first, int length) {
    this.first = first;
    this.length = length;
  }

  /** Whether a text is an address or a block of them, by its form, and not a name. */
  static boolean isMeant(String text) {
    return text.indexOf('/') >= 0 || ADDRESS.matcher(text).matches();
  }

  /** The address that a text is; empty if it is none, and names are not looked up. */
  public static Optional<InetAddress> address(String text) {
    try {
      return ADDRESS.matcher(text).matches()
          ? Optional.of(InetAddress.getByName(text))
          : Optional.empty();
    } catch (UnknownHostException none) {
      return Optional.empty();
    }
  }

  /**
   * Reads an address, or a block in CIDR notation.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static AddressBlock parse(String text) {
    String[] parts = text.split("/", -1);
    Optional<InetAddress> address = address(parts[0]);
    if (parts.length > 2 || address.isEmpty()) {
      throw new IllegalArgumentException("not an address or a block of them: " + text);
    }
    byte[] first = address.get().getAddress();
    int all = first.length * BITS;
    int length = parts.length == 1 ? all : Integer.parseInt(parts[1]);
    if (length < 0 || length > all) {
      throw new IllegalArgumentException("not a block of addresses: " + text);
    }
    return new AddressBlock(first, length);
  }

  /** True if the address is in it. */
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    int whole = length / BITS;
    int rest = BITS - length % BITS;
    return bytes.length == first.length
        && Arrays.equals(bytes, 0, whole, first, 0, whole)
        && (rest == BITS || (bytes[whole] & 0xff) >> rest == (first[whole] & 0xff) >> rest);
  }
}
