package dev.accepted.job;

import org.jspecify.annotations.Nullable;

/**
 * What is known of stored bytes without opening them.
 *
 * @param name the part of the job they are: {@code result}, {@code input}, or a file's name
 * @param mediaType such as {@code text/csv}
 * @param length in bytes
 * @param fileName what to call it when it is saved; null if it has no name of its own
 * @param sha256 digest of the bytes, in base64 (the form RFC 9530 wants)
 */
public record ContentInfo(
    String name, String mediaType, long length, @Nullable String fileName, String sha256) {}
