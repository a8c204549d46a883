package dev.accepted.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.Settings;
import dev.accepted.config.TestSettings;
import dev.accepted.job.SettableClock;
import dev.accepted.outbound.AddressRules;
import dev.accepted.outbound.CheckedNames;
import dev.accepted.outbound.NameResolver;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are called. */
class ReceiversTest {

  @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();

  private Answer call(String allow, NameResolver names, int port) throws Exception {
    Settings settings = TestSettings.in(folder, Map.of("accepted.webhooks.allow", allow));
    CheckedNames checked = new CheckedNames(names, new AddressRules(settings.webhooks().allow()));
    try (Receivers receivers =
        new Receivers(settings.webhooks(), checked, new SettableClock(), Thread::new)) {
      URI url = URI.create("http://hooks.example:" + port + "/");
      return receivers.post(url, Map.of(), "{}").answer().get(20, TimeUnit.SECONDS);
    }
  }

  private InetAddress[] loopback(String host) {
    asked.incrementAndGet();
    return new InetAddress[] {InetAddress.getLoopbackAddress()};
  }

  @Test
  void aNameThatLeadsToAnAddressOfOursIsNotCalled() throws Exception {
    try (Receiver receiver = new Receiver()) {
      Answer answer = call("", this::loopback, receiver.port());

      assertThat(answer.error()).isEqualTo("address-refused");
      assertThat(receiver.waiting()).isZero();
    }
  }

  /** Whoever asks twice may be told two things. */
  @Test
  void theAddressIsAskedForOnce() throws Exception {
    try (Receiver receiver = new Receiver()) {
      Answer answer = call("hooks.example", this::loopback, receiver.port());

      assertThat(answer.status()).isEqualTo(204);
      assertThat(asked).hasValue(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.1.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::"
      })
  void isRefused(String address) {
    assertThat(rules("").permitText(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
  void isPublic(String address) {
    assertThat(rules("").permitText(address)).isTrue();
  }

  @Test
  void whatIsAllowedIsNoMoreThanThat() {
    AddressRules rules = rules("10.1.0.0/16, fd00::/64, hooks.example");

    assertThat(rules.permitText("10.1.255.1")).isTrue();
    assertThat(rules.permitText("10.2.0.1")).isFalse();
    assertThat(rules.permitText("fd00::1")).isTrue();
    assertThat(rules.permitText("fd00:0:0:1::1")).isFalse();
    assertThat(rules.permit("HOOKS.example", InetAddress.getLoopbackAddress())).isTrue();
  }

  private AddressRules rules(String allow) {
    return new AddressRules(
        TestSettings.in(folder, Map.of("accepted.webhooks.allow", allow)).webhooks().allow());
  }
}
