package dev.accepted.types.inspections.wire;

import dev.accepted.outbound.CheckedNames;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Connects to an address that was checked; with https, to whoever proves to have the name. */
final class Connector {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final CheckedNames names;

  Connector(CheckedNames names) {
    this.names = names;
  }

  /**
   * A connection; the caller closes it.
   *
   * @param cutOff ends what goes on here
   */
  Socket connect(URI url, Duration timeout, CutOff cutOff) throws IOException {
    String host = bare(url.getHost());
    int port = port(url);
    Socket plain = connect(names.resolve(host), port, (int) timeout.toMillis(), cutOff);
    if (!isSecure(url)) {
      return plain;
    }
    boolean done = false;
    try {
      plain.setSoTimeout((int) timeout.toMillis());
      Socket secured = secured(plain, host, port);
      done = true;
      return secured;
    } finally {
      if (!done) {
        plain.close();
      }
    }
  }

  private static Socket connect(InetAddress[] addresses, int port, int timeout, CutOff cutOff)
      throws IOException {
    IOException last = new ConnectException("no address");
    for (InetAddress address : addresses) {
      Socket socket = cutOff.hold(new Socket(Proxy.NO_PROXY));
      try {
        socket.connect(new InetSocketAddress(address, port), timeout);
        return socket;
      } catch (IOException refused) {
        socket.close();
        last = refused;
      }
    }
    throw last;
  }

  private static Socket secured(Socket plain, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket secured = (SSLSocket) factory.createSocket(plain, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static int port(URI url) {
    return url.getPort() >= 0 ? url.getPort() : isSecure(url) ? HTTPS : HTTP;
  }

  static boolean isSecure(URI url) {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  /** Without the brackets of an IPv6 address. */
  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
