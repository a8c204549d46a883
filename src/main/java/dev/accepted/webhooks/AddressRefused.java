package dev.accepted.webhooks;

import java.net.UnknownHostException;

/** A host has none but addresses that are not called. */
final class AddressRefused extends UnknownHostException {

  private static final long serialVersionUID = 1;

  AddressRefused(String host) {
    super(host);
  }
}
