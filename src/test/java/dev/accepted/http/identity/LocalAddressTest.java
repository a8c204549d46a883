package dev.accepted.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "127.8.9.1", "::1", "0:0:0:0:0:0:0:1", "::1%lo", "::ffff:127.0.0.1"})
  void onlyThisMachineCanSendThere(String address) {
    assertThat(LocalAddress.isLoopback(address)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @CsvSource({
    "192.168.1.7",
    "10.0.0.1",
    "fe80::1%eth0",
    "2001:db8::1",
    "localhost",
    "0.0.0.0",
    "''"
  })
  void othersCanOrItIsNotKnown(String address) {
    assertThat(LocalAddress.isLoopback(address)).isFalse();
  }
}
