package dev.accepted.http.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param signedIn whether that is known
 * @param name null if it isn't
 * @param tenant null for none
 * @param roles what the caller may do
 * @param until when the browser's session ends; null if it isn't by one that this is known
 * @param ways how people can sign in: {@code key}, {@code issuer}
 * @param issuer whom they sign in with; null if they can't
 */
public record SessionView(
    boolean signedIn,
    @Nullable String name,
    @Nullable String tenant,
    List<String> roles,
    @Nullable Instant until,
    List<String> ways,
    @Nullable String issuer,
    Map<String, String> links) {}
