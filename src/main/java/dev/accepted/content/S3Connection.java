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

  /** A store may want that long to think after it has taken gigabytes. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  /** A list of a thousand keys, or their deletion. */
  private static final Duration CALL = Duration.ofSeconds(30);

  /** Somebody waits for the first byte. */
  private static final Duration ANSWER = Duration.ofSeconds(8);

  private static final int ATTEMPTS = 3;

  /** A store that takes less in a second counts as down. */
  private static final long SLOWEST_BYTES_A_SECOND = 1 << 20;

  private S3Connection() {}

  /** A client; nothing is asked of the store yet. The caller closes. */
  static S3Client open(S3Bucket settings) {
    S3ClientBuilder builder =
        S3Client.builder()
            .forcePathStyle(settings.pathStyle())
            // Checksums in trailers are unknown to some stores.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .addPlugin(LegacyMd5Plugin.create())
            .overrideConfiguration(
                calls ->
                    calls
                        .apiCallAttemptTimeout(CALL)
                        .apiCallTimeout(CALL.plus(ANSWER))
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

  /** How long it may take until an object begins to come. */
  static AwsRequestOverrideConfiguration forReading() {
    return patience(ANSWER);
  }

  /**
   * How long an upload may take.
   *
   * @param length in bytes
   */
  static AwsRequestOverrideConfiguration forUpload(long length) {
    return patience(SILENCE.plusSeconds(length / SLOWEST_BYTES_A_SECOND));
  }

  /** Each attempt; one that takes all of it leaves little for the next. */
  private static AwsRequestOverrideConfiguration patience(Duration attempt) {
    return AwsRequestOverrideConfiguration.builder()
        .apiCallAttemptTimeout(attempt)
        .apiCallTimeout(attempt.plus(ANSWER))
        .build();
  }
}
