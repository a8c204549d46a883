package dev.accepted.outbound;

import java.net.UnknownHostException;

/** A host has none but addresses that are not called. */
public final class AddressRefused extends UnknownHostException {

  private static final long serialVersionUID = 1;

  public AddressRefused(String host) {
    super(host);
  }
}
