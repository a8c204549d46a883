package dev.accepted.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownHostsTest {

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "10.0.0.7", "::1", "[::1]"})
  void addressesAndLocalhostAlwaysCount(String host) {
    assertThat(KnownHosts.DEFAULTS.knows(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "1.2.3"})
  void otherNamesDoNot(String host) {
    assertThat(KnownHosts.DEFAULTS.knows(host)).isFalse();
  }

  @Test
  void theOperatorNamesOthers(@TempDir Path folder) {
    KnownHosts hosts =
        TestSettings.in(
                folder,
                Map.of(
                    "accepted.hosts", "jobs, Jobs.Lan",
                    "accepted.public-url", "https://Jobs.Example:8443"))
            .hosts();

    assertThat(hosts.knows("jobs")).isTrue();
    assertThat(hosts.knows("jobs.lan")).isTrue();
    assertThat(hosts.knows("jobs.example")).isTrue();
    assertThat(hosts.knows("example")).isFalse();
    assertThat(KnownHosts.parse("*").knows("evil.example")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs:8080", "http://jobs", "a b", "jobs,,lan"})
  void whatIsNoNameIsSaid(String list) {
    assertThatThrownBy(() -> KnownHosts.parse(list)).isInstanceOf(IllegalArgumentException.class);
  }
}
