package dev.accepted.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {

  private static final Path FOLDER = Path.of("data");
  private static final String S3 = "accepted.content.s3.";

  @Test
  void aBucketNeedsNothingElse() {
    assertThat(read(Map.of(S3 + "bucket", "jobs")).s3())
        .contains(
            new S3Bucket("jobs", "", Optional.empty(), Optional.empty(), false, Optional.empty()));
    assertThat(read(Map.of(S3 + "prefix", "unused")).s3()).isEmpty();
  }

  @Test
  void aBucketOfAnotherStoreIsReadWhole() {
    Settings settings =
        read(
            Map.of(
                S3 + "bucket", "jobs",
                S3 + "prefix", "a/b",
                S3 + "endpoint", "https://s3.example",
                S3 + "region", "here",
                S3 + "path-style", "true",
                S3 + "access-key", "me",
                S3 + "secret-key", "hidden"));

    S3Bucket bucket = settings.s3().orElseThrow();
    assertThat(bucket.prefix()).isEqualTo("a/b/");
    assertThat(bucket.endpoint()).contains(URI.create("https://s3.example"));
    assertThat(bucket.region()).contains("here");
    assertThat(bucket.pathStyle()).isTrue();
    assertThat(bucket.keys()).contains(new S3Bucket.Keys("me", "hidden"));
    assertThat(settings.toString()).doesNotContain("hidden");
  }

  @Test
  void faultsOfABucketAreAllNamed() {
    Map<String, String> faulty =
        Map.of(
            S3 + "bucket",
            "jobs",
            S3 + "endpoint",
            "somewhere",
            S3 + "secret-key",
            "hidden",
            "accepted.file.max",
            "6000000000");

    assertThatThrownBy(() -> read(faulty))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining(S3 + "endpoint")
        .hasMessageContaining("both or neither")
        .hasMessageContaining("accepted.file.max")
        .hasMessageNotContaining("hidden");
  }

  private static Settings read(Map<String, String> properties) {
    return TestSettings.in(FOLDER, properties);
  }
}
