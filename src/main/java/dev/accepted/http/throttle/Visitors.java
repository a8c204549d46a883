package dev.accepted.http.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.accepted.config.AddressBlock;
import dev.accepted.config.Settings;
import dev.accepted.guard.throttle.Visitor;
import dev.accepted.http.request.RequestVisitor.Stranger;
import dev.accepted.http.request.SessionCookie;
import dev.accepted.http.wire.PublicUrls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells by whom a request counts before anything of it is checked: by the caller that its
 * credential was good for when it was checked last, otherwise by its address. A credential that
 * nobody has checked counts for nothing, or each made-up one would be a visitor of its own.
 */
@ApplicationScoped
public class Visitors {

  private static final List<String> CREDENTIALS = List.of("Authorization", "X-API-Key");

  /** A hash and a caller's name take some 200 bytes. */
  private static final long MOST_CREDENTIALS = 20_000;

  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  /** By the hash of their credential: what is kept here lets nobody in. */
  private final Cache<String, Visitor> callers =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumSize(MOST_CREDENTIALS)
          .expireAfterAccess(REMEMBERED)
          .build();

  private final ClientAddress addresses;
  private final PublicUrls publicUrls;

  /** For the container's proxy. */
  Visitors() {
    this(List.of(), new PublicUrls());
  }

  @Inject
  Visitors(Settings settings, PublicUrls publicUrls) {
    this(settings.throttle().proxies(), publicUrls);
  }

  private Visitors(List<AddressBlock> proxies, PublicUrls publicUrls) {
    this.addresses = new ClientAddress(proxies);
    this.publicUrls = publicUrls;
  }

  /** By whom it counts. */
  public Visitor of(HttpServletRequest request) {
    String credential = credential(request);
    Visitor caller = credential == null ? null : callers.getIfPresent(hash(credential));
    return caller == null ? Visitor.at(address(request)) : caller;
  }

  /**
   * The same where there is no request of servlets yet; empty if a cookie has to be looked at.
   *
   * @param headers all lines of a header, by its name
   */
  Optional<Visitor> of(String peer, Function<String, List<String>> headers) {
    String credential = credential(headers);
    if (credential == null && !headers.apply("Cookie").isEmpty()) {
      return Optional.empty();
    }
    Visitor caller = credential == null ? null : callers.getIfPresent(hash(credential));
    return Optional.of(caller == null ? Visitor.at(address(peer, headers)) : caller);
  }

  /** The first that is sent. */
  private static @Nullable String credential(Function<String, List<String>> headers) {
    for (String header : CREDENTIALS) {
      List<String> lines = headers.apply(header);
      if (!lines.isEmpty()) {
        return lines.get(0);
      }
    }
    return null;
  }

  /** What is to be told whose credential a request has, if it has one. */
  Optional<Stranger> stranger(HttpServletRequest request) {
    return Optional.ofNullable(credential(request))
        .map(Visitors::hash)
        .map(hash -> owner -> callers.put(hash, Visitor.caller(owner)));
  }

  private String address(HttpServletRequest request) {
    return address(String.valueOf(request.getRemoteAddr()), name -> lines(request, name));
  }

  /**
   * Where a request comes from.
   *
   * @param peer the connection's other end
   * @param headers all lines of a header, by its name
   */
  String address(String peer, Function<String, List<String>> headers) {
    return addresses.asksProxies()
        ? addresses.of(peer, headers.apply("Forwarded"), headers.apply("X-Forwarded-For"))
        : ClientAddress.direct(peer);
  }

  private static List<String> lines(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header));
  }

  private @Nullable String credential(HttpServletRequest request) {
    for (String header : CREDENTIALS) {
      String value = request.getHeader(header);
      if (value != null) {
        return value;
      }
    }
    return SessionCookie.of(request, publicUrls.areSecure(request)).orElse(null);
  }

  private static String hash(String credential) {
    try {
      byte[] bytes = credential.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new String(digest, StandardCharsets.ISO_8859_1);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK has it
    }
  }
}
