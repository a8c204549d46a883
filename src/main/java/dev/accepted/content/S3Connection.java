package dev.accepted.content;

import dev.accepted.config.S3Bucket;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** How to speak to an S3-compatible store, also to those that know less than Amazon's. */
final class S3Connection {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofSeconds(20);
  private static final Duration CALL = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 3;

  /** A store that takes less in a second counts as down. */
  private static final long SLOWEST_BYTES_A_SECOND = 1 << 20;

  private S3Connection() {}

  /** A client; nothing is asked of the store yet. The caller closes. */
  static S3Client open(S3Bucket settings) {
    S3ClientBuilder builder =
        S3Client.builder()
            .forcePathStyle(settings.pathStyle())
            // Checksums in trailers and signed chunks are unknown to some stores.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
            .addPlugin(LegacyMd5Plugin.create())
            .overrideConfiguration(
                calls ->
                    calls
                        .apiCallAttemptTimeout(CALL)
                        .retryStrategy(
                            StandardRetryStrategy.builder().maxAttempts(ATTEMPTS).build()))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(SILENCE));
    settings.endpoint().ifPresent(builder::endpointOverride);
    settings
        .keys()
        .ifPresent(
            keys ->
                builder.credentialsProvider(
                    StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.access(), keys.secret()))));
    region(settings, builder);
    return builder.build();
  }

  /** Stores of others seldom care for the region, but it is part of each signature. */
  private static void region(S3Bucket settings, S3ClientBuilder builder) {
    settings
        .region()
        .map(Region::of)
        .or(() -> settings.endpoint().map(elsewhere -> Region.US_EAST_1))
        .ifPresent(builder::region);
  }

  /** How long an upload may take, each time it is tried. */
  static AwsRequestOverrideConfiguration patience(long length) {
    return AwsRequestOverrideConfiguration.builder()
        .apiCallAttemptTimeout(CALL.plusSeconds(length / SLOWEST_BYTES_A_SECOND))
        .build();
  }
}
