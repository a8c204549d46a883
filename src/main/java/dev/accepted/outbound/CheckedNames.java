package dev.accepted.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Resolves names for clients that connect, and hands out only addresses that may be called. What
 * was checked is what is connected to: nobody asks for the name's address a second time.
 */
public final class CheckedNames implements NameResolver {

  private final NameResolver names;
  private final AddressRules rules;

  /** Names as they are found by that resolver, by those rules. */
  public CheckedNames(NameResolver names, AddressRules rules) {
    this.names = names;
    this.rules = rules;
  }

  /** The rules by which addresses are handed out. */
  public AddressRules rules() {
    return rules;
  }

  /**
   * {@inheritDoc}
   *
   * @throws AddressRefused if it has none but addresses that are not called
   * @throws LookupTimedOut if nobody has said in time where it is
   */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] permitted =
        Arrays.stream(names.resolve(host))
            .filter(address -> rules.permit(host, address))
            .toArray(InetAddress[]::new);
    if (permitted.length == 0) {
      throw new AddressRefused(host);
    }
    return permitted;
  }
}
